from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from regions.templatetags import figures


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("qualifier", "shown"),
    [
        ("exactly", "45"),
        ("at_least", "<i>at least</i> 45"),
        ("more_than", "<i>over</i> 45"),
        ("about", "<i>about</i> 45"),
        ("up_to", "<i>up to</i> 45"),
        ("all", "<i>all</i> 45"),
        ("", "45"),
        (None, "45"),
    ],
)
def test_the_hedge_stands_beside_the_number(qualifier, shown):
    assert figures.hedged(45, qualifier) == shown


def test_a_part_is_shown_with_its_whole_and_both_hedges():
    assert figures.figure_value(15, "at_least", 22) == "<i>at least</i> 15 <span>of 22</span>"
    assert figures.figure_value(25, "exactly", 45, "at_least") == "25 <span>of at least 45</span>"


def test_chinese_names_the_whole_first(monkeypatch):
    monkeypatch.setattr(figures, "pgettext", lambda _context, _text: "{total} 中的 {n}")
    assert figures.figure_value(15, "exactly", 22) == "<span>22 中的</span> 15"


def test_what_is_not_a_number_is_a_dash_and_never_markup():
    script = "<script>alert(1)</script>"
    values = [None, "", "NaN", float("inf"), script]
    assert [figures.hedged(v) for v in values] == ["–"] * 5
    assert [figures.per_cent(v) for v in values] == ["–"] * 5
    assert figures.figure_value(15, script, script, script) == "15"


def test_a_share_is_isolated_and_its_sign_is_small_in_the_matrix():
    assert figures.per_cent(0.487) == '<bdi dir="ltr">49%</bdi>'
    assert figures.per_cent(0.487, 1) == '<bdi dir="ltr">48.7%</bdi>'
    assert figures.per_cent_large(0.487) == '<bdi dir="ltr">49<small>%</small></bdi>'
    assert figures.per_cent_text("0.487") == "49%"


@pytest.mark.parametrize("value", [date(2025, 3, 1), "2025-03-01", "2025-03-01T08:00:00Z"])
def test_days_come_from_records_and_from_publications(value):
    assert figures.day(value) == "<bdi>1 March 2025</bdi>"


@pytest.mark.parametrize("value", [None, "", "31 February", "2025-02-31", "\x00", 7])
def test_what_is_not_a_day_is_nothing(value):
    assert (figures.day(value), figures.moment(value)) == ("", "")


def test_a_moment_stands_at_the_clock_of_the_secretariat():
    moment = datetime(2025, 3, 1, 21, 30, tzinfo=UTC)
    shown = '<time datetime="2025-03-01T21:30:00+00:00"><bdi>2 March 2025, 00:30</bdi></time>'
    assert figures.moment(moment) == shown
    assert figures.moment("2025-03-01T21:30:00+00:00") == shown
    assert figures.day(moment) == "<bdi>2 March 2025</bdi>"


def test_numbers_follow_the_language_of_the_page():
    page = Template("{% load figures %}{{ 275000|number }} {{ 3.25|number:1 }}")
    with override("fr"):
        assert page.render(Context()) == "275\u202f000 3,3"
