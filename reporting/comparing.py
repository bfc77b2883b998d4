"""How a reported figure stands to the count, its hedge honoured."""

from enum import StrEnum

from regions.charts import round_half_up
from reporting.counting import Count
from reporting.models.figures import Qualifier


class Comparison(StrEnum):
    """How a reported figure stands to the count."""

    AGREES = "agrees"
    WITHIN_HEDGE = "within_hedge"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"
    NOT_COUNTED = "not_counted"


def compare(qualifier: str, value: int, counted: Count | None) -> Comparison:
    """Compare with the hedge honoured: "at least 45" and a count of 47 do not differ."""
    if counted is None:
        return Comparison.NOT_COUNTED
    if counted.of_total == 0:
        return Comparison.NOT_COMPARABLE
    if _is_broken(qualifier, counted):
        return Comparison.DIFFERS
    if counted.value == value and qualifier != Qualifier.MORE_THAN:
        return Comparison.AGREES
    within = _is_within(qualifier, value, counted.value)
    return Comparison.WITHIN_HEDGE if within else Comparison.DIFFERS


def _is_broken(qualifier: str, counted: Count) -> bool:
    """ "All 18" is no longer all where the records know of twenty."""
    return qualifier == Qualifier.ALL and counted.of_total not in (None, counted.value)


def _is_within(qualifier: str, value: int, counted: int) -> bool:
    """Whether the hedge covers the distance; "about" covers a tenth, and one at least."""
    if qualifier == Qualifier.ABOUT:
        return abs(counted - value) <= slack_of(value)
    if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return counted > value
    return qualifier == Qualifier.UP_TO and counted < value


def slack_of(value: int) -> int:
    """How far "about" reaches to either side."""
    return max(1, round_half_up(value, 10))


Span = tuple[int, int | None]
"""From the lowest number on; to the highest, where there is one."""


def span(qualifier: str, value: int) -> Span:
    """The lowest and the highest number that the words allow; "about" allows a tenth."""
    if qualifier == Qualifier.ABOUT:
        return max(0, value - slack_of(value)), value + slack_of(value)
    return {
        Qualifier.AT_LEAST: (value, None),
        Qualifier.MORE_THAN: (value + 1, None),
        Qualifier.UP_TO: (0, value),
    }.get(Qualifier(qualifier), (value, value))
