"""Engagement and presence made up where the note says nothing, near to what it reports in sum."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from programmes.models import (
    CooperationFramework,
    FrameworkEngagement,
    Presence,
    engagement_on,
)
from regions.models import OfficeCoverage
from reporting.demonstration import wording
from reporting.demonstration.chance import drawn, happens
from reporting.demonstration.teams import IN_CRISIS, Document, read_documents

SOURCE: Final = "Demonstration"
REPORTED_ON: Final = date(2025, 1, 27)
"""The note's own date: its figures are as of then, and so is what is made up beside them."""


@dataclass(frozen=True)
class Share:
    """How many frameworks of an office are signed, and in how many UN-Habitat is active or light.

    What the note names itself is among them.
    """

    signed: int
    active: int
    light: int


SHARES: Final = {
    "ROAF": Share(44, 25, 20),
    "ROAS": Share(14, 11, 3),
    "ROAP": Share(3, 15, 6),
    "ROLAC": Share(1, 9, 6),
    "EECA": Share(1, 2, 5),
}
"""One signature fewer than reported in Africa, one active part more in Latin America: what the
records count and what was reported differ, and the pages show how. In all 63 are signed; the
Executive Director spoke of over 60 (Board, March 2025)."""

LONG_THERE: Final = frozenset({
    "AFG", "BGD", "BOL", "BRA", "COL", "ECU", "EGY", "ETH", "IND", "IRQ", "JOR", "KEN", "MEX",
    "MOZ", "NPL", "RWA", "SEN", "SOM", "SYR", "VNM",
})  # fmt: skip
"""Teams where UN-Habitat has worked for long, by general knowledge: likelier to be active."""

PHYSICAL: Final = {"ROAS": 14}
"""Countries with physical presence, where the note gives their number (para 13)."""

PROJECTS: Final = {"ROAS": 16}
"""Countries with projects, likewise: more than those with presence, fewer than those served."""


def invent_engagement() -> int:
    """A part in each framework that ran on the day of the note and has none on record."""
    running = CooperationFramework.objects.running_on(REPORTED_ON)
    running = running.annotate(engagement=engagement_on(REPORTED_ON))
    rows = running.values_list("pk", "team__code", "team__office__code", "engagement__level")
    by_office: dict[str, list[tuple[int, str, str | None]]] = {}
    for pk, team, office, level in rows.order_by("team__code"):
        by_office.setdefault(office, []).append((pk, team, level))
    made = [row for office, teams in by_office.items() for row in _parts(office, teams)]
    FrameworkEngagement.objects.bulk_create(made)
    return len(made)


def _parts(office: str, teams: list[tuple[int, str, str | None]]) -> Iterator[FrameworkEngagement]:
    """The best standing teams are active, the next light; signatures follow the same order."""
    share, documents = SHARES.get(office, Share(0, 0, 0)), read_documents()
    known = [level for _, _, level in teams if level is not None]
    free = [(pk, team) for pk, team, level in teams if level is None]
    free.sort(key=lambda row: -standing(row[1], documents))
    active = share.active - known.count("active")
    for rank, (pk, team) in enumerate(free):
        level = "active" if rank < active else "light" if rank < active + share.light else "none"
        yield _part(pk, team, level, "yes" if rank < share.signed else _unsigned(team, level))


def _unsigned(team: str, level: str) -> str:
    """Not signed, or not recorded: "not recorded" is not "no"."""
    return "unknown" if level != "none" and happens(0.7, "unsigned", team) else "no"


def _part(pk: int, team: str, level: str, signatory: str) -> FrameworkEngagement:
    return FrameworkEngagement(
        framework_id=pk,
        signatory=signatory,
        level=level,
        specific_contribution=wording.contribution(team, level),
        as_of=REPORTED_ON,
        source=SOURCE,
        is_invented=True,
    )


def standing(team: str, documents: dict[str, Document]) -> float:
    """How near UN-Habitat stands to a team: a programme document counts most, a crisis against."""
    has_document = documents.get(team, Document.NONE) is not Document.NONE
    known = 0.5 * (team in LONG_THERE) - 0.35 * (team in IN_CRISIS)
    return drawn("standing", team) + has_document + known


def invent_presence() -> int:
    """A presence in the countries that have none on record: all that have a team of their own."""
    made = [row for office, found in _silent().items() for row in _presences(office, found)]
    Presence.objects.bulk_create(made)
    return len(made)


def _silent() -> dict[str, list[tuple[int, str, str]]]:
    """By office: country, its code and the level of engagement there."""
    levels = _levels()
    taken = set(Presence.objects.order_by().values_list("country__iso3", flat=True))
    rows = OfficeCoverage.objects.on(REPORTED_ON).order_by("country__iso3")
    found: dict[str, list[tuple[int, str, str]]] = {}
    for pk, iso3, team, office in rows.values_list(
        "country", "country__iso3", "country__membership__team__code", "office__code"
    ):
        if iso3 not in taken and (team in (None, iso3) or happens(0.2, "presence", iso3)):
            found.setdefault(office, []).append((pk, iso3, levels.get(team, "none")))
    return found


def _levels() -> dict[str | None, str]:
    parts = FrameworkEngagement.objects.order_by()
    return dict(parts.values_list("framework__team__code", "level"))


def _presences(office: str, found: list[tuple[int, str, str]]) -> Iterator[Presence]:
    """Staff first where the part is active; where a number is reported, that many."""
    ranks = {"active": 0, "light": 1}
    found.sort(key=lambda row: (ranks.get(row[2], 2), drawn("presence", row[1])))
    for rank, (pk, iso3, level) in enumerate(found):
        kind = _by_rank(rank, PHYSICAL[office]) if office in PHYSICAL else _by_level(iso3, level)
        yield Presence(
            country_id=pk,
            kind=kind,
            projects=_projects(office, rank, iso3, kind),
            as_of=REPORTED_ON,
            source=SOURCE,
            is_invented=True,
        )


def _projects(office: str, rank: int, iso3: str, kind: str) -> str:
    """Under way wherever there is staff; elsewhere by chance, and sometimes not recorded."""
    if office in PROJECTS:
        return "yes" if rank < PROJECTS[office] else "no"
    if kind == "physical":
        return "yes"
    fallen, likely = drawn("projects", iso3), 0.6 if kind == "limited" else 0.2
    return "unknown" if fallen < 0.15 else "yes" if fallen < likely else "no"


def _by_rank(rank: int, physical: int) -> str:
    return "physical" if rank < physical else "limited" if rank < physical + 2 else "none"


def _by_level(iso3: str, level: str) -> str:
    physical, limited = {"active": (0.75, 1.0), "light": (0.15, 0.8)}.get(level, (0.0, 0.3))
    fallen = drawn("kind of presence", iso3)
    return "physical" if fallen < physical else "limited" if fallen < limited else "none"
