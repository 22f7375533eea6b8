# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is asked to a session, who came, and when they left."""
