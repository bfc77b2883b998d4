"""Notes on a line: what the secretariat says among itself, and what it says to the office."""

import pytest

from accounts.policy import actor_of
from accounts.refusals import Invalid, NotAllowed
from checklist.actions.notes import add_note
from checklist.models import ReviewNote
from tests.factories import make_actor, make_office, office_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(submission):
    return submission.lines.get(number=1)


def texts(actor):
    return [note.text for note in ReviewNote.objects.visible_to(actor)]


def test_an_office_never_sees_an_internal_note(line, office_user):
    sven = make_actor()
    add_note(line, "Their third attempt.", is_internal=True, by=sven)
    add_note(line, "Name the source.", is_internal=False, by=sven)
    add_note(line, "It is in the minutes.", is_internal=False, by=actor_of(office_user))

    assert texts(sven) == ["Their third attempt.", "Name the source.", "It is in the minutes."]
    assert texts(actor_of(office_user)) == ["Name the source.", "It is in the minutes."]
    assert texts(office_actor(make_office("ROAS"))) == []
    assert texts(make_actor("board_member")) == []
    assert texts(make_actor("administrator")) == ["Name the source.", "It is in the minutes."]


def test_an_office_writes_no_internal_note_and_another_office_none(line, office_user):
    for actor, internal in [
        (actor_of(office_user), True),
        (office_actor(make_office("ROAS")), False),
        (make_actor("administrator"), False),
        (make_actor("board_member"), False),
    ]:
        with pytest.raises(NotAllowed):
            add_note(line, "A word.", is_internal=internal, by=actor)

    assert ReviewNote.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "code"), [(" ", "required"), ("x" * 5001, "too_long"), ("a\x07", "bad_character")]
)
def test_a_note_is_plain_words(line, text, code):
    with pytest.raises(Invalid) as refusal:
        add_note(line, text, is_internal=True, by=make_actor())

    assert [(fault.pointer, fault.code) for fault in refusal.value.faults] == [("/text", code)]
