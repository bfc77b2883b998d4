"""What all lists have in common, shown on the offices, teams and frameworks."""

from datetime import date

import pytest

from programmes.models import CooperationFramework
from tests.factories import caller, make_office, make_team

pytestmark = pytest.mark.django_db


def codes(reply):
    assert reply.status_code == 200, reply.content
    return [each["code"] for each in reply.json()["results"]]


def refused(reply):
    body = reply.json()
    return reply.status_code, body["code"], [error["parameter"] for error in body["errors"]]


@pytest.fixture
def teams():
    africa, arab = make_office("ROAF"), make_office("ROAS")
    return [make_team("KEN", africa), make_team("NGA", africa), make_team("EGY", arab)]


def test_a_page_has_count_links_and_results(teams):
    client = caller("secretariat")

    reply = client.get("/api/v1/teams/?limit=1&offset=1").json()

    assert (reply["count"], len(reply["results"])) == (3, 1)
    assert reply["next"] == "http://testserver/api/v1/teams/?limit=1&offset=2"
    assert reply["previous"] == "http://testserver/api/v1/teams/?limit=1"
    assert codes(client.get(reply["previous"])) == ["EGY"]


def test_a_page_behind_the_end_is_empty(teams):
    reply = caller("secretariat").get("/api/v1/teams/?offset=3").json()

    assert (reply["count"], reply["next"], reply["results"]) == (3, None, [])


@pytest.mark.parametrize("query", ["limit=1001", "limit=0", "limit=x", "limit=-1", "offset=-1"])
def test_a_page_size_out_of_bounds_is_refused(query):
    reply = caller("secretariat").get(f"/api/v1/teams/?{query}")

    assert refused(reply) == (400, "bad_value", [query.split("=")[0]])


def test_an_unknown_parameter_is_refused_with_the_names_that_are_known():
    reply = caller("secretariat").get("/api/v1/teams/?offcie=ROAF")

    assert refused(reply) == (400, "unknown_parameter", ["offcie"])
    error = reply.json()["errors"][0]
    assert "Did you mean “office”?" in error["message"]
    assert error["accepted"] == [
        "office",
        "unsdg_region",
        "q",
        "updated_since",
        "ordering",
        "limit",
        "offset",
    ]


def test_a_parameter_given_twice_means_or_and_two_parameters_mean_and(teams):
    client = caller("secretariat")

    assert codes(client.get("/api/v1/teams/?office=ROAF&office=ROAS")) == ["EGY", "KEN", "NGA"]
    assert codes(client.get("/api/v1/teams/?office=ROAF&q=ken")) == ["KEN"]


def test_an_unknown_code_in_a_filter_is_refused_with_what_was_meant(teams):
    reply = caller("secretariat").get("/api/v1/teams/?office=roaf")

    assert refused(reply) == (400, "unknown_code", ["office"])
    assert "Did you mean “ROAF”?" in reply.json()["errors"][0]["message"]
    assert reply.json()["errors"][0]["accepted"] == ["ROAF", "ROAS"]


def test_a_list_is_ordered_as_asked(teams):
    assert codes(caller("secretariat").get("/api/v1/teams/?ordering=-code")) == [
        "NGA",
        "KEN",
        "EGY",
    ]


def test_an_unknown_ordering_is_refused():
    reply = caller("secretariat").get("/api/v1/teams/?ordering=name")

    assert refused(reply) == (400, "unknown_ordering", ["ordering"])
    assert reply.json()["errors"][0]["accepted"] == ["code", "updated_at"]


def test_what_changed_since_a_moment_is_found_by_the_history(teams):
    client = caller("secretariat")
    moment = client.get("/api/v1/teams/KEN/").json()["updated_at"]

    assert codes(client.get("/api/v1/teams/", {"updated_since": moment})) == ["EGY", "KEN", "NGA"]
    assert codes(client.get("/api/v1/teams/?updated_since=2999-01-01T00:00:00+00:00")) == []


@pytest.mark.parametrize("value", ["yesterday", "2026-02-30", "2026-13-01T00:00:00Z"])
def test_a_moment_that_does_not_exist_is_refused(value):
    reply = caller("secretariat").get("/api/v1/teams/", {"updated_since": value})

    assert refused(reply) == (400, "bad_value", ["updated_since"])


@pytest.mark.parametrize("address", ["/api/v1/teams/?q=%00", "/api/v1/teams/%00/"])
def test_a_nul_in_the_address_is_refused(address):
    reply = caller("secretariat").get(address)

    assert (reply.status_code, reply.json()["code"]) == (400, "bad_character")


@pytest.fixture
def frameworks(teams):
    years = {"KEN": (2022, 2026), "NGA": (2023, 2027), "EGY": (2023, 2027)}
    return [
        CooperationFramework.objects.create(
            team=team,
            kind="cooperation_framework",
            place_in_sequence="running",
            starts_on=date(years[team.code][0], 1, 1),
            ends_on=date(years[team.code][1], 12, 31),
        )
        for team in teams
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("team=KEN", ["KEN"]),
        ("office=ROAF", ["KEN", "NGA"]),
        ("running_on=2022-06-01", ["KEN"]),
        ("running_on=2026-12-31", ["EGY", "KEN", "NGA"]),
        ("running_on=2027-01-01", ["EGY", "NGA"]),
        ("ends_before=2027-01-01", ["KEN"]),
        ("ends_after=2026-12-31", ["EGY", "NGA"]),
        ("kind=strategic_framework", []),
        ("ordering=-starts_on,team", ["EGY", "NGA", "KEN"]),
    ],
)
def test_frameworks_are_found_by_team_office_and_period(frameworks, query, found):
    reply = caller("secretariat").get(f"/api/v1/frameworks/?{query}")

    assert reply.status_code == 200, reply.content
    assert [each["team"] for each in reply.json()["results"]] == found


def test_a_day_that_does_not_exist_is_refused():
    reply = caller("secretariat").get("/api/v1/frameworks/?running_on=2026-02-30")

    assert refused(reply) == (400, "bad_value", ["running_on"])
