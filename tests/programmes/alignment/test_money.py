"""A30: required ≥ available ≥ spent, as far as the plan states its amounts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.facts import Item
from programmes.alignment.registry import RULES
from programmes.alignment.wording import message
from tests.programmes.alignment.world import a_case, a_framework, judged


def an_item(required=None, available=None, spent=None, **facts):
    said = {"pk": 5, "year": 2026, "country": None, "code": "1.1.1", "names_un_habitat": True}
    amounts = {"required": required, "available": available, "spent": spent}
    exact = {name: value and Decimal(value) for name, value in amounts.items()}
    return Item(**{**said, **facts}, **exact)


AMOUNTS = [
    (("100.00", "80.00", "60.00"), "passed"),
    (("100.00", "100.00", "100.00"), "passed"),
    (("0.00", "0.00", "0.00"), "passed"),
    (("100.00", "100.01", "60.00"), "A30.rising"),
    (("100.00", "80.00", "80.01"), "A30.rising"),
    (("100.00", None, "100.01"), "A30.rising"),
    ((None, "80.00", "81.00"), "A30.rising"),
    (("100.00", None, "60.00"), "passed"),
    (("100.00", "80.00", None), "passed"),
    (("100.00", None, None), ("amounts",)),
    ((None, None, None), ("amounts",)),
]


@pytest.mark.parametrize(("amounts", "says"), AMOUNTS)
def test_a_plan_needs_no_less_than_it_has_and_spends(amounts, says):
    assert judged("A30", a_framework(items=(an_item(*amounts),))) == says


def test_one_item_that_can_be_compared_is_enough():
    items = (an_item(), an_item("100.00", "80.00"))
    assert judged("A30", a_framework(items=items)) == "passed"


def test_a_framework_in_force_has_a_plan_that_is_still_to_be_entered():
    assert judged("A30", a_framework()) == ("work_plan",)
    to_come = a_framework(starts_on=date(2026, 5, 6), ends_on=date(2030, 12, 31))
    assert judged("A30", to_come) is None


WRONG = (
    an_item("1500.00", "2500.50", None, pk=8, code="1.2", country="KEN"),
    an_item("100.00", "80.00", "60.00", pk=9),
    an_item("100.00", None, "120.00", pk=10, code="1.3", year=2025),
)


def test_the_finding_lists_the_items_with_their_amounts():
    outcome = RULES["A30"].check(a_framework(items=WRONG), a_case())
    assert outcome.others == ("work-plan-items/8", "work-plan-items/10")
    assert outcome.facts == {
        "items": [
            ["1.2", "2026", "KEN", "1500.00", "2500.50", None],
            ["1.3", "2025", None, "100.00", None, "120.00"],
        ]
    }
    assert message(outcome.says, outcome.facts).text == (
        "In 2 items of the joint work plan less is required than available, or less available "
        "than spent (US dollars): KEN 1.2 2026: required 1,500, available 2,500.50, spent –; "
        "1.3 2025: required 100, available –, spent 120."
    )


def test_a_long_list_ends_with_how_many_more_there_are():
    items = tuple(an_item("1.00", "2.00", pk=pk, code=f"1.{pk}") for pk in range(7))
    outcome = RULES["A30"].check(a_framework(items=items), a_case())
    assert message(outcome.says, outcome.facts).text.endswith("spent –. And 2 more items.")


amounts = st.none() | st.integers(0, 4)


def is_wrong(required, available, spent):
    """Every pair, by hand."""
    return (
        (required is not None and available is not None and available > required)
        or (available is not None and spent is not None and spent > available)
        or (required is not None and spent is not None and spent > required)
    )


@given(st.lists(st.tuples(amounts, amounts, amounts), min_size=1, max_size=4))
def test_money_as_a_person_would_compare_it(rows):
    items = tuple(an_item(*(None if each is None else str(each) for each in row)) for row in rows)
    stated = any(sum(each is not None for each in row) > 1 for row in rows)
    expected = "passed" if stated else ("amounts",)
    if any(is_wrong(*row) for row in rows):
        expected = "A30.rising"
    assert judged("A30", a_framework(items=items)) == expected
