# SPDX-License-Identifier: GPL-3.0-or-later
"""Real widgets on a real workspace."""
