# SPDX-License-Identifier: GPL-3.0-or-later
"""The room: who is expected, here and gone, and paper that is keyed back in."""
