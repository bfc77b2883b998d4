"""The sentences of a delegate's briefing: short, whole, each with its numbers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.completeness import Completeness
from reporting.headlines.constraints import constraint
from reporting.pages.words import number


def naming(row: Mapping[str, Any]) -> str:
    """How many answers name a constraint."""
    words = ngettext(
        "‘%(constraint)s’ is named by %(n)s answer",
        "‘%(constraint)s’ is named by %(n)s answers",
        row["answers"],
    )
    return words % {"constraint": constraint(row["constraint"]), "n": number(row["answers"])}


def steps_due(total: int) -> str:
    """How many next steps have a day that is still to come."""
    if not total:
        return _("No next step with a day to come is on record.")
    words = ngettext(
        "%(n)s next step is due; the first stand here.",
        "%(n)s next steps are due; the first stand here.",
        total,
    )
    return words % {"n": number(total)}


def line_on_record(found: Completeness) -> str:
    """Of how many frameworks the specific contribution is on record."""
    words = ngettext(
        "%(n)s of %(all)s framework that runs has a line on record",
        "%(n)s of %(all)s frameworks that run have a line on record",
        found.frameworks,
    )
    return words % {"n": number(found.recorded), "all": number(found.frameworks)}


def more_full(step: int) -> str:
    """By how much the full answers to an item changed."""
    if step > 0:
        words = ngettext("%(n)s more full answer", "%(n)s more full answers", step)
    else:
        words = ngettext("%(n)s fewer full answer", "%(n)s fewer full answers", -step)
    return words % {"n": number(abs(step))}
