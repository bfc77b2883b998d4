"""Whether engagement on record and the published joint work plan (JWP) say the same.

Signature and engagement are two facts, and so is the work plan: what any of them does not
say is neither yes nor no. The rules look at frameworks in force; before its first day there
is nothing to take part in. (Data of UN INFO; HSP/EB.2025/8, para 12.)
"""

from collections.abc import Iterable
from typing import Final

from programmes.alignment.facts import Framework, Item, Part
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule

UNKNOWN: Final = "unknown"
NO_PART: Final = Part("unknown", "unknown", None, None, None)


@rule("A19", of="framework")
def is_in_the_work_plan_where_active(framework: Framework, case: Case) -> Outcome | None:
    """Who takes part actively stands in the work plan of this year or of the last.

    Light or no engagement claims nothing that a plan would have to show.
    """
    if not framework.runs(case.day):
        return None
    part, items = framework.part(case.day) or NO_PART, recent(framework, case)
    if part.level in {"light", "none"}:
        return None
    if any(each.names_un_habitat for each in items):
        return PASSED
    if part.level == UNKNOWN or not items:
        return lacking(part, items)
    return finding("A19.absent", years=years(items), items=len(items))


@rule("A20", of="framework")
def is_engaged_where_in_the_work_plan(framework: Framework, case: Case) -> Outcome | None:
    """A plan that names UN-Habitat and a record of no engagement cannot both be right.

    A plan of a year before that part began says nothing against it.
    """
    if not framework.runs(case.day):
        return None
    part, items = framework.part(case.day) or NO_PART, recent(framework, case)
    if part.level in {"active", "light"}:
        return PASSED
    named = [each for each in items if each.names_un_habitat and is_within(each, part)]
    if items and not named:
        return PASSED
    if part.level == UNKNOWN or not items:
        return lacking(part, items)
    return finding(
        "A20.named",
        others=tuple(f"work-plan-items/{each.pk}" for each in named),
        years=years(named),
        codes=sorted({each.code for each in named}),
    )


@rule("A21", of="framework")
def says_how_far_a_signatory_takes_part(framework: Framework, case: Case) -> Outcome | None:
    """Para 12: of at least 45 signed, 25 active; of a signature alone nobody knows which."""
    if not framework.runs(case.day):
        return None
    part = framework.part(case.day) or NO_PART
    if part.signatory == "no":
        return None
    if part.signatory == UNKNOWN:
        return not_checkable("signatory")
    return finding("A21.silent") if part.level == UNKNOWN else PASSED


def recent(framework: Framework, case: Case) -> list[Item]:
    """The work plan of this year and of the last."""
    return [each for each in framework.items if 0 <= case.day.year - each.year <= 1]


def is_within(item: Item, part: Part) -> bool:
    """Whether an item is of a year in which the part already held."""
    return part.valid_from is None or item.year >= part.valid_from.year


def lacking(part: Part, items: Iterable[Item]) -> Outcome:
    """Level, work plan or both are not on record."""
    level = ("level",) if part.level == UNKNOWN else ()
    return not_checkable(*level, *(() if items else ("work_plan",)))


def years(items: Iterable[Item]) -> list[str]:
    """The years of the plans, as text: a year is no number to be grouped."""
    return sorted({str(each.year) for each in items})
