"""What members of the Board asked for is carried from publication to publication until closed."""

import json
from datetime import UTC, date, datetime

import pytest

from reporting.publishing import publish
from reporting.snapshots.canonical import unpacked
from tests import factories as make
from tests.reporting.test_publishing import section
from tests.reporting.views.test_pages import reader, text_of
from tests.reporting.world import answered_round, make_world, publish_round

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = (datetime(year, 2, 24, 9, tzinfo=UTC) for year in (2026, 2027, 2028))


@pytest.fixture
def sessions():
    """Of 2025 and 2026, before the publications; of 2027, to which the second one reports."""
    make_world()
    days = {"2025-1": date(2025, 3, 25), "2026-1": date(2026, 5, 5), "2027-1": date(2027, 5, 4)}
    return {code: make.make_session(code, day) for code, day in days.items()}


def publish_twice(sessions, between=lambda: None):
    """The rounds of 2026 and 2027, each before its session."""
    first = publish_round(answered_round("2026", session=sessions["2026-1"]), at=FIRST)
    between()
    second = publish_round(answered_round("2027", session=sessions["2027-1"]), at=SECOND)
    return first, second


def published(publication):
    """What a publication says of each request: state, sessions it was carried into, late or not."""
    rows = json.loads(unpacked(publication.canonical))["requests"]
    return {
        f"{row['session']}/{row['number']}": (row["state"], row["carried"], row["is_overdue"])
        for row in rows
    }


def test_a_request_is_carried_into_the_next_publication_until_it_is_closed(sessions):
    make.make_request(sessions["2025-1"], due_on=date(2026, 12, 31))
    closed = make.make_request(sessions["2025-1"])

    def between():
        closed.state, closed.follow_up = "closed", {"en": "Shown for each framework."}
        closed.closed_on = date(2026, 6, 1)
        closed.save()
        make.make_request(sessions["2026-1"])

    first, second = publish_twice(sessions, between)

    assert published(first) == {"2025-1/1": ("open", 1, False), "2025-1/2": ("open", 1, False)}
    assert published(second) == {
        "2026-1/1": ("open", 1, False),
        "2025-1/1": ("open", 2, True),
        "2025-1/2": ("closed", 0, False),
    }
    later = make.make_session("2028-1", date(2028, 5, 2))
    third = publish_round(answered_round("2028", session=later), at=THIRD)
    assert published(third) == {"2026-1/1": ("open", 2, False), "2025-1/1": ("open", 3, True)}


def test_what_is_closed_is_told_once_and_is_back_when_it_is_reopened(sessions):
    closed = {"state": "closed", "follow_up": {"en": "Done."}, "closed_on": date(2026, 1, 5)}
    make.make_request(sessions["2025-1"], **closed)
    reopened = make.make_request(sessions["2025-1"], **closed)

    def between():
        reopened.state, reopened.closed_on = "under_way", None
        reopened.save()

    first, second = publish_twice(sessions, between)
    later = make.make_session("2028-1", date(2028, 5, 2))
    third = publish_round(answered_round("2028", session=later), at=THIRD)

    assert published(first) == {"2025-1/1": ("closed", 0, False), "2025-1/2": ("closed", 0, False)}
    assert published(second) == {"2025-1/2": ("under_way", 2, False)}
    assert published(third) == {"2025-1/2": ("under_way", 3, False)}


def test_what_is_asked_after_the_day_of_a_publication_is_not_in_it(sessions):
    make.make_request(sessions["2026-1"])

    first = publish_round(answered_round("2026", session=sessions["2026-1"]), at=FIRST)

    assert published(first) == {}
    assert section(first, "requests")["states"] == {}


def test_a_correction_of_a_round_tells_again_what_was_closed_before_it(sessions):
    make.make_request(
        sessions["2025-1"],
        state="closed",
        follow_up={"en": "Done."},
        closed_on=date(2026, 1, 5),
    )
    first = publish_round(answered_round("2026", session=sessions["2026-1"]), at=FIRST)
    first.round.state = "frozen"
    first.round.save()

    again = publish(first.round, note="A date.", at=SECOND, by=make.make_actor())

    assert published(first) == published(again) == {"2025-1/1": ("closed", 0, False)}


def test_the_name_of_a_person_at_headquarters_stays_in_the_house(sessions):
    make.make_request(sessions["2025-1"], owner=make.make_office("HQ"), owner_name="A. Person")

    publication, _ = publish_twice(sessions)

    assert b"A. Person" not in unpacked(publication.canonical)


