"""Why answers are not full: the constraints they name."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from checklist.models.answers import Constraint


def most_named(rows: Sequence[Mapping[str, Any]], round_before: str) -> str:
    """The constraint that most answers name, and whether it was another before."""
    if not rows or not rows[0]["answers"]:
        return ""
    first = rows[0]["constraint"]
    before = max(rows, key=lambda row: row["before"] or 0)
    facts = {"first": constraint(first), "before": constraint(before["constraint"])}
    if before["before"] and before["constraint"] != first:
        words = _(
            "‘%(first)s’ is now named most often for what is not full; "
            "in %(round)s it was ‘%(before)s’."
        )
        return words % {**facts, "round": round_before}
    return _("‘%(first)s’ is named most often for what is not full.") % facts


def most_named_title(rows: Sequence[Mapping[str, Any]]) -> str:
    """The same over the chart, where the numbers stand beside it."""
    if not rows or not rows[0]["answers"]:
        return _("Constraints")
    return _("‘%(first)s’ is named most often") % {"first": constraint(rows[0]["constraint"])}


def constraint(code: str) -> str:
    """A constraint in the reader's language."""
    return str(Constraint(code).label)
