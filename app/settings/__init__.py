# SPDX-License-Identifier: GPL-3.0-or-later
"""What a team or a laptop has settled for itself, and who works here. Start reading in schema.py."""
