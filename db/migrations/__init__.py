# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing older records up to date: run.py does it, by the steps in versions/, which a release makes final."""
