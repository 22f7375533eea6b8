# SPDX-License-Identifier: GPL-3.0-or-later
"""The small things that pages are built of: each takes the look first and follows it when it changes."""
