"""Proposals in words, in the reader's language."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from checklist.proposals.proposed import Proposal
from programmes.alignment.wording import message
from programmes.alignment.words import MISSING as RULES_MISS
from regions.sentences import day, listed, number, sentences

Facts = Mapping[str, Any]

MISSING: Final[dict[str, Any]] = {
    "running_framework": gettext_lazy("a framework that runs today"),
    "signatory": gettext_lazy("whether UN-Habitat has signed"),
    "level": gettext_lazy("how far UN-Habitat takes part"),
    "work_plan": gettext_lazy("a joint work plan"),
    "document": gettext_lazy("a programme document of the new generation"),
    "outcomes": gettext_lazy("the outcomes of the programme document"),
    "contribution": gettext_lazy("a dated contribution to the country analysis"),
    "south_south_section": gettext_lazy("whether there is a section on South-South cooperation"),
    "presence": gettext_lazy("UN-Habitat’s presence"),
    "rules": gettext_lazy("alignment rules that are switched on"),
}

PLAIN: Final[dict[str, Any]] = {
    "signatory.yes": gettext_lazy("UN-Habitat has signed the framework %(years)s."),
    "signatory.no": gettext_lazy("UN-Habitat has not signed the framework %(years)s."),
    "level.active": gettext_lazy("UN-Habitat is actively engaged in the framework %(years)s."),
    "level.light": gettext_lazy("UN-Habitat is lightly engaged in the framework %(years)s."),
    "level.none": gettext_lazy("UN-Habitat is not engaged in the framework %(years)s."),
    "plan.absent": gettext_lazy("The joint work plan of %(year)s names UN-Habitat in no item."),
    "aligned.yes": gettext_lazy("Programme document and framework agree in their periods."),
    "results.yes": gettext_lazy(
        "Every outcome has an indicator with baseline and target, and lessons are drawn."
    ),
}


def derived(facts: Facts) -> str:
    """How many outcomes are derived."""
    words = ngettext(
        "%(derived)s of %(outcomes)s outcome is derived from the framework.",
        "%(derived)s of %(outcomes)s outcomes are derived from the framework.",
        facts["outcomes"],
    )
    return words % {name: number(facts[name]) for name in ("derived", "outcomes")}


def items(facts: Facts) -> str:
    """How many items name UN-Habitat, and how many of those state their money."""
    words = ngettext(
        "%(items)s item of the joint work plan of %(year)s names UN-Habitat; %(whole)s of them "
        "states what is required, available and spent.",
        "%(items)s items of the joint work plan of %(year)s name UN-Habitat; %(whole)s of them "
        "state what is required, available and spent.",
        facts["items"],
    )
    counted = {name: number(facts[name]) for name in ("items", "whole")}
    return words % {**counted, "year": facts["year"]}


def south(facts: Facts) -> str:
    """How many documents have the section."""
    words = ngettext(
        "%(has)s of %(documents)s programme document has a section on South-South cooperation.",
        "%(has)s of %(documents)s programme documents have a section on South-South cooperation.",
        facts["documents"],
    )
    return words % {name: number(facts[name]) for name in ("has", "documents")}


def presence(facts: Facts) -> str:
    """In how many countries somebody stands for UN-Habitat."""
    words = ngettext(
        "UN-Habitat is represented in %(has)s of %(countries)s country, resident or not.",
        "UN-Habitat is represented in %(has)s of %(countries)s countries, resident or not.",
        facts["countries"],
    )
    return words % {name: number(facts[name]) for name in ("has", "countries")}


def given(facts: Facts) -> str:
    """The last contribution."""
    words = _("The last contribution to the country analysis is dated %(day)s.")
    return words % {"day": day(facts["day"])}


def found(facts: Facts) -> str:
    """The findings of the rules, one sentence each."""
    return sentences(*(f"{message(says, values).title}." for says, values in facts["findings"]))


SAID: Final[dict[str, Any]] = {
    "derived": derived,
    "plan.items": items,
    "south": south,
    "presence": presence,
    "analysis.recent": given,
    "analysis.old": given,
    "aligned.no": found,
    "results.no": found,
}


def because(proposal: Proposal) -> str:
    """What the records say, or which facts they lack."""
    if not proposal.kind:
        names = listed([str(MISSING.get(x) or RULES_MISS[x]) for x in proposal.missing])
        return _("Not on record: %(facts)s.") % {"facts": names}
    if proposal.says in SAID:
        return str(SAID[proposal.says](proposal.facts))
    return str(PLAIN[proposal.says]) % proposal.facts
