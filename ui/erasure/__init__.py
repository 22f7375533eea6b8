# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing a person for good, with all that goes and stays in view."""
