"""How far an office is with each pillar: what is empty, carried, in draft, handed over, back."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from checklist.models import Answer
from checklist.models.answers import Progress
from regions.languages import in_language

KEYS = (
    "office__position",
    "office__code",
    "office__area_names",
    "item__pillar__position",
    "item__pillar__code",
    "item__pillar__titles",
)


@dataclass(frozen=True)
class PillarTotals:
    """Answers by what is to be done with them; counts add."""

    empty: int = 0
    carried: int = 0
    draft: int = 0
    returned: int = 0
    submitted: int = 0
    accepted: int = 0

    def __add__(self, other: "PillarTotals") -> "PillarTotals":
        names = [each.name for each in fields(PillarTotals)]
        return PillarTotals(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def open(self) -> int:
        """Those that wait for the office."""
        return self.empty + self.carried + self.draft + self.returned

    @property
    def steps(self) -> list[tuple[str, int]]:
        """Each count with the step under which the list of answers shows it."""
        kept = {"carried": str(Progress.DRAFT)}
        names = [each.name for each in fields(PillarTotals)]
        return [(kept.get(name, name), getattr(self, name)) for name in names]

    @property
    def total(self) -> int:
        """All answers."""
        return sum(n for _step, n in self.steps)


@dataclass(frozen=True)
class PillarRow:
    """One pillar of one office."""

    office: str
    area: str
    code: str
    title: str
    counts: PillarTotals
    next_item: str


def by_pillar(answers: QuerySet[Answer]) -> list[PillarRow]:
    """One GROUP BY; a draft that was carried over and never touched is counted apart.

    `next_item` is the first item of the pillar with which the office still has work.
    """
    carried = Q(progress=Progress.DRAFT, reexamined=False)
    steps = {str(step): Q(progress=step) for step in Progress}
    counts = {**steps, "carried": carried, "draft": steps["draft"] & ~carried}
    still = Q(progress__in=[Progress.EMPTY, Progress.DRAFT, Progress.RETURNED])
    rows = (
        answers.order_by()
        .values_list(*KEYS)
        .annotate(
            **{f"n_{name}": Count("id", filter=which) for name, which in counts.items()},
            next_item=Min("item__code", filter=still),
        )
    )
    return [row_of(row, list(counts)) for row in rows.order_by(*KEYS[:2], *KEYS[3:5])]


def row_of(row: Any, names: Iterable[str]) -> PillarRow:
    """A row of the query."""
    _position, office, areas, _place, code, titles, *numbers, next_item = row
    counts = PillarTotals(**dict(zip(names, numbers, strict=True)))
    return PillarRow(office, in_language(areas), code, in_language(titles), counts, next_item or "")


def totals_of(rows: Iterable[PillarRow]) -> PillarTotals:
    """All pillars together."""
    return sum((row.counts for row in rows), PillarTotals())
