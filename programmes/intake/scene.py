"""What rows are read against: the records that they name, looked up once for all rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkResult,
)
from regions.languages import in_language
from regions.models import (
    Country,
    CountryTeam,
    OfficeCoverage,
    RegionalMechanism,
    RegionalOffice,
)

ResultKey = tuple[int, str]
HINTED = 50
"""A table of 2,000 misspelt names would be compared with every name for minutes."""


@dataclass(frozen=True)
class Target:
    """A record that another one refers to: its id, its key for people, whose it is.

    `belongs_to` is the team of a framework, the framework of a programme document.
    """

    id: int
    key: str
    label: str
    office: int | None = None
    belongs_to: int | None = None
    starts_on: date | None = None


class Targets:
    """The records of one kind that can be referred to, by id and by key."""

    def __init__(self, found: Iterable[Target]) -> None:
        self.by_id = {each.id: each for each in found}
        self.by_key = {each.key: each for each in self.by_id.values()}
        self.slips = 0

    def hints(self) -> Iterable[str]:
        """The keys among which a misspelt one is looked for; only for the first slips."""
        self.slips += 1
        return self.by_key if self.slips <= HINTED else ()

    def find(self, said: Any) -> Target | None:
        """By key, by id, or by the address that the API gives it."""
        if isinstance(said, int) and not isinstance(said, bool):
            return self.by_id.get(said)
        if not isinstance(said, str):
            return None
        said = said.strip()
        if "/" in said:
            said = said.rstrip("/").rpartition("/")[2]
        if said.isdecimal() and len(said) < 19:
            return self.by_id.get(int(said))
        return self.by_key.get(said) or self.by_key.get(said.upper())


def offices(on: date) -> Targets:
    """Offices, by code."""
    rows = RegionalOffice.objects.order_by("position").values_list("pk", "code", "names")
    return Targets(Target(pk, code, in_language(names), pk) for pk, code, names in rows)


def countries(on: date) -> Targets:
    """Countries with the office that serves them on the day."""
    serving = dict(OfficeCoverage.objects.on(on).order_by().values_list("country", "office"))
    rows = Country.objects.order_by("iso3").values_list("pk", "iso3", "names")
    return Targets(
        Target(pk, iso3, in_language(names), serving.get(pk)) for pk, iso3, names in rows
    )


def teams(on: date) -> Targets:
    """Country teams with their office."""
    rows = CountryTeam.objects.order_by("code").values_list("pk", "code", "names", "office")
    return Targets(Target(pk, code, in_language(names), office) for pk, code, names, office in rows)


def mechanisms(on: date) -> Targets:
    """Regional mechanisms with their office."""
    rows = RegionalMechanism.objects.order_by("code").values_list("pk", "code", "names", "office")
    return Targets(Target(pk, code, in_language(names), office) for pk, code, names, office in rows)


def frameworks(on: date) -> Targets:
    """Frameworks by team and first day: `KEN 2022-07-01`."""
    columns = ("pk", "starts_on", "ends_on", "team", "team__code", "team__names", "team__office")
    rows = CooperationFramework.objects.order_by("team__code", "starts_on").values(*columns)
    return Targets(
        Target(
            row["pk"],
            framework_key(row["team__code"], row["starts_on"].isoformat()),
            f"{in_language(row['team__names'])} · {row['starts_on']:%Y}–{row['ends_on']:%Y}",
            row["team__office"],
            row["team"],
            row["starts_on"],
        )
        for row in rows
    )


def framework_key(team: str, starts_on: str) -> str:
    """How rows and people name a framework."""
    return f"{team} {starts_on}"


def documents(on: date) -> Targets:
    """Programme documents by country, generation and first day: `KEN new 2022-01-01`."""
    serving = dict(OfficeCoverage.objects.on(on).order_by().values_list("country", "office"))
    columns = ("pk", "country", "country__iso3", "country__names", "generation", "starts_on")
    rows = CountryProgrammeDocument.objects.order_by("country__iso3", "starts_on")
    return Targets(
        Target(
            row["pk"],
            document_key(row["country__iso3"], row["generation"], row["starts_on"]),
            " · ".join(filter(None, (in_language(row["country__names"]), year(row["starts_on"])))),
            serving.get(row["country"]),
            row["framework"],
            row["starts_on"],
        )
        for row in rows.values(*columns, "framework")
    )


def year(day: date | None) -> str:
    """The year, as far as the day is known."""
    return f"{day:%Y}" if day else ""


def document_key(country: str, generation: str, starts_on: Any) -> str:
    """How rows and people name a programme document; its first day may not be known."""
    return " ".join(filter(None, (country, generation, str(starts_on or ""))))


LOADERS: dict[str, Callable[[date], Targets]] = {
    "offices": offices,
    "countries": countries,
    "teams": teams,
    "mechanisms": mechanisms,
    "frameworks": frameworks,
    "programme-documents": documents,
}


@dataclass
class Scene:
    """The records that rows can name; each kind is looked up when the first row needs it.

    `results` are ids of results by the id of their framework or document, and code;
    `sources` the same for the framework results that programme results are derived from.
    """

    on: date
    results: dict[ResultKey, int] = field(default_factory=dict)
    sources: dict[ResultKey, int] = field(default_factory=dict)
    known: dict[str, Targets] = field(default_factory=dict)

    def targets(self, collection: str) -> Targets:
        """The records of a kind."""
        if collection not in self.known:
            self.known[collection] = LOADERS[collection](self.on)
        return self.known[collection]

    def learn_sources(self, documents: Iterable[int]) -> None:
        """The results of the frameworks of some documents; those named with a framework, too."""
        known = self.targets("programme-documents").by_id
        frameworks = {known[pk].belongs_to for pk in documents if pk in known} - {None}
        rows = FrameworkResult.objects.filter(framework__id__any_of=list(frameworks)).order_by()
        for pk, framework, code in rows.values_list("pk", "framework", "code"):
            self.sources[framework, code] = pk