@pytest.fixture
def board(sessions):
    """A publication with an answered, an overdue and a new request; a member who reads it."""
    answer = publish_round(answered_round("2026", session=sessions["2026-1"]), at=FIRST)
    make.make_request(
        sessions["2025-1"],
        state="answered",
        follow_up={"en": "See the page of each country.", "fr": "Voir chaque pays."},
        answered_in=answer,
        items=["NGT-01", "NGT-09"],
        countries=["KEN"],
        owner=make.make_office("HQ"),
    )
    make.make_request(sessions["2025-1"], speaker="Brazil", due_on=date(2026, 12, 31))
    make.make_request(sessions["2026-1"], speaker="Sweden", theme="efficiency")
    publish_round(answered_round("2027", session=sessions["2027-1"]), at=SECOND)
    return reader()


def lines_of(table):
    """A file as text."""
    return b"".join(table.streaming_content if table.streaming else [table.content]).decode()


def test_the_page_says_what_was_answered_and_what_is_carried_over(board):
    page = text_of(board.get("/requests/"))

    assert (
        "1 of 3 requests of the Board are answered; 2 are carried over, the oldest since March 2025"
    ) in page
    assert "1 of those carried over is past the day it was due." in page
    assert "Overdue since 31 December 2026" in page
    assert "Carried into 2 sessions" in page
    assert page.index("Sweden") < page.index("African Group")


def test_a_request_leads_to_what_answers_it(board):
    page = board.get("/requests/").content.decode()

    assert 'href="/publications/2026/1/">Round 2026, publication 1<' in page
    assert 'href="/items/NGT-01/">NGT-01, Item NGT-01<' in page
    assert 'href="/countries/KEN/">Country KEN<' in page
    assert "NGT-09" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("session=2026-1", ["Sweden"]),
        ("theme=efficiency", ["Sweden"]),
        ("state=answered", ["African Group"]),
        ("carried=yes", ["Sweden", "Brazil"]),
        ("overdue=yes", ["Brazil"]),
        ("item=NGT-01", ["African Group"]),
        ("country=KEN", ["African Group"]),
        ("office=HQ", ["African Group"]),
        ("office=HQ&theme=efficiency", []),
    ],
)
def test_every_facet_narrows_page_and_file(board, query, found):
    page = text_of(board.get(f"/requests/?{query}"))
    lines = lines_of(board.get(f"/requests/table/requests.csv?{query}"))

    for speaker in ("Sweden", "Brazil", "African Group"):
        assert (speaker in page, speaker in lines) == (speaker in found, speaker in found)


def test_what_a_filter_does_not_know_is_refused(board):
    assert board.get("/requests/?session=1999-1").status_code == 400


def test_the_file_has_an_hxl_row(board):
    lines = lines_of(board.get("/requests/table/requests.csv?hxl=1"))
    assert "#org+requesting+name" in lines.splitlines()[1]


def test_an_answer_in_another_language_is_marked_as_such(board):
    page = board.get("/fr/requests/").content.decode()

    assert "Voir chaque pays." in page
    assert '<bdi lang="en" dir="ltr">Equal attention to each framework</bdi>' in page


@pytest.mark.parametrize("address", ["/", "/items/NGT-01/", "/countries/KEN/"])
def test_overview_item_and_country_show_the_requests_that_name_them(board, address):
    page = text_of(board.get(address))

    assert "Asked by members, and what this round shows" in page
    assert "See the page of each country." in page


@pytest.mark.parametrize("address", ["/items/NGT-02/", "/countries/FJI/"])
def test_a_page_that_no_request_names_says_nothing_of_requests(board, address):
    assert "Asked by members" not in text_of(board.get(address))


def test_where_nothing_was_asked_the_page_says_when_something_will_stand_here(sessions):
    publish_round(answered_round("2026", session=sessions["2026-1"]), at=FIRST)

    page = text_of(reader().get("/requests/"))

    assert "No request of the Board is on record" in page
    assert "No request is on record yet" in page


def test_what_is_recorded_after_publication_is_not_seen_by_the_board(board):
    before = text_of(board.get("/requests/"))

    make.make_request(make.make_session("2025-1"), speaker="Somebody new")

    assert text_of(board.get("/requests/")) == before
