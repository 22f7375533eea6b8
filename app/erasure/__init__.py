# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing a person: what goes and what stays is shown first, a typed name confirms, and nothing brings it back."""
