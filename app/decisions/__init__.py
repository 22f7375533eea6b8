# SPDX-License-Identifier: GPL-3.0-or-later
"""What was parked, decided and promised in a session: who, what, by when."""
