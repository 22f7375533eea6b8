# SPDX-License-Identifier: GPL-3.0-or-later
"""How people get home: who needs a taxi, when, and with whom."""
