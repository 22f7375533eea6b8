# SPDX-License-Identifier: GPL-3.0-or-later
"""Reflections on a session, as they are written and listed."""
