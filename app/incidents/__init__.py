# SPDX-License-Identifier: GPL-3.0-or-later
"""Incident and safeguarding notes: written once, corrected by another note, and who was told."""
