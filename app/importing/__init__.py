# SPDX-License-Identifier: GPL-3.0-or-later
"""People out of other programs' lists: a file becomes rows, rows become drafts, and every draft gets one fate.

Nothing in here reads or writes the records. `reading` makes a table of any file, `shapes` says what its columns are,
`drafts` makes people of its rows, and `matching` says who of them is new.
"""
