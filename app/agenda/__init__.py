# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of the day: blocks, what runs at the same time, what must be brought, and when each begins."""
