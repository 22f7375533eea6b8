# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding any record by a piece of any of its words."""
