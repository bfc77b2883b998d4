"""What changed since the last publication, told the same by every page that tells it."""

import json
import re

import pytest
from django.test import Client

from accounts.models.users import Role
from checklist.actions.rounds import freeze, reopen
from checklist.models import ReportingRound
from reporting.publishing import publish
from reporting.snapshots.movement import Move
from reporting.staff.answers import read_answers
from reporting.staff.differences import difference
from reporting.views import filters
from reporting.views.board.changes import PAGES
from reporting.views.rows import part_of
from tests import factories as make
from tests.checklist.pages import text_of
from tests.reporting.world import AT, accept, answered_round, make_publication, make_world
from tests.reporting.world import publish_round as publish_frozen

pytestmark = pytest.mark.django_db


def section(publication, key):
    return json.loads(publication.sections.get(key=key).body)


def rows(publication):
    found = publication.rows.filter(listed="changes").order_by("places__2")
    return [json.loads(body) for body in found.values_list("body", flat=True)]


def happened(moves):
    return {name: number for name, number in moves.items() if number}


@pytest.fixture
def changed():
    """A second round in which something of each kind happened, frozen and not yet published."""
    make_world()
    publish_frozen(answered_round("2025"))
    later = answered_round("2026")
    accept(later, "NGT-01", "KEN", "partial", evidence=[])
    accept(later, "NGT-01", "PACIFIC", "full", reexamined=True)
    accept(later, "NGT-02", "KEN", "full")
    accept(later, "NGT-02", "PACIFIC", "not_started")
    accept(later, "NGT-08", "GLOBAL", "full", reexamined=True)
    later.checklist.items.filter(code="NGT-02").update(digest="2" * 64)
    freeze(later, by=make.make_actor())
    return later


@pytest.fixture
def published(changed):
    return publish(changed, statement="", note="", at=AT, by=make.make_actor())


@pytest.fixture
def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


def test_publish_page_overview_and_changes_page_say_the_same(changed):
    shown = difference(changed, read_answers(changed)).total.moves
    publication = publish(changed, statement="", note="", at=AT, by=make.make_actor())
    counted = section(publication, "changes")["moves"]
    assert happened(counted) == {
        "up": 1,
        "down": 1,
        "reworded": 2,
        "confirmed": 1,
        "carried": 1,
        "silent": 1,
        "lapsed": 1,
        "changed": 4,
        "unchanged": 3,
    }
    assert section(publication, "overview")["moves"] == counted
    assert shown == {str(move): counted[move] for move in Move}


def test_the_list_holds_each_answer_once_with_what_became_of_it(published):
    found = {(row["item"], row["subject"]): row for row in rows(published)}
    assert {key: (row["before"], row["kind"], row["move"]) for key, row in found.items()} == {
        ("NGT-01", "KEN"): ("full", "partial", "down"),
        ("NGT-01", "PACIFIC"): ("partial", "full", "up"),
        ("NGT-02", "KEN"): (None, "full", "reworded"),
        ("NGT-02", "PACIFIC"): (None, "not_started", "reworded"),
        ("NGT-08", "GLOBAL"): ("full", "full", "confirmed"),
        ("NGT-08", "ROAF"): ("not_started", "not_started", "carried"),
        ("NGT-08", "ROAS"): ("not_assessed", "not_assessed", "silent"),
    }
    assert found["NGT-01", "KEN"]["marks"] == ["lapsed"]


def test_what_nobody_is_asked_any_more_is_named_as_it_was(changed):
    changed.answers.filter(item__code="NGT-08").delete()
    changed.checklist.items.filter(code="NGT-08").update(is_on=False)
    publication = publish(changed, statement="", note="", at=AT, by=make.make_actor())
    gone = [row for row in rows(publication) if row["move"] == "gone"]
    assert [(row["item"], row["subject"], row["before"], row["kind"]) for row in gone] == [
        ("NGT-08", "GLOBAL", "full", None),
        ("NGT-08", "ROAF", "not_started", None),
        ("NGT-08", "ROAS", "not_assessed", None),
    ]
    assert section(publication, "changes")["moves"]["gone"] == 3


