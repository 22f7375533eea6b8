# SPDX-License-Identifier: GPL-3.0-or-later
"""How long what is kept of people is kept: periods, the list of what is past them, and removing what was chosen."""
