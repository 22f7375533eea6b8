# SPDX-License-Identifier: GPL-3.0-or-later
"""People on screen: the list, the panel of one person, adding somebody, and who may be entered twice."""
