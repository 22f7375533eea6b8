# SPDX-License-Identifier: GPL-3.0-or-later
"""What came of asking somebody to a session, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Give every line of a list what came of the last call, empty."""
    for column in ("last_call", "last_call_at"):
        op.add_column("attendance", sa.Column(column, sa.String(), nullable=True))
