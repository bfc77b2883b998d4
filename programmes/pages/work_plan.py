"""The work plan of a framework in a year: what UN-Habitat does in it, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from programmes.alignment.rules.money import is_falling
from programmes.models import CooperationFramework, WorkPlanItem
from programmes.workplans import agencies
from programmes.workplans.evidence import Money, money_of
from programmes.workplans.fields import AMOUNTS


@dataclass(frozen=True)
class ItemShown:
    """An item with the agencies beside UN-Habitat and its money."""

    item: WorkPlanItem

    @property
    def beside(self) -> list[str]:
        """The other agencies."""
        return [name for name in self.item.agencies if not agencies.names_un_habitat([name])]

    @property
    def amounts(self) -> list[Decimal | None]:
        """Required, available, spent."""
        return [getattr(self.item, name) for name in AMOUNTS]

    @property
    def is_out_of_order(self) -> bool:
        """Whether more is available than required, or more spent than available (rule A30)."""
        return not is_falling([amount for amount in self.amounts if amount is not None])


@dataclass(frozen=True)
class PlanPage:
    """The items of a framework in one year; the others can be chosen."""

    framework: CooperationFramework
    years: Sequence[int]
    year: int | None
    items: Sequence[WorkPlanItem]

    @cached_property
    def ours(self) -> list[ItemShown]:
        """Items that name UN-Habitat."""
        return [ItemShown(item) for item in self.items if item.names_un_habitat]

    @cached_property
    def others(self) -> list[ItemShown]:
        """Items that do not."""
        return [ItemShown(item) for item in self.items if not item.names_un_habitat]

    @cached_property
    def totals(self) -> list[Money]:
        """Required, available and spent of the items that name UN-Habitat."""
        columns = [[each.amounts[at] for each in self.ours] for at in range(len(AMOUNTS))]
        return [money_of(amounts) for amounts in columns]

    @property
    def has_countries(self) -> bool:
        """Whether the items are of several countries, so that each says its own."""
        return len({item.country_id for item in self.items}) > 1

    @property
    def plans(self) -> list[str]:
        """The plans that the items are from."""
        return list(dict.fromkeys(item.plan for item in self.items))

    @property
    def sources(self) -> list[tuple[str, bool]]:
        """The exports they were taken from, and whether they are invented."""
        return list(dict.fromkeys((item.source, item.is_invented) for item in self.items))


def read_page(framework: CooperationFramework, asked: int | None) -> PlanPage:
    """The year asked for, else the last one: two statements."""
    items = framework.work_plan_items.order_by()
    years = list(items.values_list("year", flat=True).distinct().order_by("-year"))
    year = asked if asked in years else next(iter(years), None)
    if year is None:
        return PlanPage(framework, years, None, [])
    shown = items.filter(year=year).select_related("country").order_by("code", "country__iso3")
    return PlanPage(framework, years, year, list(shown))
