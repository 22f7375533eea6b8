# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing a list on screen: choose the file, settle columns and rows, import, read what was done."""
