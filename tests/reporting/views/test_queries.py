"""A page of a publication takes the same few queries, however much it shows."""

import pytest
from django.test import Client

from accounts.models.users import Role
from checklist.models import Answer
from tests import factories as make
from tests.reporting.world import AT, make_coverage, make_framework, publish_round

pytestmark = pytest.mark.django_db


def code(number):
    return "A" + chr(65 + number // 26) + chr(65 + number % 26)


def publish_countries(number):
    office = make.make_office("ROAF")
    for place in range(number):
        team = make.make_team(code(place), office)
        make_coverage(team.countries.get(), office)
        make_framework(team)
    round_ = make.make_open_round()
    Answer.objects.update(kind="full", progress="accepted", narrative="Done.")
    publish_round(round_, at=AT)


PAGES = {
    "/": 3,
    "/changes/": 4,
    "/offices/": 3,
    "/offices/ROAF/": 4,
    "/offices/ROAF/briefing/": 3,
    "/countries/": 4,
    "/countries/AAA/": 3,
    "/countries/AAA/briefing/": 3,
    "/teams/": 4,
    "/teams/AAA/": 3,
    "/pillars/": 3,
    "/pillars/NGT/": 3,
    "/pillars/NGT/briefing/": 3,
    "/items/NGT-01/": 4,
    "/answers/": 4,
    "/constraints/": 3,
    "/contributions/": 4,
    "/requests/": 4,
    "/frameworks/": 4,
    "/frameworks/?running_on=2026-02-24&signatory=yes": 4,
    "/frameworks/calendar/": 4,
    "/programme-documents/": 4,
    "/mechanisms/": 4,
    "/findings/": 4,
    "/documents/": 3,
    "/method/": 3,
    "/search/": 3,
    "/search/?q=team": 4,
    "/search/?q=team&kind=teams": 4,
    "/search/?q=team+nowhere": 5,
    "/publications/": 5,
    "/publications/2026/1/": 5,
    "/publications/2026/1/canonical.json": 4,
    "/publications/2026/1/overview/": 3,
}


@pytest.mark.parametrize("countries", [1, 100])
def test_the_number_of_queries_is_the_same_for_one_country_and_for_a_hundred(
    countries, django_assert_num_queries
):
    publish_countries(countries)
    board = Client()
    board.force_login(make.make_user(Role.BOARD_MEMBER))
    for page, number in PAGES.items():
        with django_assert_num_queries(number, info=page):
            assert board.get(page).status_code == 200


def test_an_office_and_the_secretariat_read_with_as_few(django_assert_num_queries):
    publish_countries(1)
    for role, number in ((Role.SECRETARIAT, 4), (Role.REGIONAL_OFFICE, 5)):
        client = Client()
        client.force_login(make.make_user(role, make.make_office("ROAF")))
        with django_assert_num_queries(number):
            client.get("/offices/ROAF/")


def test_an_unchanged_page_takes_as_many_queries_and_no_drawing(django_assert_num_queries):
    publish_countries(1)
    board = Client()
    board.force_login(make.make_user(Role.BOARD_MEMBER))
    tag = board.get("/")["ETag"]
    with django_assert_num_queries(3):
        board.get("/", headers={"If-None-Match": tag})
