# SPDX-License-Identifier: GPL-3.0-or-later
"""What Alembic runs for each upgrade: the steps, on the connection and in the transaction that run.py has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
