"""The list of all published answers: the end of every number that is followed."""

import csv
import re
from io import StringIO

import pytest
from django.test import Client

from accounts.models.users import Role
from reporting.snapshots.next_steps import due
from tests import factories as make
from tests.reporting.world import answered_round, make_publication, make_world, publish_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


def listed(response):
    """The first two columns: item by item, whose answers stand there."""
    return re.findall(
        r'<td class="code" role="cell"><bdi>([^<]+)</bdi></td>', response.content.decode()
    )


@pytest.mark.parametrize(
    ("query", "subjects"),
    [
        ("", ["KEN", "PACIFIC", "KEN", "PACIFIC", "GLOBAL", "ROAF", "ROAS"]),
        ("?item=NGT-01", ["KEN", "PACIFIC"]),
        ("?office=ROAF", ["KEN", "KEN", "ROAF"]),
        ("?pillar=NGT&kind=full", ["KEN", "GLOBAL"]),
        ("?kind=not_full", ["PACIFIC", "ROAF"]),
        ("?kind=counted", ["KEN", "PACIFIC", "PACIFIC", "GLOBAL", "ROAF", "ROAS"]),
        ("?reason=money", ["PACIFIC"]),
        ("?constraint=staff_capacity", ["ROAF"]),
        ("?asked=G", ["GLOBAL"]),
        ("?kind=not_full&due=none", ["PACIFIC", "ROAF"]),
        ("?due=overdue", []),
    ],
)
def test_each_filter_leaves_the_answers_it_names(board, query, subjects):
    make_publication()
    assert sorted(listed(board.get(f"/answers/{query}"))) == sorted(subjects)


def test_answers_stand_in_the_order_of_the_checklist_then_of_the_offices(board):
    make_publication()
    assert listed(board.get("/answers/"))[:4] == ["KEN", "PACIFIC", "KEN", "PACIFIC"]


def test_the_headline_counts_what_the_filters_leave(board):
    make_publication()
    assert "7 answers are published; 2 of those that apply are full" in words(board, "/answers/")
    assert "2 of 7 answers match the filters" in words(board, "/answers/?kind=not_full")


def words(board, address):
    return re.sub(r"\s+", " ", board.get(address).content.decode())


def test_an_answer_that_was_not_accepted_is_listed_as_not_assessed_without_its_words(board):
    make_publication()
    page = words(board, "/answers/?kind=not_assessed&item=NGT-02")
    assert listed(board.get("/answers/?kind=not_assessed&item=NGT-02")) == ["PACIFIC"]
    assert "SECRET" not in page


def test_the_file_holds_words_verdict_before_and_evidence(board):
    make_world()
    publish_round(answered_round("2025"))
    publish_round(answered_round("2026"))
    text = board.get("/answers/table/answers.csv?item=NGT-01&kind=full").content.decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text))
    assert (row["Code"], row["Verdict"], row["Verdict before"], row["What they say"]) == (
        "KEN",
        "Full",
        "Full",
        "NGT-01 KEN",
    )
    assert row["Evidence"] == "Minutes of 2026, https://example.org/minutes"


@pytest.mark.parametrize(
    ("step", "state"),
    [
        ({}, "none"),
        ({"next_step": "Agree."}, "undated"),
        ({"next_step": "Agree.", "next_step_due": "2026-02-23"}, "overdue"),
        ({"next_step": "Agree.", "next_step_due": "2026-02-24"}, "soon"),
        ({"next_step": "Agree.", "next_step_due": "2026-08-26"}, "soon"),
        ({"next_step": "Agree.", "next_step_due": "2026-08-27"}, "later"),
    ],
)
def test_a_next_step_is_due_as_seen_from_the_day_of_the_register(step, state):
    assert due(step, "2026-02-24") == state
