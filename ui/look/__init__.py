# SPDX-License-Identifier: GPL-3.0-or-later
"""How everything looks: tokens.py reads the values, look.py serves them at the chosen theme and text size."""
