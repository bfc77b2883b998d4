"""Method and words: the formulas, what is real, the rules, the checklist, the glossary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from checklist.models import ChecklistItem
from regions.languages import in_language
from reporting.headlines import method as headlines
from reporting.measures import DEFINITIONS
from reporting.models.figures import Measure
from reporting.pages.editions import Reading
from reporting.pages.findings import SEVERITIES, title_of
from reporting.pages.formulas import FORMULAS, Formula
from reporting.pages.glossary import Glossary, glossary
from reporting.pages.head import (
    Head,
    checklist_title,
    for_session,
    notices,
    publication_facts,
    reconstruction,
)
from reporting.pages.items import level_words
from reporting.pages.origins import Origins, origins
from reporting.pages.parts import Crumb, Fact, noted_english, shown_title, titled, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.words import capital

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ScaleLine:
    """A level of the response scale."""

    kind: str
    meaning: str


@dataclass(frozen=True)
class ItemLine:
    """An item as the checklist has it; one that is off says why."""

    code: str
    title: str
    url: str
    levels: str
    certainty: str
    why_off: str


@dataclass(frozen=True)
class PillarItems:
    """A pillar with its items."""

    code: str
    title: str
    items: list[ItemLine]


@dataclass(frozen=True)
class RuleLine:
    """A rule of alignment: what holds when it is met, its weight and basis."""

    code: str
    title: str
    url: str
    weight: str
    lesser: str
    limit: str
    basis: str
    unchecked: int
    off_reason: str


@dataclass(frozen=True)
class Titles:
    """The findings that stand over the tables."""

    scale: str
    measures: str
    rules: str
    items: str


@dataclass(frozen=True)
class MethodPage:
    """The method and the words."""

    head: Head
    titles: Titles
    formulas: tuple[Formula, ...]
    checklist: list[Fact]
    scale: list[ScaleLine]
    origins: Origins
    measures: list[Fact]
    rules: list[RuleLine]
    pillars: list[PillarItems]
    glossary: Glossary


def method_page(reading: Reading) -> MethodPage:
    """What is asked, how answers become shares, what is real, and what the words mean."""
    checklist = reading.section["checklist"]
    return MethodPage(
        head=method_head(reading),
        titles=titles(reading),
        formulas=FORMULAS,
        checklist=checklist_facts(reading, checklist),
        scale=[ScaleLine(row["kind"], in_language(row["meanings"])) for row in checklist["scale"]],
        origins=origins(reading),
        measures=[measure_fact(measure) for measure in Measure],
        rules=[rule_line(reading, rule) for rule in reading.section["rules"]],
        pillars=[pillar_items(reading, row, checklist["items"]) for row in checklist["pillars"]],
        glossary=glossary(reading),
    )


def method_head(reading: Reading) -> Head:
    """How much is asked, and whether in the official words."""
    checklist = reading.section["checklist"]
    on, found = asked_of(checklist)
    words = headlines.asked(on, found, is_reconstruction=checklist["is_reconstruction"])
    return Head(
        title=_("Method and words"),
        headline=reading.says("page", words, found - on),
        lead=reconstruction(reading),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Method and words"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def titles(reading: Reading) -> Titles:
    """The sentence over each table."""
    on, found = asked_of(reading.section["checklist"])
    rules = reading.section["rules"]
    switched_on = sum(rule["is_on"] for rule in rules)
    return Titles(
        scale=reading.says("scale", _("Not applicable is left out of every share")),
        measures=reading.says(
            "measures", _("A reported figure is never changed to fit the records")
        ),
        rules=reading.says("rules", headlines.rules(switched_on, len(rules))),
        items=reading.says("items", headlines.low_certainty(found - on, found)),
    )


def asked_of(checklist: Row) -> tuple[int, int]:
    """How many items are asked, of how many."""
    return sum(item["is_on"] for item in checklist["items"]), len(checklist["items"])


def rule_line(reading: Reading, rule: Row) -> RuleLine:
    """One rule as the secretariat has set it."""
    lesser = rule["lesser_severity"]
    return RuleLine(
        code=rule["code"],
        title=title_of(rule["code"], rule),
        url=reading.to("findings", {"rule": rule["code"]}),
        weight=str(SEVERITIES[rule["severity"]]),
        lesser=str(SEVERITIES[lesser]) if lesser else "",
        limit=limit_words(rule["parameters"]),
        basis=rule["basis"],
        unchecked=rule["counts"]["not_checkable"],
        off_reason="" if rule["is_on"] else rule["off_reason"],
    )


def limit_words(parameters: Mapping[str, Any]) -> str:
    """The limits of a rule by their names in the settings, which are those of the API."""
    return ", ".join(f"{name} = {value}" for name, value in sorted(parameters.items()))


def checklist_facts(reading: Reading, checklist: Row) -> list[Fact]:
    """Which checklist, and from what it was made."""
    asked = dict(zip(("on", "all"), asked_of(checklist), strict=True))
    return [
        Fact(_("Checklist"), checklist_title(reading), note=checklist["label"]),
        Fact(_("Version"), checklist["version"]),
        Fact(_("Items asked"), _("%(on)s of %(all)s") % asked),
        Fact(_("Source"), noted_english(checklist["source"])),
    ]


def measure_fact(measure: Measure) -> Fact:
    """What a reported figure is compared with."""
    return Fact(capital(measure.label), str(DEFINITIONS[measure].words))


def pillar_items(reading: Reading, pillar: Row, items: list[Row]) -> PillarItems:
    """A pillar with all its items, those that are off among them."""
    lines = [item_line(reading, item) for item in items if item["pillar"] == pillar["code"]]
    return PillarItems(pillar["code"], titled(pillar), lines)


def item_line(reading: Reading, item: Row) -> ItemLine:
    """One item."""
    return ItemLine(
        code=item["code"],
        title=shown_title(item),
        url=reading.to("item", code=item["code"]) if item["is_on"] else "",
        levels=level_words(item["levels"]),
        certainty=capital(ChecklistItem.Certainty(item["certainty"]).label),
        why_off=item["why_off"] if not item["is_on"] else "",
    )


def items_sheet(reading: Reading) -> Sheet:
    """The checklist as data."""
    columns = [
        Column(_("Code"), "#meta+item"),
        Column(_("Pillar"), "#meta+pillar"),
        Column(_("Item"), "#description"),
        Column(_("Asked of"), "#meta+level+list"),
        Column(_("Certainty of the wording"), "#meta+certainty"),
        Column(_("Not asked because"), "#meta+reason"),
    ]
    items = reading.section["checklist"]["items"]
    return Sheet(_("The checklist"), columns, (item_cells(item) for item in items))


def item_cells(item: Row) -> list[Cell]:
    """One row of it."""
    title, levels = in_language(item["titles"]), " ".join(item["levels"])
    return [item["code"], item["pillar"], title, levels, item["certainty"], item["why_off"]]


def method_rules_sheet(reading: Reading) -> Sheet:
    """The rules of alignment as data."""
    columns = [
        Column(_("Rule"), "#meta+rule"),
        Column(_("What holds when it is met"), "#description"),
        Column(_("Weight"), "#severity"),
        Column(_("Milder case"), "#severity+lesser"),
        Column(_("Limits"), "#meta+parameter"),
        Column(_("Could not be checked"), "#indicator+num+finding+unchecked"),
        Column(_("Basis"), "#meta+source"),
        Column(_("Why it is switched off"), "#meta+reason"),
    ]
    rows = (rule_cells(rule) for rule in reading.section["rules"])
    return Sheet(_("Rules of alignment"), columns, rows)


def rule_cells(rule: Row) -> list[Cell]:
    """One row of it."""
    return [
        *(rule["code"], title_of(rule["code"], rule), rule["severity"]),
        *(rule["lesser_severity"], limit_words(rule["parameters"])),
        *(rule["counts"]["not_checkable"], rule["basis"]),
        "" if rule["is_on"] else rule["off_reason"],
    ]
