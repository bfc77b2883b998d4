"""What signature, engagement and work plan of the running framework propose."""

from datetime import date

from checklist.compliance import Verdict
from checklist.proposals.proposed import Proposal, proposal, unknown
from programmes.alignment.facts import Framework, Item, Team

LEVELS = {"active": Verdict.FULL, "light": Verdict.PARTIAL, "none": Verdict.NOT_STARTED}


def years(framework: Framework) -> str:
    """A framework as people call it."""
    return f"{framework.starts_on:%Y}–{framework.ends_on:%Y}"


def signatory(team: Team, day: date) -> Proposal:
    """NGT-05: whether UN-Habitat has signed the framework (HSP/EB.2025/8, paras 12 and 13)."""
    framework = team.running(day)
    if framework is None:
        return unknown("running_framework")
    part = framework.part(day)
    said = part.signatory if part else "unknown"
    if said == "unknown":
        return unknown("signatory")
    kind = Verdict.FULL if said == "yes" else Verdict.NOT_STARTED
    return proposal(kind, f"signatory.{said}", framework.name, years=years(framework))


def takes_part(team: Team, day: date) -> Proposal:
    """NGT-06: active is full, light is partial (paras 12 and 14 tell the two apart)."""
    framework = team.running(day)
    if framework is None:
        return unknown("running_framework")
    part = framework.part(day)
    level = part.level if part else "unknown"
    if level not in LEVELS:
        return unknown("level")
    return proposal(LEVELS[level], f"level.{level}", framework.name, years=years(framework))


def in_work_plan(team: Team, day: date) -> Proposal:
    """NGT-07: items of the last published joint work plan that name UN-Habitat.

    Full where each of them states what is required, available and spent.
    """
    framework = team.running(day)
    if framework is None:
        return unknown("running_framework")
    items = latest_items(framework, day.year)
    if not items:
        return unknown("work_plan")
    own = [each for each in items if each.names_un_habitat]
    whole = sum(states_money(each) for each in own)
    kind = Verdict.NOT_STARTED
    if own:
        kind = Verdict.FULL if whole == len(own) else Verdict.PARTIAL
    facts = {"year": str(items[0].year), "items": len(own), "whole": whole}
    return proposal(kind, "plan.items" if own else "plan.absent", framework.name, **facts)


def latest_items(framework: Framework, year: int) -> list[Item]:
    """The items of the newest year up to this one."""
    newest = max((each.year for each in framework.items if each.year <= year), default=None)
    return [each for each in framework.items if each.year == newest]


def states_money(item: Item) -> bool:
    """Whether all three amounts are stated."""
    return None not in (item.required, item.available, item.spent)
