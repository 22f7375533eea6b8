# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets of a session: chosen, made and saved."""
