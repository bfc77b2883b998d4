import pytest
from django.utils.translation import override

from regions.charts import segments
from regions.templatetags import cells

SCRIPT = '"><script>alert(1)</script>'


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_a_bar_holds_one_rectangle_for_each_verdict_given():
    assert cells.bar(segments({"full": 1, "not_started": 1}, rtl=False)) == (
        '<svg class="bar" height="9" aria-hidden="true">'
        '<rect class="f-full" x="0%" width="50%" height="9"/>'
        '<rect fill="url(#hatch)" x="50%" width="50%" height="9"/></svg>'
    )


def test_a_bar_with_a_sentence_speaks():
    assert cells.bar([], 12, "Nothing counted") == (
        '<svg class="bar" height="12" role="img" aria-label="Nothing counted"></svg>'
    )


def test_a_fall_for_the_worse_is_marked_and_said():
    change = {"direction": "down", "amount": 3, "words": "down 3 points", "worse": True}
    assert cells.change_mark(change) == (
        '<span class="d down worse"><svg aria-hidden="true"><use href="#m-down"/></svg>'
        '<span aria-hidden="true">3</span><span class="sr">down 3 points</span></span>'
    )


def test_no_change_is_said_and_no_earlier_round_says_nothing():
    assert '<span class="sr">no change</span>' in cells.change_mark({"direction": "same"})
    assert cells.change_mark(None) == ""


def test_a_change_partly_in_other_words_is_marked_and_one_in_other_words_is_not_told():
    change = {"direction": "up", "amount": 3, "words": "up 3 points", "wording": "partly"}
    mark = (
        '<span aria-hidden="true" title="other words than in the round before">≠</span>'
        '<span class="sr">other words than in the round before</span>'
    )
    assert cells.change_mark(change).endswith(f'<span class="sr">up 3 points</span>{mark}</span>')
    assert cells.change_mark({**change, "wording": "other"}) == f'<span class="d">{mark}</span>'


def test_under_ten_answers_a_count_stands_in_for_the_share():
    cell = {"column": "ROAS", "url": "/x/", "share": None, "full": 5, "applicable": 8}
    assert cells.matrix_cell(cell) == (
        '<td role="cell" data-col="ROAS"><a class="cell" href="/x/"><b>5<small> of 8</small></b>'
        '<svg class="bar" height="9" aria-hidden="true"></svg></a></td>'
    )


def test_chinese_names_the_whole_first_in_the_matrix_too(monkeypatch):
    monkeypatch.setattr(cells, "pgettext", lambda _context, _text: "{applicable} 中的 {full}")
    assert cells.share_words({"full": 5, "applicable": 8}) == "<small>8 中的 </small>5"


def test_a_cell_without_a_value_says_why():
    assert cells.matrix_cell({"column": "EECA", "blank": "No office of its own"}) == (
        '<td role="cell" data-col="EECA"><span class="cell blank">No office of its own</span></td>'
    )


def test_an_empty_cell_is_a_dash_and_never_nought():
    assert "<b>–<small> of –</small></b>" in cells.matrix_cell({})


def test_no_part_of_a_cell_can_become_markup():
    hostile = {
        "column": SCRIPT,
        "url": SCRIPT,
        "share": SCRIPT,
        "change": {"direction": SCRIPT, "amount": SCRIPT, "words": SCRIPT},
        "segments": [{"kind": SCRIPT, "x": SCRIPT, "width": SCRIPT}],
    }
    counted = {"full": SCRIPT, "applicable": SCRIPT, "blank": ""}
    shown = cells.matrix_cell(hostile) + cells.matrix_cell(counted) + cells.bar([], SCRIPT, SCRIPT)
    assert "<script" not in shown
    assert SCRIPT not in shown
