# SPDX-License-Identifier: GPL-3.0-or-later
"""How long things are kept, and the list of what was kept long enough."""
