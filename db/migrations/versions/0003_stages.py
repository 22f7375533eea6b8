# SPDX-License-Identifier: GPL-3.0-or-later
"""The method that a project follows, and the stage of it to which a session belongs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add both, empty."""
    op.add_column("project", sa.Column("method", sa.String(), nullable=True))
    op.add_column("design_session", sa.Column("stage", sa.String(), nullable=True))
