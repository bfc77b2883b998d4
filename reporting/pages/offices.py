"""The pages of the offices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.timelines import Year
from reporting import headlines
from reporting.changes import change, percent
from reporting.completeness import Completeness
from reporting.headlines import mechanisms as mechanism_words
from reporting.pages.alignment import OfficeFindings, office_findings
from reporting.pages.completeness import CompletenessBar, completeness_bar
from reporting.pages.country_rows import CountryRow, country_row
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
from reporting.pages.periods import whole_axis
from reporting.pages.trends import Trend, trends
from reporting.pages.words import as_title, listed, number, sentences

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
    title: str
    rows: list[OfficeRow]


def offices_page(reading: Reading) -> OfficesPage:
    """All offices, headquarters among them."""
    rows = [office_row(reading, row) for row in reading.section["offices"]]
    ranked = [(row.area, row.standing.tally) for row in rows]
    finding = headlines.extremes(ranked) or _("Offices")
    head = Head(
        title=_("Offices"),
        headline=reading.says("page", finding, *shares_of(rows)),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Offices"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    fell = [row.area for row in rows if row.standing.change and row.standing.change.worse]
    return OfficesPage(head, reading.says("offices", fallen(fell, rows, reading)), rows)


def shares_of(rows: Sequence["OfficeRow"]) -> list[int]:
    """The shares in whole per cent, as the table prints them."""
    return [percent(row.standing.tally) or 0 for row in rows]


def fallen(fell: Sequence[str], rows: Sequence["OfficeRow"], reading: Reading) -> str:
    """In which offices the share of full answers fell."""
    if not any(row.standing.change for row in rows):
        return _("Verdicts by office")
    if not fell:
        return _("The share of full answers fell in no office since %(round)s") % {
            "round": reading.round_before
        }
    facts = {"offices": listed(fell), "round": reading.round_before}
    return _("The share of full answers fell since %(round)s in %(offices)s") % facts


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
    countries_title: str
    countries: list[CountryRow]
    countries_note: str
    part: Page
    completeness: CompletenessBar
    years: list[Year]
    findings: OfficeFindings | None
    items_title: str
    pillars: list[PillarGroup]
    mechanisms_title: str
    mechanisms: list[MechanismRow]
    constraints_title: str
    constraints: Dots


def office_page(reading: Reading) -> OfficePage:
    """One office: figures, trend, countries, checklist, mechanisms, constraints."""
    section = reading.section
    pillars = asked_pillars(section)
    axis = whole_axis(reading)
    named_most = headlines.most_named_title(section["constraints"])
    naming = [row["answers"] for row in section["constraints"]]
    return OfficePage(
        head=office_head(reading, pillars),
        figures=shown(reading, section["figures"], {}),
        trends_title=reading.says("trends", trends_title(reading, pillars)),
        trends=trends(reading, pillars),
        trend_rounds=[point["round"] for point in section["trend"]],
        countries_title=reading.says("countries", *frameworks_running(section)),
        countries=[country_row(reading, row, axis) for row in reading.rows],
        countries_note=countries_note(section["office"]),
        part=reading.page,
        completeness=completeness(reading),
        years=axis.years(),
        findings=office_findings(reading),
        items_title=reading.says("items", items_title(section)),
        pillars=list(groups(reading, pillars)),
        mechanisms_title=reading.says("mechanisms", *roles_held(section["mechanisms"])),
        mechanisms=mechanism_rows(reading, section["mechanisms"]),
        constraints_title=reading.says("constraints", named_most, *naming),
        constraints=constraint_dots(reading, section["constraints"], section["office"]["code"]),
    )


def completeness(reading: Reading) -> CompletenessBar:
    """How full the record of specific contributions is."""
    office = reading.section["office"]
    return completeness_bar(reading, reading.section["completeness"], area(office), office["code"])


def asked_pillars(section: Row) -> list[Row]:
    """The pillars that ask anything of this office."""
    return [row for row in section["pillars"] if any(row["tally"].values())]


def office_head(reading: Reading, pillars: Sequence[Row]) -> Head:
    """How the office stands, and where among the others."""
    office = reading.section["office"]
    found = standing(office, rtl=reading.rtl)
    finding = headlines.part(area(office), found.tally, found.before, reading.round_before)
    lead = sentences(
        rank(reading, office),
        headlines.risen(steps(pillars), reading.round_before),
        headlines.unassessed(found.tally),
    )
    return Head(
        title=area(office),
        headline=reading.says("page", finding, found.full, found.applicable),
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
        url=reading.to("answers", {**query, "item": row["code"]}),
        answered_by=answered_by(row, found.tally.total),
        constraint=headlines.constraint(row["constraint"]) if row["constraint"] else "",
        standing=found,
    )


def answered_by(row: Row, answers: int) -> str:
    """By whom an item is answered here."""
    if "C" not in row["levels"]:
        return _("Headquarters") if "G" in row["levels"] else _("Office")
    return ngettext("%(n)s team", "%(n)s teams", answers) % {"n": answers}


def countries_note(office: Row) -> str:
    """How many countries, and how many teams serve them."""
    facts = {"countries": number(office["countries"]), "teams": number(office["teams"])}
    return _("Countries: %(countries)s. Country teams: %(teams)s.") % facts


def frameworks_running(section: Row) -> tuple[str, int, int]:
    """In how many of the teams a framework runs on the day of the register."""
    found = Completeness(**section["completeness"])
    words = ngettext(
        "A framework runs in %(n)s of %(all)s country team",
        "A framework runs in %(n)s of %(all)s country teams",
        found.teams,
    )
    facts = {"n": number(found.frameworks), "all": number(found.teams)}
    return words % facts, found.frameworks, found.teams


def trends_title(reading: Reading, pillars: Sequence[Row]) -> str:
    """Which pillars rose, or what the figure shows where nothing can be compared."""
    risen = as_title(headlines.risen(steps(pillars), reading.round_before))
    return risen or _("Share of full answers over the rounds")


def items_title(section: Row) -> str:
    """In which item of many answers the fewest are full."""
    found = [(titled(row), standing(row, rtl=False).tally) for row in section["items"]]
    return headlines.extremes(found) or _("The checklist, item by item")


def roles_held(mechanisms: Sequence[Row]) -> tuple[str, int, int]:
    """In how many of the region's mechanisms UN-Habitat has a role on record."""
    held = sum(bool(row["roles"]) for row in mechanisms)
    return mechanism_words.held(held, len(mechanisms)), held, len(mechanisms)
