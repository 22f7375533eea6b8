# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session on the screen: its blocks in one list, one block beside it, and what must be brought."""
