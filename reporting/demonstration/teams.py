"""A country team as its invented answers see it: read from the records, the invented ones too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from programmes.models import CooperationFramework, CountryProgrammeDocument, Presence
from regions.models import CountryTeam
from reporting.demonstration.chance import leaning

IN_CRISIS: Final = frozenset({
    "AFG", "BFA", "CAF", "COD", "HTI", "LBN", "LBY", "MLI", "MMR",
    "NER", "PSE", "SDN", "SOM", "SSD", "SYR", "UKR", "YEM",
})  # fmt: skip
"""Teams whose invented answers name a crisis; widely known ones, no judgement of ours."""

WRITE_IN: Final = {
    "fr": "BEN BFA BDI CMR CAF TCD COM COG COD CIV DJI GAB GIN MDG MLI NER SEN TGO DZA TUN HTI",
    "es": "ARG BOL CHL COL CRI CUB DOM ECU GTM HND MEX PAN PER PRY SLV URY VEN GNQ",
    "ar": "BHR EGY IRQ JOR KWT LBN LBY MAR MRT PSE SAU SDN SYR YEM",
}
LANGUAGES: Final = {team: code for code, teams in WRITE_IN.items() for team in teams.split()}


class Document(StrEnum):
    """How far the new country programme document of a team's country is."""

    NONE = "none"
    LAUNCHING = "launching"
    SHORT = "short"
    ENDED = "ended"
    DERIVED = "derived"


@dataclass(frozen=True)
class Team:
    """What an answer of the team depends on."""

    code: str
    office: str
    name: str = ""
    signatory: str = "unknown"
    level: str = "unknown"
    presence: str = "unknown"
    document: Document = Document.NONE
    periods: tuple[tuple[date, date], ...] = ()

    @property
    def is_in_crisis(self) -> bool:
        """Whether a crisis holds its work up."""
        return self.code in IN_CRISIS

    @property
    def language(self) -> str:
        """What it may write in, beside English."""
        return LANGUAGES.get(self.code, "en")

    @property
    def ability(self) -> float:
        """How much better or worse than its office's other teams it does, for no reason given."""
        part = {"active": 0.45, "light": 0.0, "none": -0.6}.get(self.level, -0.1)
        return part + 0.5 * leaning("ability", self.code) - 0.4 * self.is_in_crisis

    def period_on(self, day: date) -> tuple[date, date] | None:
        """The framework that runs on a day, of those on record."""
        return next((each for each in self.periods if each[0] <= day <= each[1]), None)


def read_teams() -> dict[str, Team]:
    """All teams by code."""
    periods, parts = read_frameworks()
    presence, documents = read_presence(), read_documents()
    return {
        code: Team(
            code,
            office,
            names["en"],
            *parts.get(code, ("unknown", "unknown")),
            presence.get(code, "unknown"),
            documents.get(code, Document.NONE),
            tuple(periods.get(code, ())),
        )
        for code, office, names in CountryTeam.objects.values_list("code", "office__code", "names")
    }


def read_frameworks() -> tuple[dict[str, list[tuple[date, date]]], dict[str, tuple[str, str]]]:
    """Periods of the frameworks, and UN-Habitat's part in the one that has a record of it."""
    periods: dict[str, list[tuple[date, date]]] = {}
    parts: dict[str, tuple[str, str]] = {}
    rows = CooperationFramework.objects.values_list(
        "team__code", "starts_on", "ends_on", "engagements__signatory", "engagements__level"
    )
    for team, starts_on, ends_on, signatory, level in rows:
        periods.setdefault(team, []).append((starts_on, ends_on))
        if signatory:
            parts[team] = (signatory, level)
    return periods, parts


def read_presence() -> dict[str, str]:
    """The firmest presence in any country of a team."""
    rows = Presence.objects.values_list("country__membership__team__code", "kind")
    return firmest((team, kind) for team, kind in rows if team)


def firmest(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By team, physical before limited before none."""
    order = ["none", "limited", "physical"]
    return dict(sorted(rows, key=lambda row: order.index(row[1])))


def read_documents() -> dict[str, Document]:
    """How far the new programme documents are that the note names (HSP/EB.2025/8, para 17)."""
    new = CountryProgrammeDocument.objects.filter(generation="new")
    rows = new.values_list("country__membership__team__code", "kind", "stage")
    return {team: _document(kind, stage) for team, kind, stage in rows}


def _document(kind: str, stage: str) -> Document:
    if kind == CountryProgrammeDocument.Kind.SHORT:
        return Document.SHORT
    found = {"launching": Document.LAUNCHING, "ended": Document.ENDED}
    return found.get(stage, Document.DERIVED)
