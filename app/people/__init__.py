# SPDX-License-Identifier: GPL-3.0-or-later
"""People: their names, who may be entered twice, and what they told us about themselves."""
