# SPDX-License-Identifier: GPL-3.0-or-later
"""Files whose content lies encrypted beside the records (docs/decisions/0010-files.md)."""
