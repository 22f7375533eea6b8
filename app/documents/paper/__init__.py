# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine that turns words into pages. Start reading in sheet.py; no rule about people or sessions lives here."""
