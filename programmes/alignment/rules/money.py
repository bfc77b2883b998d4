"""Whether the money of a joint work plan can be right (practice of UN INFO)."""

from decimal import Decimal
from itertools import pairwise

from programmes.alignment.facts import Framework, Item
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule


@rule("A30", of="framework")
def needs_no_less_than_it_has_and_spends(framework: Framework, case: Case) -> Outcome | None:
    """Required ≥ available ≥ spent in every item, as far as its amounts are stated.

    An amount that the plan does not state is passed over: of required and spent alone the
    first is still not less. Where no item states two, nothing can be compared. A framework in
    force has a published work plan, so one that is not on record is still to be entered;
    before the first day of a framework there is none.
    """
    if not framework.items:
        return not_checkable("work_plan") if framework.runs(case.day) else None
    wrong = [each for each in framework.items if not is_falling(stated(each))]
    if wrong:
        others = tuple(f"work-plan-items/{each.pk}" for each in wrong)
        return finding("A30.rising", others=others, items=[told(each) for each in wrong])
    comparable = any(len(stated(each)) > 1 for each in framework.items)
    return PASSED if comparable else not_checkable("amounts")


def stated(item: Item) -> list[Decimal]:
    """Required, available, spent: those that the plan states."""
    amounts = (item.required, item.available, item.spent)
    return [each for each in amounts if each is not None]


def is_falling(amounts: list[Decimal]) -> bool:
    """Each is no more than the one before it."""
    return all(more >= less for more, less in pairwise(amounts))


def told(item: Item) -> list[object]:
    """What the finding says of an item: which it is, and its three amounts."""
    amounts = (item.required, item.available, item.spent)
    texts = [None if each is None else str(each) for each in amounts]
    return [item.code, str(item.year), item.country, *texts]
