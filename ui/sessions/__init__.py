# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions, projects and venues: the lists, and the pages of one session."""
