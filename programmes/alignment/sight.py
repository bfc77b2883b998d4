"""Whose findings one sees: an office those on itself and on what it serves, others all."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts import policy
from accounts.policy import Actor
from programmes.alignment.checking import Checked
from regions.models import OfficeCoverage, RegionalOffice

ANSWERS: Final = "answers/"
"""Answers are seen by the office that gives them, whoever else serves the country."""


@dataclass(frozen=True)
class Sight:
    """The offices and countries of a person; `offices` is None for whoever sees every one."""

    offices: frozenset[str] | None = None
    countries: frozenset[str] = frozenset()

    def sees(self, checked: Checked) -> bool:
        """Whether an outcome concerns one's own office or a country it serves."""
        if self.offices is None or checked.office in self.offices:
            return True
        if checked.subject.startswith(ANSWERS):
            return False
        return not self.countries.isdisjoint(checked.countries)

    def sees_office(self, code: str) -> bool:
        """Whether the findings of an office may be opened."""
        return self.offices is None or code in self.offices

    def sees_country(self, iso3: str) -> bool:
        """Whether the findings of a country may be opened."""
        return self.offices is None or iso3 in self.countries


def sight_of(actor: Actor, day: date) -> Sight:
    """What a person sees; an office the countries it serves on that day: two queries."""
    if policy.may_see_every_office(actor):
        return Sight()
    offices = RegionalOffice.objects.filter(pk__in=actor.office_ids)
    served = OfficeCoverage.objects.on(day).filter(office__in=actor.office_ids)
    return Sight(
        frozenset(offices.values_list("code", flat=True)),
        frozenset(served.values_list("country__iso3", flat=True)),
    )
