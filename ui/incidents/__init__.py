# SPDX-License-Identifier: GPL-3.0-or-later
"""Incident and safeguarding notes on screen."""
