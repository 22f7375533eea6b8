# SPDX-License-Identifier: GPL-3.0-or-later
"""The three shapes of the sign-in sheet; sign_in_sheet.py chooses between them."""
