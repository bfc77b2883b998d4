"""The specific contribution, framework by framework: page, filters, files."""

import pytest
from django.test import Client

from accounts.models.users import Role
from programmes.models import AnalysisContribution, CooperationFramework, WorkPlanItem
from tests import factories as make
from tests.reporting.world import answered_round, make_world, publish_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def kenya():
    make_world()
    return CooperationFramework.objects.get(team__code="KEN")


def make_plan(framework, *names, naming=True):
    for place, name in enumerate(names):
        WorkPlanItem.objects.create(
            framework=framework,
            plan="Plan",
            year=2026,
            code=f"1.{place}",
            name=name,
            names_un_habitat=naming,
            source="UN INFO",
        )


def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


def published():
    publish_round(answered_round())
    return board()


def page_of(client, query=""):
    return client.get(f"/contributions/{query}").context["page"]


def rows_of(page):
    return {row.code: row for group in page.groups for row in group.rows}


def test_the_page_opens_with_how_many_teams_have_their_line(kenya):
    head = page_of(published()).head
    assert head.headline == (
        "One line of specific contribution is on record for 1 of 2 country teams"
    )
    assert head.lead == "1 framework runs without a line on record; not recorded is not “none”."


def test_every_office_has_its_bar_and_unfolds_to_its_frameworks(kenya):
    page = page_of(published())
    assert [(bar.code, bar.words, bar.url) for bar in page.bars] == [
        ("ROAF", "1 of 1", "/contributions/?office=ROAF"),
        ("ROAS", "0 of 1", "/contributions/?office=ROAS"),
    ]
    assert page.total.words == "1 of 2"


def test_a_row_tells_all_that_is_on_record(kenya):
    make_plan(kenya, "Upgrade a neighbourhood", "Write a plan", "Map land", "Train mayors")
    AnalysisContribution.objects.create(
        country=make.make_country("KEN"), given_on="2024-03-01", topic="Housing", source="CCA"
    )
    row = rows_of(page_of(published()))["KEN"]
    assert (row.framework, row.signatory, row.level) == ("2023–2027", "Yes", "Active")
    assert row.contribution.text == "Plans with counties."
    assert [(each.words, each.note, each.source) for each in row.given] == [
        ("Analysis, 1 March 2024", "Housing", "CCA")
    ]
    assert (row.plan.words, len(row.plan.items), row.plan.source) == ("2026: 4 items", 3, "UN INFO")
    assert [(each.words, each.source) for each in row.documents] == [
        ("2023–2026", "HSP/EB.2025/8, para 17")
    ]


def test_a_plan_that_does_not_name_un_habitat_is_on_record_all_the_same(kenya):
    make_plan(kenya, "Equip a health post", naming=False)
    row = rows_of(page_of(published()))["KEN"]
    assert row.plan.words == "2026: on record, does not name UN-Habitat"


def test_what_was_given_to_an_earlier_framework_does_not_stand_beside_this_one(kenya):
    earlier = CooperationFramework.objects.create(
        team=kenya.team, kind="cooperation_framework", starts_on="2018-01-01", ends_on="2022-12-31"
    )
    AnalysisContribution.objects.create(
        country=make.make_country("KEN"), framework=earlier, given_on="2017-03-01"
    )
    assert rows_of(page_of(published()))["KEN"].given == []


def test_what_is_not_on_record_says_so_and_never_none(kenya):
    answer = published().get("/contributions/?office=ROAS").content.decode()
    row = answer[answer.rindex("<tbody>") : answer.rindex("</tbody>")]
    assert (row.count("Not recorded"), "None" in row) == (6, False)


def test_where_nothing_is_signed_no_signed_framework_is_said_to_have_its_line(kenya):
    kenya.engagements.update(signatory="unknown")
    client = published()
    assert page_of(client).table_title == (
        "UN-Habitat signed 0 of the 2 frameworks that run; for 2 it is not recorded"
    )


def test_an_office_without_a_framework_that_runs_has_nothing_to_fill(kenya):
    CooperationFramework.objects.filter(team__code="PACIFIC").delete()
    page = page_of(published(), "?office=ROAS")
    assert page.table_title == "Area ROAS: No framework runs"


def test_blanks_are_no_contribution_on_any_page(kenya):
    kenya.engagements.update(specific_contribution="  ")
    client = published()
    assert rows_of(page_of(client, "?recorded=no"))["KEN"].contribution is None
    assert client.get("/countries/KEN/").context["page"].contribution is None


def test_a_team_without_a_framework_is_named_as_such(kenya):
    CooperationFramework.objects.filter(team__code="PACIFIC").delete()
    client = published()
    page = page_of(client, "?recorded=no_framework")
    assert [*rows_of(page)] == ["PACIFIC"]
    assert (
        "No framework runs on the day of the register"
        in client.get("/contributions/").content.decode()
    )


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("?recorded=yes", ["KEN"]),
        ("?recorded=no", ["PACIFIC"]),
        ("?signatory=yes", ["KEN"]),
        ("?signatory=unknown&level=unknown", ["PACIFIC"]),
        ("?level=active&office=ROAS", []),
    ],
)
def test_rows_are_narrowed_by_facets(kenya, query, codes):
    assert [*rows_of(page_of(published(), query))] == codes


def test_the_rows_are_taken_along_as_a_file(kenya):
    answer = published().get("/contributions/table/contributions.csv?recorded=yes")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1].split(",")[:8] == [
        *("KEN", "Team KEN", "ROAF", "2023–2027", "Recorded", "Yes", "Active"),
        "Plans with counties.",
    ]
    assert len(lines) == 2


def test_the_completeness_is_taken_along_as_a_file(kenya):
    answer = published().get("/contributions/table/completeness.csv?hxl=1")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1].split(",")[2:4] == ["#indicator+num+recorded", "#indicator+num+frameworks"]
    assert lines[2:] == ["ROAF,Area ROAF,1,1,0", "ROAS,Area ROAS,0,1,0", ",All country teams,1,2,0"]
