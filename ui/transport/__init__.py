# SPDX-License-Identifier: GPL-3.0-or-later
"""The taxi home of somebody on the list."""
