# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the data: models, the journal and its triggers, the encrypted engine. Imports nothing of ours."""
