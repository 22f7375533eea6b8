# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom to call at a session: for somebody who is upset, and for somebody who may be at risk."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give sessions the names and numbers of both, empty."""
    for column in ("wellbeing_name", "wellbeing_phone", "safeguarding_name", "safeguarding_phone"):
        op.add_column("design_session", sa.Column(column, sa.String(), nullable=True))
