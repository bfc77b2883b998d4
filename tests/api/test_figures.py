from datetime import date

import pytest

from checklist.models import Answer, BoardDocument
from programmes.models import (
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    FrameworkResult,
    Presence,
    ProgrammeResult,
)
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
        "countries_with_projects",
        "countries_with_cca_support",
        "countries_actively_engaged",
        "countries_lightly_engaged",
        "hcpds_new_generation",
        "hcpds_derived",
        "hcpds_running",
    ],
)
def test_the_address_of_a_count_lists_exactly_what_was_counted(secretariat, measure):
    make_register()
    make_figure(make_round("2025", "published"), measure)

    (figure,) = secretariat.get(FIGURES).json()["results"]
    counted = figure["counted"]
    reply, silent = secretariat.get(counted["rows"]), secretariat.get(counted["silent_rows"])

    assert reply.status_code == 200, reply.content
    assert reply.json()["count"] == counted["value"] > 0
    assert silent.json()["count"] == counted["silent"]
    for row in reply.json()["results"]:
        assert secretariat.get(row["url"]).json()["display"].startswith(row["display"])


@pytest.mark.parametrize("number", [1, 50])
def test_the_rows_of_a_count_cost_the_same_for_1_and_for_50(
    secretariat, number, django_assert_num_queries
):
    for each in range(number):
        make_framework(make_team(f"Q{chr(65 + each // 26)}{chr(65 + each % 26)}"))

    with django_assert_num_queries(8):
        reply = secretariat.get("/api/v1/measures/frameworks_signed/rows/?office=ROAF")

    assert reply.json()["count"] == number


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("frameworks_counted/rows/?office=ROAF", 404, "not_found"),
        ("frameworks_signed/rows/", 400, "unknown_code"),
        ("frameworks_signed/rows/?office=ROAX", 400, "unknown_code"),
        ("frameworks_signed/rows/?office=ROAF&day=2025-02-30", 400, "bad_value"),
        ("frameworks_signed/rows/?office=ROAF&silent=yes", 400, "bad_value"),
        ("frameworks_signed/rows/?office=ROAF&page=2", 400, "unknown_parameter"),
    ],
)
def test_rows_that_cannot_be_are_refused(secretariat, address, status, code):
    make_office("ROAF")
    reply = secretariat.get(f"/api/v1/measures/{address}")

    assert (reply.status_code, reply.json()["code"]) == (status, code)


def make_register():
    """Kenya with everything that can be counted; three countries with less."""
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
    kenya = Country.objects.get(iso3="KEN")
    Presence.objects.create(country=kenya, kind="physical", projects="yes")
    AnalysisContribution.objects.create(country=kenya, given_on=date(2025, 1, 27))
    framework = CooperationFramework.objects.get(team__code="KEN")
    document = CountryProgrammeDocument.objects.create(
        country=kenya,
        generation="new",
        kind="full",
        stage="running",
        starts_on=date(2023, 1, 1),
        ends_on=date(2026, 12, 31),
        framework=framework,
    )
    outcome = FrameworkResult.objects.create(framework=framework, level="outcome", code="1")
    ProgrammeResult.objects.create(
        document=document, level="outcome", code="1", derived_from=outcome
    )
    ProgrammeResult.objects.create(
        document=document, level="outcome", code="2", outside_justification="A request of 2024."
    )


def test_a_day_without_records_cannot_be_compared(secretariat):
    make_figure(make_round("2025", "published"), "countries_with_projects")

    (shape,) = secretariat.get(FIGURES).json()["results"]

    assert (shape["counted"]["value"], shape["comparison"]) == (0, "not_comparable")


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
