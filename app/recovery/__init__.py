# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet: made, checked, used when the passphrase or keys.json is gone, and made anew."""
