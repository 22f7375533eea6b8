# SPDX-License-Identifier: GPL-3.0-or-later
"""The help: one page for each screen, offline, as files in assets/help."""
