# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the records are what was written: the file, its references, its journal and its search text."""
