# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a session by its plan: which block it is, how much time is left, how late it is, and what can give."""
