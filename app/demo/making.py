# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the sample project: its purpose, its places, its people and its sessions, in the order in which they came."""

from datetime import timedelta

from app.demo.coming import book_rides, come, invite_all, say_pairs
from app.demo.people import list_people, tell_needs
from app.demo.planning import plan_session
from app.demo.reflecting import reflect
from app.demo.story import Telling, Times, Told, read_story, times_of
from app.sessions.commands import (
    add_project,
    add_resource,
    add_session,
    add_venue,
    answer_access,
    change_project,
    change_session,
    change_venue,
)
from app.settings.commands import add_member
from app.workspace import Workspace
from db.journal import Op
from db.types import Answer, Method, ProjectId, SessionId, Spectrum, Stage, VenueId

BEGAN, LISTED, PLANNED = (timedelta(days=days) for days in (100, 95, 14))


def make_demo(workspace: Workspace) -> None:
    """Fill a new workspace with the sample project.

    Raises:
        Unavailable: The file cannot be written.
    """
    clock = workspace.clock
    try:
        _make(Telling(workspace, read_story(), clock.now()))
    finally:
        workspace.clock = clock


def _make(telling: Telling) -> None:
    telling.move_to(telling.now - BEGAN)
    project_id = _begin(telling)
    venues = {venue["key"]: _venue(telling, venue) for venue in telling.story.project["venues"]}
    telling.move_to(telling.now - LISTED)
    list_people(telling)
    tell_needs(telling)
    say_pairs(telling)
    for session in telling.story.project["sessions"]:
        times = times_of(session, telling.now)
        telling.move_to(times.opening - PLANNED)
        session_id = _session(telling, project_id, venues[session["venue"]], session, times)
        plan_session(telling, session_id, session)
        invite_all(telling, session_id, session["key"])
        book_rides(telling, session_id, session["key"])
        come(telling, session_id, session, times)
        reflect(telling, session_id, session, times)


def _begin(telling: Telling) -> ProjectId:
    told = telling.story.project
    for name in told["members"][1:]:
        with telling.workspace.change(Op.ADD_MEMBER) as tx:
            add_member(tx, name)
    project = told["project"]
    with telling.workspace.change(Op.ADD_PROJECT) as tx:
        project_id = add_project(tx, project["title"])
        approach, reason = Spectrum(project["approach"]), project["approach_reason"]
        method = Method(project["method"])
        change_project(tx, project_id, aim=project["aim"], approach=approach, approach_reason=reason, method=method)
        for resource in project["resources"]:
            add_resource(tx, project_id, title=resource["title"], location=resource["location"])
    return project_id


def _venue(telling: Telling, told: Told) -> VenueId:
    answers = dict.fromkeys(told["yes"], Answer.YES) | dict.fromkeys(told["no"], Answer.NO)
    with telling.workspace.change(Op.ADD_VENUE) as tx:
        venue_id = add_venue(tx, told["name"])
        change_venue(
            tx,
            venue_id,
            address=told["address"],
            capacity=told["capacity"],
            muster_point=told["muster_point"],
            note=told["note"],
        )
        for item, answer in answers.items():
            answer_access(tx, venue_id, item, answer=answer, note=told["notes"].get(item))
    return venue_id


def _session(telling: Telling, project_id: ProjectId, venue_id: VenueId, told: Told, times: Times) -> SessionId:
    with telling.workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx, project_id, told["title"], stage=Stage(told["stage"]))
        change_session(
            tx,
            session_id,
            purpose=told["purpose"],
            fixed=told["fixed"],
            open=told["open"],
            spectrum=Spectrum(told["spectrum"]),
            held_on=times.held_on,
            doors_at=times.doors_at,
            starts_at=times.starts_at,
            ends_at=times.ends_at,
            venue_id=venue_id,
            room=told["room"],
            facilitators=told["facilitators"],
            **told["called"],
        )
    return session_id
