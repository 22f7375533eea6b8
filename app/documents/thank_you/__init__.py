# SPDX-License-Identifier: GPL-3.0-or-later
"""What a thank-you letter says, in usual words and in easy read; thank_you_letter.py makes all of a session."""
