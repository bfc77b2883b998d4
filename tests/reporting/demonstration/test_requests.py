"""What members asked for, in the demonstration: told as the sources tell it, else marked."""

from datetime import date

import pytest

from reporting.demonstration.requests import open_docket
from reporting.models import BoardRequest
from reporting.references import load_reference
from tests.factories import make_actor

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def docket():
    load_reference()
    return open_docket(TODAY, make_actor())


def told(**fields):
    rows = BoardRequest.objects.filter(**fields).order_by("session__opens_on", "number")
    return list(rows.values_list("speaker", "state"))


def test_a_session_tells_nothing_before_it_was_held(docket):
    docket.play(until=date(2022, 1, 11))
    assert told() == []
    docket.play(until=date(2023, 9, 19))
    assert told() == [("France", "under_way")]


def test_only_what_is_told_with_its_session_is_not_marked_as_invented(docket):
    played(docket)
    assert told(is_invented=False) == [("African Group", "under_way")]
    assert BoardRequest.objects.get(is_invented=False).session.code == "2025-1"


def played(docket):
    """All of it; publications are made elsewhere."""
    docket.told = [each for each in docket.told if each["speaker"] != "United States of America"]
    docket.play(until=TODAY)


def test_there_is_one_of_each_state_and_one_that_is_late(docket):
    played(docket)
    assert {state for _speaker, state in told()} == set(BoardRequest.State.values)
    late = BoardRequest.objects.due_by(TODAY).values_list("speaker", flat=True)
    assert set(late) == {"Malawi", "Argentina", "Colombia"}


def test_to_play_a_day_twice_changes_nothing(docket):
    docket.play(until=date(2023, 9, 19))
    docket.play(until=date(2023, 9, 19))
    assert BoardRequest.objects.get().version == 2
