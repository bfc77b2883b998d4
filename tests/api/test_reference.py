"""The lists of reference records: their fields, and what they cost."""

from datetime import date

import pytest

from programmes.models import (
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    FrameworkResult,
    MechanismRole,
    Presence,
    ProgrammeResult,
    WorkPlanItem,
)
from regions.models import Country, Installation, OfficeCoverage, RegionalMechanism
from tests.factories import (
    caller,
    make_checklist,
    make_country,
    make_office,
    make_open_round,
    make_round,
    make_team,
)

pytestmark = pytest.mark.django_db
BASE = "http://testserver/api/v1/"


def make_framework(team, year=2022, **fields):
    return CooperationFramework.objects.create(
        team=team,
        kind="cooperation_framework",
        place_in_sequence="running",
        starts_on=date(year, 1, 1),
        ends_on=date(year, 12, 31),
        source="UNSDG list",
        **fields,
    )


def without(shape, *names):
    return {name: value for name, value in shape.items() if name not in names}


def got(path):
    reply = caller("secretariat").get(f"/api/v1/{path}")
    assert reply.status_code == 200, reply.content
    return reply.json()


def test_an_office():
    make_office("ROAS", city="Cairo")

    assert without(got("offices/ROAS/"), "updated_at") == {
        "url": f"{BASE}offices/ROAS/",
        "display": "Office ROAS",
        "provenance": {"kind": "document", "source": "HSP/EB.2025/8, paras 7 to 15"},
        "code": "ROAS",
        "kind": "regional",
        "name": "Office ROAS",
        "names": {"en": "Office ROAS"},
        "area": "Area ROAS",
        "city": "Cairo",
    }


def test_a_country_has_the_office_of_today_and_its_team():
    make_team("KEN", make_office("ROAF"))
    OfficeCoverage.objects.create(
        country=Country.objects.get(iso3="KEN"),
        office=make_office("ROAS"),
        ends_on=date(2020, 1, 1),
        certainty="published",
    )
    OfficeCoverage.objects.create(
        country=Country.objects.get(iso3="KEN"),
        office=make_office("ROAF"),
        starts_on=date(2020, 1, 1),
        certainty="published",
    )

    country = got("countries/KEN/")

    assert (country["code"], country["office"], country["team"]) == ("KEN", "ROAF", "KEN")


def test_a_team_lists_its_countries():
    make_team("PACIFIC", make_office("ROAP"), "FJI", "TUV")

    team = got("teams/PACIFIC/")

    assert (team["office"], team["countries"]) == ("ROAP", ["FJI", "TUV"])


def test_a_framework_has_the_fields_of_its_source():
    framework = make_framework(make_team("KEN"), original_ends_on=date(2021, 12, 31))

    assert without(got(f"frameworks/{framework.pk}/"), "updated_at") == {
        "url": f"{BASE}frameworks/{framework.pk}/",
        "display": "Team KEN · 2022–2022",
        "provenance": {"kind": "document", "source": "UNSDG list"},
        "id": framework.pk,
        "team": "KEN",
        "office": "ROAF",
        "kind": "cooperation_framework",
        "place_in_sequence": "running",
        "starts_on": "2022-01-01",
        "ends_on": "2022-12-31",
        "original_ends_on": "2021-12-31",
        "signed_on": None,
        "extended_on": None,
        "extension_note": "",
        "predecessor": None,
        "evaluated_on": None,
        "source": "UNSDG list",
        "engagement": f"{BASE}frameworks/{framework.pk}/engagement/",
        "allowed_actions": [
            {"action": "change", "allowed": True, "reasons": []},
            {"action": "delete", "allowed": True, "reasons": []},
        ],
    }


def test_an_engagement_that_is_not_recorded_is_unknown_and_not_no():
    framework = make_framework(make_team("KEN"))

    engagement = got(f"frameworks/{framework.pk}/engagement/")

    assert (engagement["signatory"], engagement["level"]) == ("unknown", "unknown")
    assert engagement["provenance"] == {"kind": "entered", "source": ""}


def test_an_engagement_is_two_facts_with_their_day():
    framework = make_framework(make_team("KEN"))
    FrameworkEngagement.objects.create(
        framework=framework,
        signatory="yes",
        level="light",
        as_of=date(2025, 1, 27),
        is_invented=True,
    )

    engagement = got(f"frameworks/{framework.pk}/engagement/")

    assert (engagement["signatory"], engagement["level"]) == ("yes", "light")
    assert engagement["as_of"] == "2025-01-27"
    assert engagement["provenance"]["kind"] == "invented"


def test_a_programme_document_with_an_unknown_period_says_null():
    make_team("KEN")
    document = CountryProgrammeDocument.objects.create(
        country=Country.objects.get(iso3="KEN"), generation="new", kind="full"
    )

    shape = got(f"programme-documents/{document.pk}/")

    assert (shape["country"], shape["starts_on"], shape["stage"]) == ("KEN", None, "unknown")
    assert shape["display"] == "Country KEN"


