"""The overview: as large for a hundred countries as for ten, and each number leads on."""

import csv
import json
import re
from html import unescape
from io import StringIO

import pytest
from django.test import Client

from accounts.models.users import Role
from checklist.models import Answer
from programmes.models import CooperationFramework
from reporting.models import PublicationSection
from tests import factories as make
from tests.reporting.world import (
    answered_round,
    make_coverage,
    make_engagement,
    make_framework,
    make_publication,
    make_world,
    publish_round,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


def code(number):
    return "A" + chr(65 + number // 26) + chr(65 + number % 26)


def publish_teams(number):
    office = make.make_office("ROAF")
    for place in range(number):
        team = make.make_team(code(place), office)
        make_coverage(team.countries.get(), office)
        framework = make_framework(team)
        if place % 2:
            make_engagement(framework, signatory="yes" if place % 4 == 1 else "no")
    round_ = make.make_open_round()
    Answer.objects.update(kind="full", progress="accepted", narrative="Done.")
    return publish_round(round_)


def tiles_of(publication):
    body = PublicationSection.objects.get(publication=publication, key="overview").body
    return json.loads(body)["tiles"]


def test_an_office_with_more_teams_than_tiles_shows_sixty_and_counts_all(board):
    (office,) = tiles_of(publish_teams(70))
    assert (office["shades"], office["signatories"], len(office["tiles"]), office["more"]) == (
        {"active": 35, "light": 0, "none": 35, "no_framework": 0},
        18,
        60,
        10,
    )
    page = board.get("/").content.decode()
    assert '<a href="/teams/?office=ROAF">10 more</a>' in page
    assert "UN-Habitat takes an active part in 35 of 70 frameworks that run" in page


def test_the_section_of_the_overview_does_not_grow_with_the_countries():
    publication = publish_teams(70)
    body = PublicationSection.objects.get(publication=publication, key="overview").body
    known = [code(place) for place in range(70)]
    assert sum(f'"code":"{each}"' in body for each in known) == 60


def test_tiles_stand_from_active_to_no_framework_signatories_first():
    make_world()
    CooperationFramework.objects.filter(team__code="PACIFIC").delete()
    rows = tiles_of(publish_round(answered_round()))
    found = {
        row["office"]: [(tile["code"], tile["shade"], tile["signed"]) for tile in row["tiles"]]
        for row in rows
    }
    assert found == {
        "ROAF": [("KEN", "active", True)],
        "ROAS": [("OMN", "no_framework", False), ("PACIFIC", "no_framework", False)],
    }


PAPER = re.compile(r"/papers/[\w-]+\.")
"""Papers are files, each of which takes seconds to make; `papers/test_making.py` asks for them."""


def matter(response):
    return response.content.decode().split("<main")[1].split("</main>")[0]


def test_every_address_on_the_overview_and_one_step_on_leads_somewhere(board):
    make_publication()
    seen = {}
    pending = ["/"]
    for depth in range(2):
        found = set()
        for page in pending:
            links = re.findall(r'href="(/[^"#]*)"', matter(board.get(page)))
            found |= {unescape(link) for link in links if not PAPER.match(link)} - set(seen)
        for link in found:
            seen[link] = board.get(link).status_code
        pending = [link for link in found if "/table/" not in link and ".json" not in link]
        assert depth or len(found) > 20
    assert {link: status for link, status in seen.items() if status != 200} == {}


def test_the_numbers_of_the_distribution_lead_to_as_many_answers(board):
    make_publication()
    links = re.findall(
        r'<td class="num"><a href="(/answers/\?kind=[a-z_]+)">(\d+)</a>', matter(board.get("/"))
    )
    assert {link: int(number) for link, number in links} == {
        link: len(re.findall(r'<td class="code" role="cell">', matter(board.get(link))))
        for link, _number in links
    }
    assert len(links) == 6


TABLES = {
    "figures": {"Office": "ROAF", "Hedge": "at_least", "Reported": "3", "Counted": "1"},
    "verdicts": {"Verdict": "Full", "Answers": "2", "Counted in shares": "Yes"},
    "matrix": {"Pillar": "NGT", "Office": "ROAF", "Full": "1", "Not started": "1"},
    "constraints": {"Code": "staff_capacity", "Answers naming it": "1"},
    "teams": {"Office": "ROAS", "None recorded": "1", "No framework": "1", "Signatory": "0"},
}


@pytest.mark.parametrize("sheet", TABLES)
def test_each_table_of_the_overview_is_a_file(board, sheet):
    make_publication()
    text = board.get(f"/table/{sheet}.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert [row for row in rows if TABLES[sheet].items() <= row.items()], rows


def test_the_file_of_what_changed_names_the_items_that_moved(board):
    make_world()
    publish_round(answered_round("2025"))
    round_ = answered_round("2026")
    answer = make.answer_to(round_, "NGT-01", "PACIFIC")
    answer.kind = "full"
    answer.save()
    publish_round(round_)
    text = board.get("/table/changes.csv").content.decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text))
    assert (row["Item"], row["Up"], row["Down"]) == ("NGT-01", "1", "0")


@pytest.mark.parametrize(
    ("address", "row"),
    [
        ("/pillars/table/items.csv", {"Item": "NGT-01", "Full": "1", "Partial": "1"}),
        (
            "/pillars/table/items.csv?constraint=core_funding",
            {"Item": "NGT-01", "Answers naming it": "1"},
        ),
        ("/pillars/NGT/table/items.csv", {"Item": "NGT-08", "Office": "ROAF", "Full": "0"}),
        ("/pillars/NGT/table/constraints.csv", {"Code": "core_funding", "Answers naming it": "1"}),
    ],
)
def test_the_tables_of_pillars_are_files(board, address, row):
    make_publication()
    text = board.get(address).content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert [each for each in rows if row.items() <= each.items()], rows