def test_an_answer_that_an_office_is_asked_no_more_leads_to_its_item_and_not_into_the_void(
    changed, board
):
    changed.answers.filter(item__code="NGT-08", office__code="ROAF").delete()
    publish(changed, statement="", note="", at=AT, by=make.make_actor())
    page = board.get("/changes/?change=gone").content.decode()
    (link,) = re.findall(r'<th scope="row" role="rowheader"><a href="([^"]+)"', page)
    assert (link, board.get(link).status_code) == ("/items/NGT-08/", 200)


def test_what_is_not_compared_is_not_said_to_be_unchanged(published, board):
    page = text_of(board.get("/items/NGT-02/"))
    assert page.count("The item is asked in other words: not compared.") == 2
    assert "no change" not in page
    assert "no change" in text_of(board.get("/items/NGT-08/"))


def test_the_answers_that_stayed_are_as_many_as_the_sum_that_leads_to_them(published, board):
    page = board.get("/").content.decode()
    assert '<li><b>3</b><a href="/changes/?change=unchanged">unchanged, of which' in page
    assert "3 answers pass the filters" in text_of(board.get("/changes/?change=unchanged"))


def test_who_confirmed_is_never_published_only_that_somebody_did(published):
    files = [published.rows.values_list("body", flat=True), published.sections.values_list("body")]
    assert "updated_by" not in str([list(each) for each in files])
    listed = published.rows.filter(listed="answers", facets__contains=["item:NGT-08"])
    answers = {
        row["subject"]: row for row in map(json.loads, listed.values_list("body", flat=True))
    }
    assert {key: row.get("reexamined") for key, row in answers.items()} == {
        "GLOBAL": True,
        "ROAF": False,
        "ROAS": None,
    }


def test_the_page_lists_what_changed_and_its_filters_the_rest(published, board):
    page = text_of(board.get("/changes/"))
    assert "1 answer moved up since 2025, 1 moved down" in page
    assert "1 answer is merely carried over" in page
    assert "4 answers changed" in page
    assert "Evidence was named in the last round; none is named now." in page
    assert "The wording of 1 item changed" in page
    carried = text_of(board.get("/changes/?change=carried"))
    assert "1 answer passes the filters" in carried
    assert "Carried over: nobody has confirmed it in this round." in carried


def test_the_list_is_taken_along_as_it_is_narrowed(published, board):
    answer = board.get("/changes/table/changes.csv?change=lapsed&hxl=1")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("#indicator+code,#indicator+name,#org+code")
    assert [line.split(",")[0] for line in lines[2:]] == ["NGT-01"]
    moves = board.get("/changes/table/moves.csv").content.decode("utf-8-sig").splitlines()
    assert moves[0] == (
        "Pillar or office,Moved up,Moved down,Wording changed,Confirmed unchanged,"
        "Merely carried over,Not assessed in either round"
    )
    assert len(moves) == 6


def test_a_first_publication_has_nothing_to_compare_with(board):
    publication = make_publication()
    assert happened(section(publication, "changes")["moves"]) == {}
    assert rows(publication) == []
    page = text_of(board.get("/changes/"))
    assert "There is no earlier publication to compare with" in page
    assert "This is the first publication" in page


def test_a_correction_says_what_it_changed_and_is_compared_with_the_round_before_as_ever():
    make_world()
    publish_frozen(answered_round("2025"))
    publish_frozen(answered_round("2026"))
    by = make.make_actor()
    again = reopen(ReportingRound.objects.get(code="2026"), by=by)
    accept(again, "NGT-01", "KEN", "partial", narrative="One of two years.")
    second = publish(again, statement="", note="One answer corrected.", at=AT, by=by)
    found = section(second, "correction")
    assert (found["against"]["round"], found["against"]["number"], found["total"]) == ("2026", 1, 1)
    (row,) = found["answers"]
    assert (row["item"], row["subject"], row["move"]) == ("NGT-01", "KEN", "down")
    assert row["before"] == {"kind": "full", "narrative": "NGT-01 KEN"}
    assert row["now"] == {"kind": "partial", "narrative": "One of two years."}
    assert section(second, "changes")["about"]["previous"]["round"] == "2025"
    assert section(second, "changes")["moves"]["down"] == 1


