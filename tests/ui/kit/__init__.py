# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts that pages are built of."""
