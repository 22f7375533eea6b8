# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be printed: one file per kind of print. Start reading in catalogue.py; paper/ is the engine under them."""
