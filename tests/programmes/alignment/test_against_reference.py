"""Random frameworks and programme documents against the slow reference of the date rules."""

from datetime import date

from hypothesis import given, settings

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.registry import RULES
from tests.programmes.alignment.random_worlds import DAYS, cases
from tests.programmes.alignment.reference import REFERENCE, months_later, months_open
from tests.programmes.alignment.world import judged


@given(drawn=cases())
@settings(max_examples=300)
def test_the_rules_on_dates_say_what_the_reference_says(drawn):
    said = {code: judged(code, *drawn) for code in REFERENCE}
    assert said == {code: counted(*drawn) for code, counted in REFERENCE.items()}

    outcome = RULES["A05"].check(*drawn)
    if said["A05"] == "A05.gap":
        ends = [date.fromisoformat(outcome.facts[x]) for x in ("document_ends", "framework_ends")]
        assert outcome.facts["months"] == months_open(*ends)


@given(DAYS)
def test_the_reference_itself_keeps_month_ends_and_clamps(day):
    assert months_later(day, 12).month == day.month
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_later(date(2025, 1, 30), 1) == date(2025, 2, 28)
    assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_later(date(2025, 2, 28), 36) == date(2028, 2, 29)
