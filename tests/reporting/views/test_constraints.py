"""The page of the constraints: each number leads to the answers it counts."""

import csv
import re
from html import unescape
from io import StringIO

import pytest
from django.test import Client

from accounts.models.users import Role
from checklist.models.answers import Constraint
from reporting.constraint_groups import GROUPS, groups_of
from reporting.snapshots.records import constraints_of, count_named, reasons_of
from tests import factories as make
from tests.reporting.world import accept, answered_round, make_world, publish_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


@pytest.fixture
def published():
    """An answer with both constraints of money, one with staff and money, one with staff."""
    make_world()
    round_ = answered_round()
    both = {"constraints": ["core_funding", "earmarked_only"]}
    accept(round_, "NGT-01", "PACIFIC", "partial", **both)
    accept(round_, "NGT-08", "ROAS", "partial", constraints=["staff_capacity", "core_funding"])
    return publish_round(round_)


def test_two_constraints_of_a_group_are_one_reason():
    assert groups_of(["earmarked_only", "staff_capacity", "core_funding"]) == ["money", "staff"]


def test_every_constraint_belongs_to_one_group():
    codes = [code for group in GROUPS.values() for code in group]
    assert sorted(codes) == sorted(Constraint.values)


def answer(kind, *constraints):
    place = {"pillar": "NGT", "item": "NGT-01", "office": "ROAF"}
    return {**place, "kind": kind, "constraints": list(constraints)}


def test_only_answers_that_are_not_full_are_counted_and_each_once_for_a_reason():
    rows = [
        answer("partial", "core_funding", "earmarked_only"),
        answer("not_started", "core_funding"),
        answer("full", "core_funding"),
        answer("not_applicable", "core_funding"),
    ]
    named = count_named(rows, "constraint", constraints_of)
    assert [(row["constraint"], row["answers"]) for row in named] == [
        ("core_funding", 2),
        ("earmarked_only", 1),
    ]
    assert [row["answers"] for row in count_named(rows, "reason", reasons_of)] == [2]


def test_every_number_of_the_page_leads_to_as_many_answers(board, published):
    page = board.get("/constraints/").content.decode()
    links = re.findall(r'<td class="num"><a href="(/answers/[^"]+)">([\d,]+)</a>', page)
    assert len(links) > 5
    counted = {link: int(number) for link, number in links}
    listed = {
        link: len(re.findall(r'<td class="code" role="cell">', body))
        for link in counted
        for body in (board.get(unescape(link)).content.decode(),)
    }
    assert listed == counted


def test_on_the_page_of_the_pillars_a_constraint_takes_the_place_of_a_verdict(board, published):
    page = unescape(board.get("/pillars/?kind=full&constraint=core_funding").content.decode())
    links = re.findall(r'<td class="num"><a href="(/answers/[^"]+)">([\d,]+)</a>', page)
    assert set(links) == {
        ("/answers/?constraint=core_funding&pillar=NGT", "2"),
        ("/answers/?constraint=core_funding", "2"),
    }
    assert 'href="/pillars/?kind=partial"' in page
    assert "2 of 7 answers match the filters" in board.get(links[0][0]).content.decode()


def test_the_headline_names_reasons_that_tie_and_counts_under_ten(board, published):
    page = board.get("/constraints/").content.decode()
    assert "<h1>‘Money’ and ‘Staff’: named in 2 of 3 answers that are not full</h1>" in page


def test_an_office_chosen_narrows_every_number_and_leaves_its_own_column_out(board, published):
    page = board.get("/constraints/?office=ROAS").content.decode()
    assert "‘Money’: named in 2 of 2 answers that are not full" in page
    assert 'id="offices"' not in page
    assert 'id="pillars"' in page


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        ("reasons", {"Code": "money", "Answers naming it": "2", "Answers not full": "3"}),
        ("offices", {"Code": "staff", "Office": "Area ROAF", "Answers naming it": "1"}),
        ("pillars", {"Code": "money", "Answers not full": "3"}),
    ],
)
def test_each_table_is_a_file(board, published, sheet, row):
    text = board.get(f"/constraints/table/{sheet}.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert [each for each in rows if row.items() <= each.items()], rows


def test_next_steps_are_counted_by_when_they_are_due(board, published):
    text = board.get("/constraints/table/due.csv").content.decode("utf-8-sig")
    rows = {row["Next step"]: row["Answers"] for row in csv.DictReader(StringIO(text))}
    assert rows == {
        "Overdue": "0",
        "Due within half a year": "0",
        "Due later": "0",
        "Without a date": "0",
        "None stated": "3",
    }
