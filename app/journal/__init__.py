# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal as its users meet it: undo, redo, and the history of who did what."""
