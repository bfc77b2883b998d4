"""Where the marks of a page's drawings stand, and what stands under them in words."""

import pytest

from checklist.compliance import Tally
from reporting.pages.editions import Edition, Reading
from reporting.pages.periods import axis_of, document_bars, framework_bars
from reporting.pages.timeline import timeline
from reporting.pages.trends import trends
from reporting.scorecards import as_record

EDITION = Edition("2025", 1, "0" * 64, "2025-01-27T09:00:00+00:00", is_demonstration=False)
TODAY = "2025-09-30"


def period(starts_on, ends_on, original_ends_on=None):
    dates = {"starts_on": starts_on, "ends_on": ends_on, "original_ends_on": original_ends_on}
    return {**dates, "source": "list", "provenance": "document"}


EXTENDED = period("2023-01-01", "2027-12-31", "2025-12-31")
DOCUMENT = period("2023-01-01", "2026-12-31")


def bars(found):
    return [(each.kind, each.x, each.width, each.label) for each in found]


@pytest.mark.parametrize(
    ("rtl", "places"),
    [(False, ("0%", "60%")), (True, ("40%", "0%"))],
)
def test_an_extension_is_drawn_after_what_was_agreed_and_mirrored_with_the_page(rtl, places):
    axis = axis_of([EXTENDED], TODAY, rtl=rtl)
    agreed, extended = framework_bars(axis, [EXTENDED], TODAY)
    assert (agreed.kind, agreed.x, agreed.label) == ("framework", places[0], "Signed for 2023–2025")
    assert (extended.kind, extended.x) == ("extension", places[1])
    assert extended.label == "Extended to 31 December 2027"


def test_the_months_that_no_document_covers_are_drawn_and_named():
    axis = axis_of([EXTENDED, DOCUMENT], TODAY, rtl=False)
    found = bars(document_bars(axis, [DOCUMENT], EXTENDED))
    assert [(kind, label) for kind, _, _, label in found] == [
        ("document", "Country programme document 2023–2026"),
        ("gap", "12 months uncovered"),
    ]


def test_a_document_of_an_earlier_time_leaves_no_gap_in_this_framework():
    old = period("2018-01-01", "2021-12-31")
    axis = axis_of([EXTENDED, old], TODAY, rtl=False)
    assert [kind for kind, *_ in bars(document_bars(axis, [old], EXTENDED))] == ["document"]


def test_documents_that_overlap_stand_one_below_the_other():
    short = period("2025-07-01", "2026-06-30")
    earlier = period("2019-01-01", "2022-12-31")
    section = {"frameworks": [EXTENDED], "documents": [DOCUMENT, short, earlier]}
    drawn = timeline(reading(**section, reports=[], sessions=[]), "State of Palestine")
    rows = [[each.label for each in row.periods] for row in drawn.rows if row.name == "HCPD"]
    assert rows == [
        [
            "Country programme document 2019–2022",
            "Country programme document 2023–2026",
            "12 months uncovered",
        ],
        ["Country programme document 2025–2026"],
    ]


def test_a_framework_that_has_not_begun_is_outlined():
    following = period("2028-01-01", "2031-12-31")
    axis = axis_of([EXTENDED, following], TODAY, rtl=False)
    found = bars(framework_bars(axis, [following], TODAY))
    assert [(kind, label) for kind, _, _, label in found] == [("next", "Next, 2028–2031")]


def reading(rtl=False, **section):
    about = {"register_as_of": TODAY, "previous": None, "round": {"code": "2025"}}
    return Reading({"about": about, **section}, EDITION, rtl)


def test_the_time_line_says_the_same_as_its_table():
    section = {
        "frameworks": [EXTENDED],
        "documents": [DOCUMENT],
        "reports": [{"dated": "2025-01-27", "kind": "report"}, {"dated": None, "kind": "report"}],
        "sessions": [{"opens_on": "2025-03-25"}],
    }
    drawn = timeline(reading(**section), "State of Palestine")
    assert [row.name for row in drawn.rows] == [
        "Framework",
        "HCPD",
        "Reports on the reform",
        "Board sessions",
    ]
    assert [(row.name, row.last, row.months) for row in drawn.table] == [
        ("Framework, as agreed", "2025-12-31", 36),
        ("Framework, as extended", "2027-12-31", 60),
        ("Programme document", "2026-12-31", 48),
        ("Without a programme document", "2027-12-31", 12),
    ]
    assert drawn.today.label == "Register as of 30 September 2025"


def test_without_a_known_period_there_is_no_time_line():
    unknown = period(None, None)
    section = {"frameworks": [], "documents": [unknown], "reports": [], "sessions": []}
    assert timeline(reading(**section), "") is None


def point(round_, day, tally, *changed):
    rows = [{"pillar": "NGT", "tally": as_record(tally)}]
    scopes = {"here": rows, "everywhere": rows}
    broken = {name: list(changed) for name in scopes}
    return {"round": round_, "day": day, "checklist": "test", **scopes, "breaks": broken}


PILLARS = [{"code": "NGT", "titles": {"en": "New generation"}}]


def test_a_trend_spaces_rounds_by_their_days_on_one_scale():
    points = [
        point("2023", "2023-01-01", Tally(full=4, partial=6)),
        point("2024", "2023-12-31", Tally(not_applicable=1)),
        point("2025", "2025-01-01", Tally(full=10)),
    ]
    [found] = trends(reading(trend=points), PILLARS)
    assert [(dot.round, dot.x, dot.y, dot.share) for dot in found.dots] == [
        ("2023", "3%", 64, "40%"),
        ("2025", "79%", 10, "100%"),
    ]
    assert [share.text for share in found.shares] == ["40%", "–", "100%"]
    assert len(found.strokes) == 1
    assert found.breaks == []


CHANGED = {
    "pillar": "NGT",
    "since": "2023",
    "reworded": ["NGT-01"],
    "added": [],
    "removed": [],
    "same": 3,
    "before": as_record(Tally(full=1, partial=2)),
    "now": as_record(Tally(full=2, partial=1)),
}


@pytest.mark.parametrize(("rtl", "middle"), [(False, "41%"), (True, "59%")])
def test_a_line_is_broken_and_marked_where_other_words_were_asked(rtl, middle):
    points = [
        point("2023", "2023-01-01", Tally(full=4, partial=6)),
        point("2025", "2025-01-01", Tally(full=10), CHANGED),
    ]
    [found] = trends(reading(trend=points, rtl=rtl), PILLARS)
    assert (found.strokes, found.everywhere) == ([], [])
    assert [(each.x, each.round) for each in found.breaks] == [(middle, "2025")]
    assert found.breaks[0].words == (
        "Wording of 1 item changed in 2025. "
        "Over the 3 items in the same words: 1 of 3, then 2 of 3."
    )
    assert [share.is_break for share in found.shares] == [False, True]


def test_a_break_in_a_round_without_answers_is_not_bridged():
    points = [
        point("2023", "2023-01-01", Tally(full=4, partial=6)),
        point("2024", "2024-01-01", Tally(not_applicable=1), CHANGED),
        point("2025", "2025-01-01", Tally(full=10)),
    ]
    [found] = trends(reading(trend=points), PILLARS)
    assert found.strokes == []
    assert [each.round for each in found.breaks] == ["2024"]


def test_one_round_makes_no_trend():
    points = [point("2025", "2025-01-01", Tally(full=10))]
    assert trends(reading(trend=points), PILLARS) == []
