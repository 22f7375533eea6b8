# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen: windows and pages. Start reading in __main__.py, then start.py, then main.py."""
