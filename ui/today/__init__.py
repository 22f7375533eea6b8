# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of the day."""
