"""What the filters of a page take: codes that the section knows, or a day."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from checklist.compliance import Verdict
from checklist.models.answers import Constraint
from programmes.models import (
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
)
from regions.provenance import OnRecord
from regions.queries import Allowed, read_query
from reporting.completeness import Recorded
from reporting.constraint_groups import GROUPS
from reporting.covering import Cover
from reporting.framework_ends import HORIZONS
from reporting.models import BoardRequest
from reporting.pages.filtering import DUE, KINDS, LEVEL_WORDS
from reporting.pages.findings import OUTCOMES
from reporting.selecting import UNKNOWN
from reporting.snapshots.lists.mechanism_roles import NO_ROLE
from reporting.snapshots.movement import LAPSED, OLDER, STAYED, Move
from reporting.snapshots.sections.alignment import SEVERITIES

Section = Mapping[str, Any]
Codes = Callable[[Section], Allowed]
Filters = Mapping[str, Codes]


def read_filters(request: HttpRequest, known: Filters, section: Section) -> dict[str, str]:
    """The filters of an address; an unknown name or value is refused in words (400)."""
    return read_query(request, {name: codes(section) for name, codes in known.items()})


class AnyDay(Collection[str]):
    """Every day, as ISO writes it in full."""

    def __contains__(self, value: object) -> bool:
        try:
            return date.fromisoformat(str(value)).isoformat() == value
        except ValueError:
            return False

    def __iter__(self) -> Iterator[str]:
        yield _("a day such as 2025-01-27")

    def __len__(self) -> int:
        return 1


def days(_section: Section) -> Collection[str]:
    """A day on which a figure was counted."""
    return AnyDay()


def offices(section: Section) -> Collection[str]:
    """The offices the page knows."""
    return [office["code"] for office in section["offices"]]


def kinds(_section: Section) -> Collection[str]:
    """The kinds of answer."""
    return [str(kind) for kind in Verdict]


def answer_kinds(_section: Section) -> Collection[str]:
    """The kinds of answer, and the groups of kinds that pages count."""
    return list(KINDS)


def pillars(section: Section) -> Collection[str]:
    """The pillars of the checklist."""
    return [row["code"] for row in section["pillars"]]


def items(section: Section) -> Collection[str]:
    """The items that are asked."""
    return [row["code"] for row in section["items"]]


def reasons(_section: Section) -> Collection[str]:
    """What constraints are about."""
    return list(GROUPS)


def levels_asked(_section: Section) -> Collection[str]:
    """Whom an item is asked of: the whole, each office, each team."""
    return list(LEVEL_WORDS)


def due(_section: Section) -> Collection[str]:
    """When a next step is due."""
    return list(DUE)


def changes(_section: Section) -> Collection[str]:
    """What may have become of an answer, and the marks of its evidence."""
    return [*map(str, Move), STAYED, LAPSED, OLDER]


def constraints(_section: Section) -> Collection[str]:
    """The constraints an answer may name."""
    return Constraint.values


def signatures(_section: Section) -> Collection[str]:
    """Whether UN-Habitat signed."""
    return FrameworkEngagement.Signatory.values


def levels(_section: Section) -> Collection[str]:
    """How far UN-Habitat takes part."""
    return FrameworkEngagement.Level.values


def recorded(_section: Section) -> Collection[str]:
    """Whether the specific contribution is on record, or no framework runs."""
    return [str(each) for each in Recorded]


def presences(_section: Section) -> Collection[str]:
    """The kinds of presence, and that none is recorded."""
    return [*Presence.Kind.values, UNKNOWN]


def covers(_section: Section) -> Collection[str]:
    """How a programme document stands beside its framework."""
    return [*Cover]


def on_record(_section: Section) -> Collection[str]:
    """Yes, no, or not recorded."""
    return OnRecord.values


def generations(_section: Section) -> Collection[str]:
    """The generations of programme documents."""
    return CountryProgrammeDocument.Generation.values


def sessions(section: Section) -> Collection[str]:
    """The sessions the page knows."""
    return [session["code"] for session in section["sessions"]]


def request_states(_section: Section) -> Collection[str]:
    """How far a request of the Board can be."""
    return BoardRequest.State.values


def themes(_section: Section) -> Collection[str]:
    """What a request of the Board can be about."""
    return BoardRequest.Theme.values


def yes_or_no(_section: Section) -> Collection[str]:
    """Whether something holds."""
    return ("yes", "no")


def countries(section: Section) -> Collection[str]:
    """The countries the page knows."""
    return [country["iso3"] for country in section["countries"]]


def years(section: Section) -> Collection[str]:
    """The years in which frameworks end."""
    return sorted({str(row["year"]) for row in section["years"]})


def horizons(_section: Section) -> Collection[str]:
    """How many months ahead ends are counted."""
    return [str(months) for months in HORIZONS]


def successors(_section: Section) -> Collection[str]:
    """Whether a next framework is on record; that there is none is not known."""
    return [OnRecord.YES, OnRecord.UNKNOWN]


def only_yes(_section: Section) -> Collection[str]:
    """A mark that a record bears or does not bear."""
    return [OnRecord.YES]


def roles(_section: Section) -> Collection[str]:
    """The roles in regional mechanisms, and that none is on record."""
    return [*MechanismRole.Role.values, NO_ROLE]


def rules(section: Section) -> Collection[str]:
    """The rules of alignment that the publication knows."""
    return [rule["code"] for rule in section["rules"]]


def severities(_section: Section) -> Collection[str]:
    """The weights of findings."""
    return list(SEVERITIES)


def outcomes(_section: Section) -> Collection[str]:
    """What a rule says."""
    return list(OUTCOMES)


class AnyCountry(Collection[str]):
    """Every code of a country: the list of them would make the page grow with the countries."""

    def __contains__(self, value: object) -> bool:
        return re.fullmatch("[A-Z]{3}", str(value)) is not None

    def __iter__(self) -> Iterator[str]:
        yield _("a code such as KEN")

    def __len__(self) -> int:
        return 1


def any_country(_section: Section) -> Collection[str]:
    """The code of a country."""
    return AnyCountry()
