"""How many pages an address may read in a minute where publications are public."""

import pytest
from django.test import Client

from accounts.models.users import Role
from tests.checklist.pages import signed_in
from tests.factories import make_user
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_pages_a_minute(settings, monkeypatch):
    settings.PUBLICATIONS_ARE_PUBLIC = True
    settings.API_CALLS_OF_STRANGERS = 2
    monkeypatch.setattr("habitat_reform.strangers.clock", lambda: 75.0)


def test_a_stranger_who_reads_too_much_is_told_when_to_go_on():
    make_publication()
    stranger = Client()
    replies = [stranger.get(path) for path in ("/", "/ar/teams/", "/teams/table/teams.xlsx")]
    assert [reply.status_code for reply in replies] == [200, 200, 429]
    assert (replies[2]["Retry-After"], replies[2]["Cache-Control"]) == ("45", "no-store")
    assert "Too many requests" in replies[2].content.decode()


def test_who_signed_in_is_not_counted_and_has_no_stranger_in_the_way():
    make_publication()
    for _ in range(3):
        Client().get("/")
    reader = signed_in(make_user(Role.BOARD_MEMBER))
    assert {reader.get("/").status_code for _ in range(3)} == {200}


def test_where_nothing_is_public_nobody_is_counted(settings):
    settings.PUBLICATIONS_ARE_PUBLIC = False
    stranger = Client()
    assert {stranger.get("/").status_code for _ in range(3)} == {302}


def test_whoever_watches_the_service_is_not_counted(django_assert_num_queries):
    stranger = Client()
    with django_assert_num_queries(0):
        assert {stranger.get("/livez").status_code for _ in range(3)} == {200}
