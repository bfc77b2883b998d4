"""A19 to A21: signature, engagement and published work plan, each yes, no or not on record."""

from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.facts import Item, Part
from programmes.alignment.registry import RULES
from tests.programmes.alignment.world import a_case, a_framework, judged

THIS, LAST, BEFORE = 2026, 2025, 2024


def a_part(level="unknown", signatory="unknown", valid_from=None, valid_to=None):
    return Part(signatory, level, valid_from, valid_to, None)


def an_item(year=THIS, named=False, code="1.1.1", pk=5):
    return Item(pk, year, None, code, named, None, None, None)


def said(code, part, *items, **facts):
    parts = (part,) if part else ()
    return judged(code, a_framework(parts=parts, items=items, **facts))


ACTIVE, LIGHT, NONE, SILENT = (a_part(level) for level in ("active", "light", "none", "unknown"))

ACTIVE_AND_PLAN = [
    (ACTIVE, [an_item(THIS, named=True)], "passed"),
    (ACTIVE, [an_item(LAST, named=True)], "passed"),
    (ACTIVE, [an_item(THIS), an_item(LAST, named=True)], "passed"),
    (ACTIVE, [an_item(THIS)], "A19.absent"),
    (ACTIVE, [an_item(LAST)], "A19.absent"),
    (ACTIVE, [an_item(THIS), an_item(BEFORE, named=True)], "A19.absent"),
    (ACTIVE, [], ("work_plan",)),
    (ACTIVE, [an_item(BEFORE, named=True)], ("work_plan",)),
    (ACTIVE, [an_item(THIS + 1, named=True)], ("work_plan",)),
    (SILENT, [an_item(THIS, named=True)], "passed"),
    (SILENT, [an_item(THIS)], ("level",)),
    (SILENT, [], ("level", "work_plan")),
    (None, [], ("level", "work_plan")),
    (LIGHT, [an_item(THIS)], None),
    (NONE, [], None),
]


@pytest.mark.parametrize(("part", "items", "says"), ACTIVE_AND_PLAN)
def test_active_engagement_shows_in_the_work_plan_of_this_year_or_the_last(part, items, says):
    assert said("A19", part, *items) == says


NONE_SINCE_THIS_YEAR = a_part("none", valid_from=date(2026, 1, 1))

PLAN_AND_NONE = [
    (NONE, [an_item(THIS, named=True)], "A20.named"),
    (NONE, [an_item(LAST, named=True)], "A20.named"),
    (NONE, [an_item(THIS), an_item(BEFORE, named=True)], "passed"),
    (NONE, [an_item(THIS)], "passed"),
    (NONE, [], ("work_plan",)),
    (NONE, [an_item(BEFORE, named=True)], ("work_plan",)),
    (NONE_SINCE_THIS_YEAR, [an_item(LAST, named=True)], "passed"),
    (NONE_SINCE_THIS_YEAR, [an_item(THIS, named=True)], "A20.named"),
    (ACTIVE, [an_item(THIS, named=True)], "passed"),
    (LIGHT, [], "passed"),
    (SILENT, [an_item(THIS, named=True)], ("level",)),
    (SILENT, [an_item(THIS)], "passed"),
    (SILENT, [], ("level", "work_plan")),
    (None, [an_item(THIS, named=True)], ("level",)),
]


@pytest.mark.parametrize(("part", "items", "says"), PLAN_AND_NONE)
def test_a_work_plan_that_names_un_habitat_speaks_against_no_engagement(part, items, says):
    assert said("A20", part, *items) == says


SIGNED = [
    (a_part("unknown", "yes"), "A21.silent"),
    (a_part("active", "yes"), "passed"),
    (a_part("none", "yes"), "passed"),
    (a_part("unknown", "no"), None),
    (a_part("active", "unknown"), ("signatory",)),
    (None, ("signatory",)),
]


@pytest.mark.parametrize(("part", "says"), SIGNED)
def test_a_signatory_says_how_far_it_takes_part(part, says):
    assert said("A21", part) == says


@pytest.mark.parametrize("code", ["A19", "A20", "A21"])
def test_before_its_first_day_there_is_nothing_to_take_part_in(code):
    days = {"starts_on": date(2026, 5, 6), "ends_on": date(2030, 12, 31)}
    assert said(code, a_part("active", "yes"), an_item(THIS), **days) is None


ENDED = a_part("none", "yes", valid_to=date(2026, 5, 4))
NOW = a_part("active", "no", valid_from=date(2026, 5, 5))


def test_the_part_of_the_day_counts_and_no_other():
    framework = a_framework(parts=(ENDED, NOW), items=(an_item(THIS, named=True),))
    assert [judged(code, framework) for code in ("A19", "A20", "A21")] == ["passed", "passed", None]


def test_a_finding_names_the_plan_and_its_items():
    items = (an_item(LAST, True, "2.1", 8), an_item(THIS, True, "1.1", 9), an_item(THIS, pk=10))
    outcome = RULES["A20"].check(a_framework(parts=(NONE,), items=items), a_case())
    assert outcome.facts == {"years": ["2025", "2026"], "codes": ["1.1", "2.1"]}
    assert outcome.others == ("work-plan-items/8", "work-plan-items/9")
