# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: the same use cases as the window, without one. It starts in main.py and knows nothing of `ui`."""
