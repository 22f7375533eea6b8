# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits for somebody to do it: backups, the recovery sheet, the evacuation list, what is due to go."""
