# SPDX-License-Identifier: GPL-3.0-or-later
"""The door: unlocking, the first start, covering and locking. Start reading in ui/start.py."""
