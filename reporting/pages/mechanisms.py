"""Regional mechanisms and UN-Habitat's roles in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page
from django.utils.translation import gettext as _

from programmes.models import MechanismRole
from regions.models import RegionalMechanism
from reporting.headlines import mechanisms as headlines
from reporting.pages.count_table import (
    CountColumn,
    CountTable,
    count_sheet,
    count_table,
    counts_of,
)
from reporting.pages.editions import Reading
from reporting.pages.filtering import (
    FilterBar,
    Option,
    filter_bar,
    finding_over,
    office_options,
    role_filter_word,
)
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Link, area, named, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.words import capital
from reporting.snapshots.lists.mechanism_roles import NO_ROLE

Row = Mapping[str, Any]
CONVENING: Final = frozenset({"co_convener", "co_chair", "lead"})


@dataclass(frozen=True)
class RoleRow:
    """One role: what UN-Habitat is there, in what, with whom, for whom, and by whose word."""

    role: str
    topic: str
    partners: str
    countries: list[Link]
    others: list[Link]
    source: str
    is_invented: bool


@dataclass(frozen=True)
class MechanismRow:
    """One mechanism."""

    name: str
    kind: str
    roles: list[RoleRow]


@dataclass(frozen=True)
class ListedRole:
    """A role with its mechanism; or a mechanism in which none is on record."""

    name: str
    kind: str
    role: RoleRow | None


@dataclass(frozen=True)
class OfficeRoles:
    """The roles in the region of one office."""

    name: str
    url: str
    rows: list[ListedRole]


@dataclass(frozen=True)
class MechanismsPage:
    """The roles by office, a part of them at a time."""

    head: Head
    counts: CountTable
    title: str
    filters: FilterBar
    groups: list[OfficeRoles]
    part: Page


def mechanisms_page(reading: Reading) -> MechanismsPage:
    """The mechanisms of every region."""
    found = [office_group(reading, office) for office in reading.section["offices"]]
    whole = counts_of(reading, None)
    named_for = headlines.for_countries(whole["for_countries"], sum(whole["roles"].values()))
    return MechanismsPage(
        head=mechanisms_head(reading),
        counts=counts(reading),
        title=reading.says("list", named_for),
        filters=role_filters(reading),
        groups=[group for group in found if group.rows],
        part=reading.page,
    )


def mechanisms_head(reading: Reading) -> Head:
    """In how many a role is on record."""
    return Head(
        title=_("Mechanisms"),
        headline=headline(reading),
        lead=_(
            "That no role is on record does not say that UN-Habitat takes no part in a mechanism."
        ),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Mechanisms"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def headline(reading: Reading) -> str:
    """The finding of the whole or of an office; of a role, how many pass."""
    here = counts_of(reading, reading.filters.get("office"))
    words = headlines.held(here["with_role"], here["mechanisms"])
    return finding_over(reading, words, headlines.passing(reading.total))


def counts(reading: Reading) -> CountTable:
    """The mechanisms and the roles by office."""
    roles = counts_of(reading, None)["roles"]
    convening = sum(number for role, number in roles.items() if role in CONVENING)
    words = headlines.convening(convening, sum(roles.values()))
    return count_table(reading, reading.says("offices", words), count_columns(reading))


def count_columns(reading: Reading) -> list[CountColumn]:
    """The mechanisms, those with a role, and each kind of role with the rows it counts."""
    return [
        plain_column(reading, "mechanisms", _("Mechanisms")),
        plain_column(reading, "with_role", _("With a role on record")),
        *(role_column(reading, role) for role in counts_of(reading, None)["roles"]),
    ]


def plain_column(reading: Reading, name: str, label: str) -> CountColumn:
    """Mechanisms, which are no rows of the list: one may stand there with several roles."""
    hxl = f"#indicator+num+mechanism+{name.replace('_', '')}"
    return CountColumn(label, hxl, lambda office: int(counts_of(reading, office)[name]))


def role_column(reading: Reading, role: str) -> CountColumn:
    """One kind of role."""
    return CountColumn(
        role_word(role),
        f"#indicator+num+role+{role.replace('_', '')}",
        lambda office: int(counts_of(reading, office)["roles"].get(role, 0)),
        lambda office: reading.to(
            "mechanisms", {**({"office": office} if office else {}), "role": role}
        ),
    )


def role_filters(reading: Reading) -> FilterBar:
    """By office and role."""
    options = [Option(role, role_word(role)) for role in counts_of(reading, None)["roles"]]
    silent = Option(NO_ROLE, role_filter_word(NO_ROLE))
    return filter_bar(
        reading,
        "mechanisms",
        office=(_("Office"), office_options(reading)),
        role=(_("Role"), [*options, silent]),
    )


def office_group(reading: Reading, office: Row) -> OfficeRoles:
    """The rows of one region that stand in this part."""
    rows = [listed_role(reading, row) for row in reading.rows if row["office"] == office["code"]]
    return OfficeRoles(area(office), reading.to("office", code=office["code"]), rows)


def listed_role(reading: Reading, row: Row) -> ListedRole:
    """One row of the list."""
    kind = capital(RegionalMechanism.Kind(row["kind"]).label)
    role = role_row(reading, row["role"]) if row["role"] else None
    return ListedRole(named(row), kind, role)


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
        others=[Link(code, reading.to("country", code=code)) for code in role["others"]],
        source=role["source"],
        is_invented=role["provenance"] == "invented",
    )


def role_word(role: str) -> str:
    """A role in the reader's language."""
    return capital(MechanismRole.Role(role).label)


def country_link(reading: Reading, country: Row) -> Link:
    """A supported country."""
    return Link(named(country), reading.to("country", code=country["iso3"]))


def roles_sheet(reading: Reading) -> Sheet:
    """The list as data, with the codes of all countries."""
    columns = [
        Column(_("Mechanism"), "#service+name"),
        Column(_("Kind"), "#service+kind"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Role"), "#org+role"),
        Column(_("What UN-Habitat brings"), "#description"),
        Column(_("Partners"), "#org+partner+list"),
        Column(_("Countries supported"), "#country+code+list"),
        Column(_("Basis"), "#meta+source"),
        Column(_("Provenance"), "#meta+provenance"),
    ]
    return Sheet(_("Regional mechanisms"), columns, (role_cells(row) for row in reading.rows))


def role_cells(row: Row) -> list[Cell]:
    """One row of it."""
    about: list[Cell] = [named(row), row["kind"], row["office"]]
    role = row["role"]
    if role is None:
        return [*about, None, None, None, None, row["source"], row["provenance"]]
    codes = [*(each["iso3"] for each in role["countries"]), *role["others"]]
    said = [role["role"], role["topic"], role["partners"], " ".join(codes)]
    return [*about, *said, role["source"], role["provenance"]]


def mechanism_offices_sheet(reading: Reading) -> Sheet:
    """The counts by office as data."""
    return count_sheet(_("Mechanisms by office"), counts(reading), count_columns(reading))
