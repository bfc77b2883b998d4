"""The pages of the offices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.timelines import Year
from reporting import headlines
from reporting.changes import change
from reporting.pages.alignment import OfficeFindings, office_findings
from reporting.pages.country_rows import CountryRow, axis_years, country_rows
from reporting.pages.dots import Dots, constraint_dots
from reporting.pages.editions import Reading
from reporting.pages.figures import ShownFigure, shown
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.mechanisms import MechanismRow, mechanism_rows
from reporting.pages.parts import (
    Crumb,
    Fact,
    Standing,
    area,
    named,
    shown_title,
    standing,
    titled,
    trail,
)
from reporting.pages.trends import Trend, trends
from reporting.pages.words import as_title, number, sentences

Row = Mapping[str, Any]


@dataclass(frozen=True)
class OfficeRow:
    """An office in the list."""

    code: str
    name: str
    area: str
    city: str
    url: str
    teams: int
    countries: int
    standing: Standing


@dataclass(frozen=True)
class OfficesPage:
    """The list of offices."""

    head: Head
    rows: list[OfficeRow]


def offices_page(reading: Reading) -> OfficesPage:
    """All offices, headquarters among them."""
    rows = [office_row(reading, row) for row in reading.section["offices"]]
    ranked = [(row.area, row.standing.tally) for row in rows]
    head = Head(
        title=_("Offices"),
        headline=headlines.extremes(ranked) or _("Offices"),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Offices"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return OfficesPage(head, rows)


def office_row(reading: Reading, row: Row) -> OfficeRow:
    """One office of the list."""
    return OfficeRow(
        code=row["code"],
        name=named(row),
        area=area(row),
        city=row["city"],
        url=reading.to("office", code=row["code"]),
        teams=row["teams"],
        countries=row["countries"],
        standing=standing(row, rtl=reading.rtl),
    )


@dataclass(frozen=True)
class ItemRow:
    """An item as this office answers it."""

    code: str
    title: str
    url: str
    answered_by: str
    constraint: str
    standing: Standing


@dataclass(frozen=True)
class PillarGroup:
    """A pillar with its items."""

    code: str
    title: str
    url: str
    standing: Standing
    items: list[ItemRow]


@dataclass(frozen=True)
class OfficePage:
    """One office."""

    head: Head
    figures: list[ShownFigure]
    trends_title: str
    trends: list[Trend]
    trend_rounds: list[str]
    countries: list[CountryRow]
    countries_note: str
    years: list[Year]
    findings: OfficeFindings | None
    pillars: list[PillarGroup]
    mechanisms: list[MechanismRow]
    constraints_title: str
    constraints: Dots


def office_page(reading: Reading) -> OfficePage:
    """One office: figures, trend, countries, checklist, mechanisms, constraints."""
    section = reading.section
    pillars = [row for row in section["pillars"] if any(row["tally"].values())]
    return OfficePage(
        head=office_head(reading, pillars),
        figures=shown(reading, section["figures"], {}),
        trends_title=as_title(headlines.risen(steps(pillars), reading.round_before)),
        trends=trends(reading, pillars),
        trend_rounds=[point["round"] for point in section["trend"]],
        countries=country_rows(reading, section["countries"]),
        countries_note=countries_note(section["countries"]),
        years=axis_years(reading, section["countries"]),
        findings=office_findings(reading),
        pillars=list(groups(reading, pillars)),
        mechanisms=mechanism_rows(reading, section["mechanisms"]),
        constraints_title=headlines.most_named_title(section["constraints"]),
        constraints=constraint_dots(reading, section["constraints"], section["office"]["code"]),
    )


def office_head(reading: Reading, pillars: Sequence[Row]) -> Head:
    """How the office stands, and where among the others."""
    office = reading.section["office"]
    found = standing(office, rtl=reading.rtl)
    lead = sentences(
        rank(reading, office),
        headlines.risen(steps(pillars), reading.round_before),
        headlines.unassessed(found.tally),
    )
    return Head(
        title=area(office),
        headline=headlines.part(area(office), found.tally, found.before, reading.round_before),
        lead=lead,
        eyebrow=named(office),
        crumbs=trail(reading, Crumb(_("Offices"), reading.to("offices")), Crumb(area(office))),
        facts=[*office_facts(office, found), *publication_facts(reading)],
        notices=notices(reading),
    )


def office_facts(office: Row, found: Standing) -> Iterator[Fact]:
    """Who it is, and how much it was asked."""
    words = _("%(name)s (%(code)s), %(city)s") if office["city"] else _("%(name)s (%(code)s)")
    yield Fact(
        _("Office"), words % {"name": named(office), "code": office["code"], "city": office["city"]}
    )
    asked = {"answered": number(found.answered), "counted": number(found.applicable)}
    yield Fact(_("Answered"), _("%(answered)s of %(counted)s") % asked)


def rank(reading: Reading, office: Row) -> str:
    """Whether the share is the highest or the lowest of the groups that have one."""
    found = {row["code"]: standing(row, rtl=False).share for row in reading.section["others"]}
    shares = {code: share for code, share in found.items() if share is not None}
    here = shares.get(office["code"])
    if here is None or len(shares) < 3:
        return ""
    words = ""
    if here == max(shares.values()):
        words = ngettext(
            "The highest share of the %(n)s offices.",
            "The highest share of the %(n)s offices.",
            len(shares),
        )
    elif here == min(shares.values()):
        words = ngettext(
            "The lowest share of the %(n)s offices.",
            "The lowest share of the %(n)s offices.",
            len(shares),
        )
    return words % {"n": len(shares)} if words else ""


def steps(pillars: Sequence[Row]) -> list[tuple[str, int]]:
    """The change of each pillar that can be compared."""
    found = [(titled(row), standing(row, rtl=False)) for row in pillars]
    changes = [(title, change(each.tally, each.before)) for title, each in found]
    return [(title, step.delta) for title, step in changes if step is not None]


def groups(reading: Reading, pillars: Sequence[Row]) -> Iterator[PillarGroup]:
    """The pillars this office answers, with their items."""
    office = reading.section["office"]
    query = {"office": office["code"]}
    for row in pillars:
        items = [each for each in reading.section["items"] if each["pillar"] == row["code"]]
        yield PillarGroup(
            code=row["code"],
            title=titled(row),
            url=reading.to("pillar", query, code=row["code"]),
            standing=standing(row, rtl=reading.rtl),
            items=[item_row(reading, each, query) for each in items],
        )


def item_row(reading: Reading, row: Row, query: dict[str, str]) -> ItemRow:
    """An item as this office answers it."""
    found = standing(row, rtl=reading.rtl)
    return ItemRow(
        code=row["code"],
        title=shown_title(row),
        url=reading.to("item", query, code=row["code"]),
        answered_by=answered_by(row, found.tally.total),
        constraint=headlines.constraint(row["constraint"]) if row["constraint"] else "",
        standing=found,
    )


def answered_by(row: Row, answers: int) -> str:
    """By whom an item is answered here."""
    if "C" not in row["levels"]:
        return _("Headquarters") if "G" in row["levels"] else _("Office")
    return ngettext("%(n)s team", "%(n)s teams", answers) % {"n": answers}


def countries_note(countries: Sequence[Row]) -> str:
    """How many countries, and how many teams serve them."""
    teams = {row["team"] for row in countries if row["team"]}
    facts = {"countries": len(countries), "teams": len(teams)}
    return _("Countries: %(countries)s. Country teams: %(teams)s.") % facts
