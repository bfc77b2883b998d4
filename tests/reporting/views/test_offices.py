"""The pages of the offices: findings as titles, countries by the page, tables as files."""

import pytest
from django.test import Client

from accounts.models.users import Role
from reporting.models import PublicationSection
from reporting.snapshots.sections.alignment import weightiest
from tests import factories as make
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    make_publication()
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


def test_the_titles_of_an_office_state_what_its_tables_show(board):
    page = board.get("/offices/ROAF/").context["page"]
    assert (page.countries_title, page.mechanisms_title, page.constraints_title) == (
        "A framework runs in 1 of 1 country team",
        "UN-Habitat has a role on record in 1 of 1 regional mechanism",
        "‘Staff capacity’ is named most often",
    )


def test_the_countries_of_an_office_are_read_from_the_list_and_stand_in_no_section(board):
    page = board.get("/offices/ROAS/").context["page"]
    assert sorted(row.code for row in page.countries) == ["FJI", "OMN", "WSM"]
    body = PublicationSection.objects.get(key="office:ROAS").body
    assert "OMN" not in body


def test_an_item_of_an_office_leads_to_its_answers(board):
    page = board.get("/offices/ROAF/").context["page"]
    urls = {item.code: item.url for pillar in page.pillars for item in pillar.items}
    assert urls["NGT-01"] == "/answers/?office=ROAF&item=NGT-01"
    assert board.get(urls["NGT-01"]).status_code == 200


@pytest.mark.parametrize(
    "name", ["countries", "pillars", "items", "findings", "mechanisms", "constraints", "figures"]
)
def test_every_table_of_an_office_is_a_file(board, name):
    answer = board.get(f"/offices/ROAF/table/{name}.csv?hxl=1")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert (answer.status_code, lines[1][0]) == (200, "#")


def test_the_offices_are_a_file_and_their_title_a_finding(board):
    assert board.get("/offices/").context["page"].title == "Verdicts by office"
    assert board.get("/offices/table/offices.xlsx").content[:2] == b"PK"


def test_the_weightiest_findings_come_first():
    rows = [
        {"severity": severity, "rule": rule, "subject": "frameworks/1"}
        for severity, rule in (("info", "A01"), ("warning", "A02"), ("error", "A09"))
    ]
    assert [row["rule"] for row in weightiest(rows)] == ["A09", "A02", "A01"]
