"""Settings and members."""

import pytest

from app.errors import NotFound
from app.security.errors import NotAPin
from app.security.keys import Cost
from app.settings.commands import (
    add_member,
    change_setting,
    remove_member,
    remove_pin,
    rename_member,
    set_pin,
    use_as,
)
from app.settings.errors import LastMember, NameMissing, NameTaken, NotAllowed, OutOfRange
from app.settings.queries import has_pin, last_member, members, pin_is, setting
from app.settings.schema import IDLE_MINUTES, ORGANISATION, SETTINGS, TEAM_NAME, THEME, Whose
from app.settings.words import choice_words, words_for
from db.journal import Op
from db.types import MemberId

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
RUTH = MemberId("ruth")


def settle(workspace, wanted, value):
    with workspace.change(Op.CHANGE_SETTING) if wanted.whose is Whose.TEAM else workspace.note() as tx:
        change_setting(tx, wanted, value)


def now(workspace, wanted):
    with workspace.read() as tx:
        return setting(tx, wanted)


@pytest.mark.parametrize("wanted", SETTINGS, ids=lambda wanted: wanted.name)
def test_what_nobody_settled_is_what_it_is_at_first(workspace, wanted):
    assert now(workspace, wanted) == wanted.default


def test_what_the_team_settles_is_journaled(workspace, heard):
    settle(workspace, ORGANISATION, "  Oakfield  PCN ")
    assert now(workspace, ORGANISATION) == "Oakfield PCN"
    assert [changes.op for changes in heard] == [Op.CHANGE_SETTING]


def test_what_a_laptop_settles_is_not(workspace, heard):
    settle(workspace, IDLE_MINUTES, " 20 ")
    settle(workspace, IDLE_MINUTES, "25")
    settle(workspace, THEME, "dark")
    assert (now(workspace, IDLE_MINUTES), now(workspace, THEME)) == (25, "dark")
    assert heard == []


@pytest.mark.parametrize("typed", ["", "0", "61", "-5", "ten", "1.5", "²"])
def test_a_number_beyond_its_limits_is_refused_and_the_limits_are_told(workspace, typed):
    with pytest.raises(OutOfRange) as refused:
        settle(workspace, IDLE_MINUTES, typed)
    assert (refused.value.least, refused.value.most) == (1, 60)


@pytest.mark.parametrize("minutes", ["1", "60"])
def test_the_limits_themselves_are_allowed(workspace, minutes):
    settle(workspace, IDLE_MINUTES, minutes)
    assert now(workspace, IDLE_MINUTES) == int(minutes)


def test_only_the_choices_that_are_offered_can_be_made(workspace):
    with pytest.raises(NotAllowed):
        settle(workspace, THEME, "pink")


def test_a_team_has_a_name(workspace):
    with pytest.raises(NameMissing):
        settle(workspace, TEAM_NAME, "  ")


def test_every_setting_that_people_see_has_its_words():
    hidden = {"pin_hash", "last_member", "logo"}
    assert all(words_for(each).label and words_for(each).help for each in SETTINGS if each.name not in hidden)
    assert choice_words("dark") == "Dark"
    assert choice_words("125") == "125 %"


def test_the_pin_that_was_set_is_known_and_no_other(workspace):
    with workspace.note() as tx:
        set_pin(tx, "482915", cost=CHEAP)
    with workspace.read() as tx:
        assert has_pin(tx)
        assert (pin_is(tx, "482915"), pin_is(tx, "482914")) == (True, False)


def test_without_a_pin_none_is_right(workspace):
    with workspace.note() as tx:
        set_pin(tx, "482915", cost=CHEAP)
    with workspace.note() as tx:
        remove_pin(tx)
    with workspace.read() as tx:
        assert not has_pin(tx)
        assert not pin_is(tx, "")


def test_five_digits_are_no_pin_and_the_old_one_stays(workspace):
    with pytest.raises(NotAPin), workspace.note() as tx:
        set_pin(tx, "48291", cost=CHEAP)
    with workspace.read() as tx:
        assert not has_pin(tx)


def test_members_are_listed_by_name(workspace):
    with workspace.change(Op.ADD_MEMBER) as tx:
        add_member(tx, "abena  O.")
    with workspace.read() as tx:
        assert [member.name for member in members(tx)] == ["abena O.", "Ruth A."]


@pytest.mark.parametrize(("name", "refusal"), [("", NameMissing), (" ", NameMissing), ("ruth a.", NameTaken)])
def test_a_member_needs_a_name_of_their_own(workspace, name, refusal):
    with pytest.raises(refusal), workspace.change(Op.ADD_MEMBER) as tx:
        add_member(tx, name)


def test_a_member_can_be_renamed_also_to_their_own_name_in_another_case(workspace):
    with workspace.change(Op.CHANGE_MEMBER) as tx:
        rename_member(tx, RUTH, "RUTH A.")
    with workspace.read() as tx:
        assert [member.name for member in members(tx)] == ["RUTH A."]


def test_the_last_member_stays(workspace):
    with pytest.raises(LastMember), workspace.change(Op.CHANGE_MEMBER) as tx:
        remove_member(tx, RUTH)


def test_a_member_who_left_no_longer_uses_the_laptop(workspace):
    with workspace.change(Op.ADD_MEMBER) as tx:
        abena = add_member(tx, "Abena O.")
    with workspace.note() as tx:
        use_as(tx, abena)
    with workspace.change(Op.CHANGE_MEMBER) as tx:
        remove_member(tx, abena)
    with workspace.read() as tx:
        assert last_member(tx) == RUTH


def test_nobody_unknown_can_use_it(workspace):
    with pytest.raises(NotFound), workspace.note() as tx:
        use_as(tx, MemberId("nobody"))
