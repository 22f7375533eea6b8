# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done: use cases, rules, documents and the command line. Start reading in workspace.py."""
