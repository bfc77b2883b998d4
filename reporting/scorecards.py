"""Scorecards: tallies with the name of what they count, the same live and published.

The database counts (`Answer.objects.tally_by`), `Tally` judges; this module only puts a key
beside each tally, so that page, API and publication cannot disagree.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, Final

from checklist.compliance import Tally, Verdict
from checklist.models.answers import AnswerQuerySet
from reporting.changes import Change, change

COLUMNS: Final = {
    "office": ("office__position", "office__code"),
    "pillar": ("item__pillar__position", "item__pillar__code"),
    "team": ("team__code",),
    "item": ("item__pillar__position", "item__position", "item__code"),
}
"""By what answers are counted: the columns that order the groups, the last names them."""


@dataclass(frozen=True)
class Scorecard:
    """How an office, pillar, team or item stands, and how it stood in the publication before."""

    by: str
    key: str
    tally: Tally
    before: Tally | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict of the group."""
        return self.tally.verdict

    @property
    def share(self) -> Fraction | None:
        """Full ÷ counted, exactly."""
        return self.tally.share

    @property
    def change(self) -> Change | None:
        """Since the publication before."""
        return change(self.tally, self.before)


def live(answers: AnswerQuerySet, by: str, *, accepted_only: bool = False) -> list[Scorecard]:
    """The scorecards of answers as they stand now: one GROUP BY.

    Answers that belong to no group (a global answer has no country team) are left out.
    """
    tallies = answers.tally_by(*COLUMNS[by], accepted_only=accepted_only)
    groups = sorted(key for key in tallies if None not in key)
    return [Scorecard(by, str(key[-1]), tallies[key]) for key in groups]


KINDS: Final = tuple(field.name for field in fields(Tally))


def as_record(tally: Tally) -> dict[str, int]:
    """A tally as a publication keeps it."""
    return {kind: getattr(tally, kind) for kind in KINDS}


def from_record(record: Mapping[str, int]) -> Tally:
    """A tally that a publication kept."""
    return Tally(**record)


Row = Mapping[str, Any]


def total(rows: Iterable[Row]) -> Tally:
    """The sum of counted rows."""
    return sum((from_record(row["tally"]) for row in rows), Tally())


def summed(rows: Iterable[Row], key: Callable[[Row], Any]) -> dict[Any, Tally]:
    """Counted rows summed by a key, in the order in which the keys first come."""
    sums: dict[Any, Tally] = {}
    for row in rows:
        sums[key(row)] = sums.get(key(row), Tally()) + from_record(row["tally"])
    return sums
