# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session taught, by theme: what was observed, how what was heard is understood, what evidence says."""
