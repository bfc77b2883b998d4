"""Answers to other words are not compared, and what was asked partly in other words says so."""

import csv
import json
from io import StringIO

import pytest
from django.test import Client

from accounts.models.users import Role
from tests import factories as make
from tests.checklist.pages import text_of
from tests.reporting.world import accept, answered_round, make_world, publish_round

pytestmark = pytest.mark.django_db

MARK = '<span aria-hidden="true" title="other words than in the round before">≠</span>'


@pytest.fixture
def published():
    """A second round that asks NGT-02 in other words, and NGT-01 and NGT-08 in the same."""
    make_world()
    publish_round(answered_round("2025"))
    later = answered_round("2026")
    later.checklist.items.filter(code="NGT-02").update(digest="2" * 64)
    accept(later, "NGT-02", "PACIFIC", "full")
    return publish_round(later)


@pytest.fixture
def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


def section(publication, key):
    return json.loads(publication.sections.get(key=key).body)


def wordings(rows, key):
    return {(row[key], row["office"]): row["wording"] for row in rows}


def test_each_tally_knows_whether_the_one_before_it_answers_the_same_words(published):
    assert wordings(section(published, "pillar:NGT")["cells"], "item") == {
        ("NGT-01", "ROAF"): "same",
        ("NGT-01", "ROAS"): "same",
        ("NGT-02", "ROAF"): "other",
        ("NGT-02", "ROAS"): "other",
        ("NGT-08", "HQ"): "same",
        ("NGT-08", "ROAF"): "same",
        ("NGT-08", "ROAS"): "same",
    }
    assert wordings(section(published, "overview")["cells"], "pillar") == {
        ("NGT", "HQ"): "same",
        ("NGT", "ROAF"): "partly",
        ("NGT", "ROAS"): "partly",
    }
    assert section(published, "team:KEN")["wording"] == "partly"
    assert section(published, "item:NGT-02")["wording"] == "other"


def test_a_new_team_is_no_change_of_wording_and_a_new_item_is_one():
    make_world()
    publish_round(answered_round("2025"))
    make.make_team("SOM", make.make_office("ROAF"))
    later = answered_round("2026")
    assert section(publish_round(later), "pillars")["pillars"][0]["wording"] == "same"
    later.checklist.items.filter(code="NGT-09").update(is_on=True)
    asked_more = publish_round(answered_round("2027"))
    assert section(asked_more, "pillars")["pillars"][0]["wording"] == "partly"


def test_a_figure_beside_a_cell_says_that_part_of_it_was_asked_in_other_words(published, board):
    overview = board.get("/").content.decode()
    matrix = overview.partition('aria-labelledby="matrix"')[2].partition("</section>")[0]
    roas = matrix.partition('data-col="Area ROAS"')[2].partition("</td>")[0]
    headquarters = matrix.partition('data-col="Area HQ"')[2].partition("</td>")[0]
    assert '<span class="sr">up 1 answer</span>' + MARK in roas
    assert MARK not in headquarters


def test_an_item_in_other_words_has_no_figure_of_change_on_any_page(published, board):
    pillar = board.get("/pillars/NGT/").content.decode()
    row = pillar.partition('href="/items/NGT-02/"')[2].partition("</tr>")[0]
    assert MARK in row
    assert "up 1 answer" not in row
    assert "In 2025" not in text_of(board.get("/items/NGT-02/"))
    assert "In 2025 1 of 2 were." in text_of(board.get("/items/NGT-01/"))


def test_a_file_says_which_numbers_before_do_not_compare(published, board):
    text = board.get("/pillars/NGT/table/items.csv").content.decode("utf-8-sig")
    words = {
        row["Item"]: row["Not comparable with the round before"]
        for row in csv.DictReader(StringIO(text))
    }
    assert words == {
        "NGT-01": "",
        "NGT-02": "other words than in the round before",
        "NGT-08": "",
    }


def test_growth_is_told_only_of_answers_to_the_same_words(published, board):
    assert "Full answers grew most" not in text_of(board.get("/"))
