"""Whose plan a row is of: the team, and the country where it names one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.utils.translation import gettext as _

from regions.models import Country, CountryTeam, TeamMembership
from regions.tables.folding import fold
from regions.texts import nearest

OTHER_NAMES: Final = {
    "cape verde": "CPV",
    "dr congo": "COD",
    "drc": "COD",
    "ivory coast": "CIV",
    "lao pdr": "LAO",
    "laos": "LAO",
    "moldova": "MDA",
    "occupied palestinian territory": "PSE",
    "opt": "PSE",
    "palestine": "PSE",
    "syria": "SYR",
    "tanzania": "TZA",
    "turkey": "TUR",
    "vietnam": "VNM",
}
"""Short names that exports use; what is kept and shown is always the official one."""
IN_FRONT: Final = re.compile(r"^(?:unct|un country team|un|united nations)(?: in)?[ :–-]+")
IN_BRACKETS: Final = re.compile(r"\s*[(（].*")
SEVERAL: Final = re.compile(r"multi[- ]?country|\bmco\b|multipa[iyí]s|многостран|多国|المتعدد")


@dataclass(frozen=True)
class Place:
    """A team, and one of its countries; no country where the plan is of the whole team."""

    team: int
    country: int | None


class NoPlace(Exception):
    """No team is found by what a cell says."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code, self.message = code, message


class Places:
    """All countries and teams under all their names: read once, in three statements."""

    def __init__(self) -> None:
        self.teams = list(CountryTeam.objects.order_by().values_list("pk", "code", "names"))
        rows = Country.objects.order_by().values_list("pk", "iso3", "iso2", "m49", "names")
        self.countries = list(rows)
        members = TeamMembership.objects.order_by()
        self.team_of = dict(members.values_list("country_id", "team_id"))

    def find(self, text: str) -> Place:
        """The place of a cell."""
        key = IN_FRONT.sub("", fold(text)) or fold(text)
        for each in (key, IN_BRACKETS.sub("", key)):
            if each in self.by_country:
                return self.of_country(self.by_country[each], text)
            if each in self.by_team:
                return Place(self.by_team[each], None)
        return Place(self.of_several(key, text), None)

    def of_country(self, country: int, text: str) -> Place:
        """The team that serves a country."""
        if country not in self.team_of:
            words = _("No country team serves %(country)s.") % {"country": text[:60]}
            raise NoPlace("no_team", words)
        return Place(self.team_of[country], country)

    def of_several(self, key: str, text: str) -> int:
        """A multi-country office under one of the names that are not its official one."""
        if SEVERAL.search(key):
            found = [pk for pk, words in self.of_many.items() if words <= set(words_in(key))]
            if len(found) == 1:
                return found[0]
        message = _("“%(text)s” is no country and no country team.") % {"text": text[:60]}
        hint = nearest(key, [*self.by_country, *self.by_team])
        if hint:
            message += " " + _("Did you mean “%(hint)s”?") % {"hint": self.official(hint)}
        raise NoPlace("unknown_place", message)

    def official(self, key: str) -> str:
        """A name as it is kept, for a hint."""
        return next((name for name in self.written if fold(name) == key), key)

    @cached_property
    def written(self) -> list[str]:
        """All names as they are written."""
        named = [*self.teams, *((pk, iso3, names) for pk, iso3, _2, _m, names in self.countries)]
        return [name for _pk, _code, names in named for name in names.values()]

    @cached_property
    def by_country(self) -> Mapping[str, int]:
        """Countries by codes and names; an official name goes before a shortened one."""
        found: dict[str, int] = {}
        for pk, iso3, iso2, m49, names in self.countries:
            add(found, pk, [iso3, iso2, m49, *names.values()])
        for pk, iso3, _iso2, _m49, names in self.countries:
            add(found, pk, [IN_BRACKETS.sub("", name) for name in names.values()])
            add(found, pk, [name for name, code in OTHER_NAMES.items() if code == iso3])
        return found

    @cached_property
    def by_team(self) -> Mapping[str, int]:
        """Teams by code and names."""
        found: dict[str, int] = {}
        for pk, code, names in self.teams:
            add(found, pk, [code, *names.values()])
        return found

    @cached_property
    def of_many(self) -> Mapping[int, set[str]]:
        """What tells one multi-country team from another: its name without the common words."""
        served = list(self.team_of.values())
        many = [(pk, names) for pk, _code, names in self.teams if served.count(pk) > 1]
        return {pk: {fold(names["en"]).split()[-1]} for pk, names in many}


def add(found: dict[str, int], pk: int, names: Iterable[str]) -> None:
    """Further names; one that is taken stays with whom it is."""
    for name in filter(None, names):
        found.setdefault(fold(name), pk)


def words_in(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"\w+", text)
