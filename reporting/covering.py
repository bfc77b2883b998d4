"""How a programme document stands beside the framework it serves: does it reach to its end?

Document and framework are to run together: the programme follows from the framework
(HSP/EB.2025/8, para 17). One rule for the headline of a country and for the count of all.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from reporting.selecting import runs_on

Row = Mapping[str, Any]
Found = TypeVar("Found", bound=Row)
CLOSED: Final = frozenset({"ended", "withdrawn"})


class Cover(StrEnum):
    """How the newest programme document stands beside the framework that runs."""

    WHOLE = "whole"
    SHORT = "short"
    ENDED = "ended"
    UNSTATED = "unstated"
    INTERIM = "interim"
    NONE = "none"
    NO_FRAMEWORK = "no_framework"


def cover_in(frameworks: Sequence[Row], documents: Sequence[Row], day: str) -> Cover:
    """The weightiest that the dates hold on a day; no date is guessed."""
    framework = running(frameworks, day)
    document = newest(documents)
    if framework is None:
        return Cover.NO_FRAMEWORK
    if document is None:
        return Cover.NONE
    if document["is_interim"]:
        return Cover.INTERIM
    if document["ends_on"] is None:
        return Cover.UNSTATED
    if document["ends_on"] < day or document["stage"] in CLOSED:
        return Cover.ENDED
    return Cover.SHORT if is_short(document["ends_on"], framework["ends_on"]) else Cover.WHOLE


def is_short(ends_on: str, framework_ends_on: str) -> bool:
    """Whether a document ends in an earlier month than its framework: days are not told."""
    end, whole = date.fromisoformat(ends_on), date.fromisoformat(framework_ends_on)
    return (end.year, end.month) < (whole.year, whole.month)


def running(frameworks: Sequence[Found], day: str) -> Found | None:
    """The framework that runs on a day."""
    return next((row for row in frameworks if runs_on(row, day)), None)


def newest(documents: Sequence[Row]) -> Row | None:
    """The newest programme document; one of the new generation before any other."""
    return max(
        documents,
        key=lambda row: (row["generation"] == "new", row["starts_on"] or ""),
        default=None,
    )
