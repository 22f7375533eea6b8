# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups: kept in the background, shown on a page, restored; and records that can only be read."""