def make_mechanism(code, office):
    return RegionalMechanism.objects.create(
        code=code,
        kind="platform",
        names={"en": code},
        office=office,
        source="HSP/EB.2025/8, para 7",
    )


def test_a_role_names_mechanism_office_and_countries():
    role = MechanismRole.objects.create(
        mechanism=make_mechanism("africa-platform", make_office()), role="co_chair"
    )
    role.countries.set([make_country("ZAF"), make_country("BWA")])

    shape = got(f"mechanism-roles/{role.pk}/")

    assert shape["display"] == "africa-platform · co-chair"
    assert (shape["mechanism"], shape["office"]) == ("africa-platform", "ROAF")
    assert shape["countries"] == ["BWA", "ZAF"]


def test_a_checklist_has_scale_pillars_and_items():
    make_checklist("2025-reconstruction", items=2)

    shape = got("checklists/2025-reconstruction/")

    assert shape["is_reconstruction"] is True
    assert [level["kind"] for level in shape["scale"]][:2] == ["full", "partial"]
    assert [pillar["code"] for pillar in shape["pillars"]] == ["NGT"]
    assert [item["code"] for item in shape["items"]] == ["NGT-01", "NGT-02"]


def test_a_round_shows_how_far_each_office_is():
    make_team("KEN", make_office("ROAF"))
    make_team("EGY", make_office("ROAS"))
    make_open_round()

    shape = got("rounds/2026/")

    assert (shape["state"], shape["checklist"]) == ("open", "test")
    empty = {"empty": 1, "draft": 0, "submitted": 0, "returned": 0, "accepted": 0}
    assert shape["offices"] == [
        {"office": "ROAF", "total": 1, **empty},
        {"office": "ROAS", "total": 1, **empty},
    ]


def test_an_office_sees_its_own_progress_and_nothing_to_do_with_a_round():
    office = make_office("ROAF")
    make_team("KEN", office)
    make_team("EGY", make_office("ROAS"))
    make_open_round()

    shape = caller("regional_office", office).get("/api/v1/rounds/2026/").json()

    assert [each["office"] for each in shape["offices"]] == ["ROAF"]
    assert shape["allowed_actions"] == []


def test_the_secretariat_is_told_what_a_round_can_do_next():
    make_round(state="frozen")

    actions = {each["action"]: each for each in got("rounds/2026/")["allowed_actions"]}

    assert [name for name in actions if actions[name]["allowed"]] == ["reopen"]
    assert [reason["code"] for reason in actions["publish"]["reasons"]] == ["nothing_accepted"]


def test_in_a_demonstration_a_round_says_that_it_is_invented():
    Installation.objects.create(pk=1, is_demonstration=True)
    make_round(is_invented=True)

    assert got("rounds/2026/")["provenance"]["kind"] == "invented"


def grow(number):
    """Some more of every kind of record; each is known by its own number."""
    office = make_office("ROAF")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for each in range(number):
        suffix = letters[each // 26] + letters[each % 26]
        team = make_team(f"Q{suffix}", office)
        framework = make_framework(team)
        country = Country.objects.get(iso3=f"Q{suffix}")
        document = CountryProgrammeDocument.objects.create(
            country=country, generation="new", kind="full"
        )
        FrameworkEngagement.objects.create(framework=framework)
        AnalysisContribution.objects.create(country=country)
        Presence.objects.create(country=country, kind="none")
        result = {"code": "1", "level": "outcome", "statement": "Homes"}
        FrameworkResult.objects.create(framework=framework, **result)
        ProgrammeResult.objects.create(document=document, **result)
        item = {"code": "1", "name": "x", "plan": "x", "year": 2025, "names_un_habitat": False}
        WorkPlanItem.objects.create(framework=framework, **item)
        mechanism = make_mechanism(f"mechanism-{each}", office)
        MechanismRole.objects.create(mechanism=mechanism, role="member")
        checklist = make_checklist(f"v{each}")
        make_round(f"R{each}", checklist=checklist)


QUERIES = {
    "offices": 5,
    "countries": 5,
    "teams": 5,
    "frameworks": 5,
    "engagements": 5,
    "contributions": 5,
    "presence": 5,
    "programme-documents": 5,
    "framework-results": 5,
    "programme-results": 5,
    "work-plan-items": 5,
    "mechanisms": 5,
    "mechanism-roles": 5,
    "checklists": 5,
    "rounds": 5,
}
"""Token with person and offices, call count, demonstration mark, count, page."""


@pytest.mark.parametrize("number", [1, 100])
def test_a_list_costs_the_same_for_1_and_for_100(number, django_assert_num_queries):
    grow(number)
    client = caller("regional_office", make_office("ROAF"))

    for name, queries in QUERIES.items():
        with django_assert_num_queries(queries):
            reply = client.get(f"/api/v1/{name}/?limit=100")
        assert reply.status_code == 200
        assert len(reply.json()["results"]) == (1 if name == "offices" else number)
