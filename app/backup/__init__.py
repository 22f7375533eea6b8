# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of the workspace: made and verified, removed by rules, put on a stick, and restored."""
