# SPDX-License-Identifier: GPL-3.0-or-later
"""What the agenda for those who take part is made of, and says in easy read; participant_agenda.py makes it."""
