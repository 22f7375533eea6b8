# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may read the records: keys and passphrases, where a workspace may lie, and when it is covered or locked."""
