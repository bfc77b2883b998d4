"""Under which framework a plan of a year stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from programmes.models import CooperationFramework


@dataclass(frozen=True)
class Term:
    """A framework of a team, from its first to its last day."""

    pk: int
    starts_on: date
    ends_on: date


class NoFramework(Exception):
    """No framework, or not one alone, can be that of the plan."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code, self.message = code, message


def read_terms() -> dict[int, list[Term]]:
    """All frameworks by team, in the order of time: one statement."""
    found: dict[int, list[Term]] = {}
    rows = CooperationFramework.objects.order_by("starts_on")
    for team, pk, starts_on, ends_on in rows.values_list("team_id", "pk", "starts_on", "ends_on"):
        found.setdefault(team, []).append(Term(pk, starts_on, ends_on))
    return found


def framework_in(terms: Iterable[Term], year: int) -> Term:
    """The framework of a team that a plan of this year is of.

    In a year of change two have run: the plan is that of the one in force on 31 December,
    which began it anew. Where none was in force that day, the only one of the year.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    ran = [term for term in terms if term.starts_on <= last and term.ends_on >= first]
    return chosen([term for term in ran if term.ends_on >= last] or ran, year)


def chosen(found: Sequence[Term], year: int) -> Term:
    """The one that is left, or why there is not one."""
    if not found:
        words = _("No framework of this team ran in %(year)d.") % {"year": year}
        raise NoFramework("no_framework", words)
    if len(found) > 1:
        words = _(
            "Several frameworks of this team ran in %(year)d, and none of them on 31 December: "
            "it cannot be told which one the plan belongs to."
        )
        raise NoFramework("several_frameworks", words % {"year": year})
    return found[0]
