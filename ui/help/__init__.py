# SPDX-License-Identifier: GPL-3.0-or-later
"""F1: help for the page one is on."""
