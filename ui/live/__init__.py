# SPDX-License-Identifier: GPL-3.0-or-later
"""The run of a session as it is seen: the bar on every page, the big view, and what can give when it is late."""
