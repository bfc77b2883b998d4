from datetime import date

import pytest

from checklist.models import Answer, BoardDocument
from programmes.models import CooperationFramework, FrameworkEngagement, Presence
from regions.models import Country, OfficeCoverage
from reporting.models import ReportedFigure
from tests.factories import (
    caller,
    make_checklist,
    make_office,
    make_open_round,
    make_round,
    make_session,
    make_team,
)

pytestmark = pytest.mark.django_db
FIGURES, SCORECARDS = "/api/v1/figures/", "/api/v1/scorecards/"


def make_figure(round_, measure="frameworks_signed", value=45, **fields):
    report, _ = BoardDocument.objects.get_or_create(
        symbol="HSP/EB.2025/8", defaults={"session": make_session(), "kind": "report"}
    )
    defaults = {"unit": "frameworks", "qualifier": "at_least", "as_of": date(2025, 1, 27)}
    return ReportedFigure.objects.create(
        round=round_,
        office=make_office("ROAF"),
        measure=measure,
        value=value,
        document=report,
        paragraph="12",
        **{**defaults, **fields},
    )


def make_framework(team, signatory="yes", level="active"):
    framework = CooperationFramework.objects.create(
        team=team,
        kind="cooperation_framework",
        place_in_sequence="running",
        starts_on=date(2022, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    if signatory:
        FrameworkEngagement.objects.create(framework=framework, signatory=signatory, level=level)
    return framework


@pytest.fixture
def secretariat():
    return caller("secretariat")


def test_a_figure_keeps_its_hedge_and_stands_beside_its_count(secretariat):
    round_ = make_round("2025", "published")
    office = make_office("ROAF")
    make_framework(make_team("KEN", office))
    make_framework(make_team("NGA", office), signatory="")
    figure = make_figure(round_)

    (shape,) = secretariat.get(FIGURES).json()["results"]

    assert (shape["round"], shape["office"], shape["measure"]) == (
        "2025",
        "ROAF",
        "frameworks_signed",
    )
    assert shape["reported"] == {
        "qualifier": "at_least",
        "value": 45,
        "of_total": None,
        "of_total_qualifier": "",
        "as_of": "2025-01-27",
        "document": "HSP/EB.2025/8",
        "paragraph": "12",
    }
    assert (shape["counted"]["value"], shape["counted"]["of_total"]) == (1, 2)
    assert shape["comparison"] == "differs"
    assert secretariat.get(f"{FIGURES}{figure.pk}/").json() == shape


@pytest.mark.parametrize(
    "measure",
    [
        "frameworks_signed",
        "frameworks_actively_engaged",
        "frameworks_lightly_engaged",
        "countries_served",
        "countries_with_presence",
        "countries_actively_engaged",
    ],
)
def test_the_address_of_a_count_lists_exactly_what_was_counted(secretariat, measure):
    office = make_office("ROAF")
    for code, facts in {
        "KEN": ("yes", "active"),
        "NGA": ("yes", "light"),
        "ZAF": ("no", "light"),
        "BWA": ("", ""),
    }.items():
        make_framework(make_team(code, office), *facts)
        country = Country.objects.get(iso3=code)
        OfficeCoverage.objects.create(country=country, office=office, certainty="published")
    Presence.objects.create(country=Country.objects.get(iso3="KEN"), kind="physical")
    make_figure(make_round("2025", "published"), measure)

    (figure,) = secretariat.get(FIGURES).json()["results"]
    reply = secretariat.get(figure["counted"]["rows"])

    assert reply.status_code == 200, reply.content
    assert reply.json()["count"] == figure["counted"]["value"] > 0


def test_what_no_record_holds_is_not_counted(secretariat):
    make_figure(make_round("2025", "published"), "countries_with_projects")

    (shape,) = secretariat.get(FIGURES).json()["results"]

    assert (shape["counted"], shape["comparison"]) == (None, "not_counted")


def test_a_figure_that_is_not_there_is_404(secretariat):
    assert secretariat.get(f"{FIGURES}1/").status_code == 404


@pytest.mark.parametrize("number", [1, 100])
def test_figures_cost_the_same_for_1_and_for_100(secretariat, number, django_assert_num_queries):
    checklist = make_checklist()
    for each in range(number):
        round_ = make_round(f"R{each}", checklist=checklist)
        make_figure(round_)
        make_framework(make_team(f"Q{chr(65 + each // 26)}{chr(65 + each % 26)}"))

    with django_assert_num_queries(8):
        reply = secretariat.get(f"{FIGURES}?limit=100")

    assert len(reply.json()["results"]) == number


@pytest.fixture
def open_round():
    office = make_office("ROAF")
    make_team("KEN", office)
    make_team("EGY", make_office("ROAS"))
    make_checklist(items=3)
    round_ = make_open_round()
    Answer.objects.filter(subject="KEN", item__code="NGT-01").update(kind="full", progress="draft")
    return round_


def test_scorecards_count_and_judge_the_answers_of_now(open_round, secretariat):
    cards = secretariat.get(f"{SCORECARDS}?round=2026&by=office").json()["results"]

    assert [(card["key"], card["full"], card["not_assessed"]) for card in cards] == [
        ("ROAF", 1, 2),
        ("ROAS", 0, 3),
    ]
    assert [(card["verdict"], card["share"]) for card in cards] == [
        ("partial", 0.3333333333333333),
        ("not_assessed", 0.0),
    ]
    assert cards[0]["is_enough_for_a_share"] is False


@pytest.mark.parametrize(
    ("by", "keys"),
    [("pillar", ["NGT"]), ("team", ["EGY", "KEN"]), ("item", ["NGT-01", "NGT-02", "NGT-03"])],
)
def test_scorecards_are_cut_as_asked(open_round, secretariat, by, keys):
    cards = secretariat.get(f"{SCORECARDS}?by={by}").json()["results"]

    assert [card["key"] for card in cards] == keys
    assert secretariat.get(cards[0]["url"]).json()["count"] == 1


def test_an_office_sees_its_own_scorecards(open_round):
    cards = caller("regional_office", make_office("ROAS")).get(SCORECARDS).json()["results"]

    assert [card["key"] for card in cards] == ["ROAS"]


def test_without_an_open_round_there_is_nothing_to_count(secretariat):
    assert secretariat.get(SCORECARDS).json()["results"] == []


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("by=region", "unknown_code"),
        ("round=1999", "unknown_code"),
        ("key=ROAX", "unknown_code"),
        ("rounds=2026", "unknown_parameter"),
    ],
)
def test_a_cut_that_cannot_be_is_refused(open_round, secretariat, query, code):
    reply = secretariat.get(f"{SCORECARDS}?{query}")

    assert (reply.status_code, reply.json()["code"]) == (400, code)


@pytest.mark.parametrize("number", [1, 100])
def test_scorecards_cost_the_same_for_1_and_for_100(number, django_assert_num_queries):
    office = make_office("ROAF")
    for each in range(number):
        make_team(f"Q{chr(65 + each // 26)}{chr(65 + each % 26)}", office)
    make_checklist()
    make_open_round()
    client = caller("secretariat")

    with django_assert_num_queries(6):
        reply = client.get(f"{SCORECARDS}?by=team")

    assert reply.json()["count"] == number
