# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the pages of each document."""