def test_a_publication_that_corrects_none_has_no_such_section():
    assert not make_publication().sections.filter(key="correction").exists()


def test_a_correction_tells_figures_and_counts_of_records_that_differ():
    first = make_publication()
    by = make.make_actor()
    again = reopen(ReportingRound.objects.get(), by=by)
    again.figures.update(value=5)
    make.make_country("KEN").presence.delete()
    second = publish(again, statement="", note="A figure was wrong.", at=AT, by=by)
    found = section(second, "correction")
    assert found["against"]["sha256"] == first.sha256
    assert [(row["before"]["value"], row["now"]["value"]) for row in found["figures"]] == [(3, 5)]
    assert happened(found["registers"]) == {"countries": 1}


def test_a_change_of_wording_breaks_the_trend_of_its_pillar_and_keeps_what_was_the_same(published):
    """Of the items of ROAF NGT-02 reads otherwise; NGT-01 and NGT-08 are in the same words."""
    first, last = section(published, "office:ROAF")["trend"]
    assert (first["breaks"], first["round"], last["round"]) == (
        {"here": [], "everywhere": []},
        "2025",
        "2026",
    )
    (found,) = last["breaks"]["here"]
    assert {name: found[name] for name in ("pillar", "since", "reworded", "added", "removed")} == {
        "pillar": "NGT",
        "since": "2025",
        "reworded": ["NGT-02"],
        "added": [],
        "removed": [],
    }
    assert (found["same"], found["before"]["full"], found["now"]["full"]) == (2, 1, 0)


def test_an_item_keeps_its_own_line_until_its_own_words_change(published):
    for item, broken, titles in (("NGT-01", [], [None, None]), ("NGT-02", ["ROAF", "ROAS"], None)):
        trend = section(published, f"item:{item}")["trend"]
        assert [row["office"] for row in trend[-1]["breaks"]["offices"]] == broken
        assert titles is None or [point["titles"] for point in trend] == titles
    then = section(published, "item:NGT-02")["trend"][0]["titles"]
    assert then == section(published, "changes")["reworded"][0]["before"]


def test_the_page_of_an_item_says_that_its_rounds_are_not_compared(published, board):
    page = text_of(board.get("/items/NGT-02/"))
    assert "Asked in other words than in 2025: the two are not compared" in page
    assert "Asked in other words since 2026." in page
    assert "How it was asked before" in page
    same = text_of(board.get("/items/NGT-01/"))
    assert "not compared" not in same
    assert "How it was asked before" not in same


def test_the_page_of_an_item_is_narrowed_to_an_office_and_taken_along(published, board):
    page = text_of(board.get("/items/NGT-01/?office=ROAS"))
    assert 'id="PACIFIC"' in page
    assert 'id="KEN"' not in page
    table = board.get("/items/NGT-01/table/rounds.csv").content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in table[1:]] == ["2025", "2026", "2025", "2026"]
    answers = board.get("/items/NGT-01/table/answers.csv?office=ROAS")
    assert len(answers.content.decode("utf-8-sig").splitlines()) == 2


@pytest.mark.parametrize("change", ["", *filters.changes({})])
def test_the_sums_of_the_section_are_the_rows_of_the_list(
    changed, change, django_assert_num_queries
):
    publication = publish(changed, note="", at=AT, by=make.make_actor())
    said = section(publication, "changes")
    listed, chosen = PAGES[0].listed, {"change": change} if change else {}
    counted = part_of(publication.pk, listed, chosen, "")
    with django_assert_num_queries(1):
        known = part_of(publication.pk, listed, chosen, "", section=said)
    assert (list(known.rows), known.total) == (list(counted.rows), counted.total)
