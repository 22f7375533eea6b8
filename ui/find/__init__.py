# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+K: finding anything from anywhere."""
