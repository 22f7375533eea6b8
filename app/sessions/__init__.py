# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects, venues and sessions: what they say of themselves, and whether a session is ready."""
