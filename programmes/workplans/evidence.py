"""What joint work plans say of UN-Habitat's engagement: items, money, and who stands beside it.

The money of an item is that of all its agencies. A sum says of how many items it is: an
amount that is not stated is not nought.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from programmes.models import WorkPlanItem
from programmes.workplans.fields import AMOUNTS

OURS = Q(names_un_habitat=True)


@dataclass(frozen=True)
class Money:
    """A sum in US dollars, of so many items out of so many; None where none states it."""

    total: Decimal | None
    stated: int
    items: int

    @property
    def is_whole(self) -> bool:
        """Whether every item states it."""
        return self.stated == self.items


@dataclass(frozen=True)
class Evidence:
    """What the work plan of a year says of one framework; the money is of items naming us."""

    framework: int
    year: int
    items: int
    naming: int
    required: Money
    available: Money
    spent: Money

    @property
    def names_un_habitat(self) -> bool:
        """Whether UN-Habitat is in the plan at all."""
        return self.naming > 0


def read_evidence(
    year: int, frameworks: Iterable[int] | None = None, *, or_before: bool = False
) -> dict[int, Evidence]:
    """By framework; one without a plan in that year is not there, which is not "no item".

    With `or_before` it is the last plan up to that year: a plan is published in its course.
    """
    items = WorkPlanItem.objects.order_by()
    items = items.filter(year__lte=year) if or_before else items.filter(year=year)
    if frameworks is not None:
        items = items.filter(framework__id__any_of=sorted(frameworks))
    rows = items.values("framework", "year").annotate(
        items=Count("pk"), naming=Count("pk", filter=OURS), **sums()
    )
    return {row["framework"]: shape(row) for row in rows.order_by("framework", "year")}


def sums() -> dict[str, Any]:
    """Each amount summed, and how many items state it."""
    stated = {f"{name}_stated": Count(name, filter=OURS) for name in AMOUNTS}
    return stated | {f"{name}_total": Sum(name, filter=OURS) for name in AMOUNTS}


def shape(row: Mapping[str, Any]) -> Evidence:
    """A row of the database as evidence."""
    money = {
        name: Money(row[f"{name}_total"], row[f"{name}_stated"], row["naming"]) for name in AMOUNTS
    }
    return Evidence(row["framework"], row["year"], row["items"], row["naming"], **money)


def money_of(amounts: Iterable[Decimal | None]) -> Money:
    """A sum over amounts that are at hand."""
    found = list(amounts)
    stated = [amount for amount in found if amount is not None]
    return Money(sum(stated, Decimal(0)) if stated else None, len(stated), len(found))
