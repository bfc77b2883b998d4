"""Regional mechanisms and UN-Habitat's roles in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from programmes.models import MechanismRole
from regions.models import RegionalMechanism
from reporting.pages.editions import Reading
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Link, area, named, trail
from reporting.pages.words import capital

Row = Mapping[str, Any]


@dataclass(frozen=True)
class RoleRow:
    """One role: what UN-Habitat is there, in what, with whom, for whom, and by whose word."""

    role: str
    topic: str
    partners: str
    countries: list[Link]
    source: str
    is_invented: bool


@dataclass(frozen=True)
class MechanismRow:
    """One mechanism."""

    name: str
    kind: str
    roles: list[RoleRow]


@dataclass(frozen=True)
class OfficeMechanisms:
    """The mechanisms of the region of one office."""

    name: str
    url: str
    rows: list[MechanismRow]


@dataclass(frozen=True)
class MechanismsPage:
    """All mechanisms by office."""

    head: Head
    groups: list[OfficeMechanisms]


def mechanisms_page(reading: Reading) -> MechanismsPage:
    """The mechanisms of every region."""
    found = [office_group(reading, office) for office in reading.section["offices"]]
    head = Head(
        title=_("Mechanisms"),
        headline=_("Regional mechanisms and UN-Habitat’s roles in them"),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Mechanisms"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return MechanismsPage(head, [group for group in found if group.rows])


def office_group(reading: Reading, office: Row) -> OfficeMechanisms:
    """The mechanisms of one region."""
    rows = [row for row in reading.section["mechanisms"] if row["office"] == office["code"]]
    url = reading.to("office", code=office["code"])
    return OfficeMechanisms(area(office), url, mechanism_rows(reading, rows))


def mechanism_rows(reading: Reading, rows: Iterable[Row]) -> list[MechanismRow]:
    """Mechanisms with their roles."""
    return [
        MechanismRow(
            name=named(row),
            kind=capital(RegionalMechanism.Kind(row["kind"]).label),
            roles=[role_row(reading, role) for role in row["roles"]],
        )
        for row in rows
    ]


def role_row(reading: Reading, role: Row) -> RoleRow:
    """One role."""
    return RoleRow(
        role=role_word(role["role"]),
        topic=role["topic"],
        partners=role["partners"],
        countries=[country_link(reading, each) for each in role["countries"]],
        source=role["source"],
        is_invented=role["provenance"] == "invented",
    )


def role_word(role: str) -> str:
    """A role in the reader's language."""
    return capital(MechanismRole.Role(role).label)


def country_link(reading: Reading, country: Row) -> Link:
    """A supported country."""
    return Link(named(country), reading.to("country", code=country["iso3"]))
