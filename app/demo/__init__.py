# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample project with invented people (assets/demo), made through the same use cases as any other."""
