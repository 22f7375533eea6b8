# SPDX-License-Identifier: GPL-3.0-or-later
"""Every table of the program, one file per feature."""

from db.journal import JournalEntry, JournalOperation
from db.local import Draft, ImportMapping, LocalSetting, SearchText, Sequence
from db.models.agenda import Block, Material, SavedPlan, Track
from db.models.attendance import Attendance, Headcount
from db.models.decisions import LogItem
from db.models.files import StoredFile
from db.models.incidents import IncidentNote, IncidentPerson, IncidentTold
from db.models.live import LiveFact, RanBlock
from db.models.people import Affiliation, CommunityRole, EmergencyContact, KeptApart, Need, NeedDetail, Person
from db.models.reflections import Reflection
from db.models.seating import SeatingPair
from db.models.sessions import DesignSession, Project, Resource, Venue, VenueAccess
from db.models.settings import Member, Setting
from db.models.transport import Ride

__all__ = [
    "Affiliation",
    "Attendance",
    "Block",
    "CommunityRole",
    "DesignSession",
    "Draft",
    "EmergencyContact",
    "Headcount",
    "ImportMapping",
    "IncidentNote",
    "IncidentPerson",
    "IncidentTold",
    "JournalEntry",
    "JournalOperation",
    "KeptApart",
    "LiveFact",
    "LocalSetting",
    "LogItem",
    "Material",
    "Member",
    "Need",
    "NeedDetail",
    "Person",
    "Project",
    "RanBlock",
    "Reflection",
    "Resource",
    "Ride",
    "SavedPlan",
    "SearchText",
    "SeatingPair",
    "Sequence",
    "Setting",
    "StoredFile",
    "Track",
    "Venue",
    "VenueAccess",
]
