# SPDX-License-Identifier: GPL-3.0-or-later
"""What was parked, decided and promised, as it is noted and listed."""
