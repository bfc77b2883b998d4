"""How it is counted: the checklist, the scale, the formula, the measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from checklist.models import ChecklistItem
from regions.languages import in_language
from reporting.measures import DEFINITIONS
from reporting.models.figures import Measure
from reporting.pages.editions import Reading
from reporting.pages.head import (
    Head,
    checklist_title,
    for_session,
    notices,
    publication_facts,
    reconstruction,
)
from reporting.pages.items import level_words
from reporting.pages.parts import Crumb, Fact, noted_english, shown_title, titled, trail
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
class MethodPage:
    """The method."""

    head: Head
    checklist: list[Fact]
    scale: list[ScaleLine]
    measures: list[Fact]
    pillars: list[PillarItems]


def method_page(reading: Reading) -> MethodPage:
    """What is asked and how answers become shares."""
    checklist = reading.section["checklist"]
    head = Head(
        title=_("Method"),
        headline=_("What is asked, and how it is counted"),
        lead=reconstruction(reading),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Method"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return MethodPage(
        head=head,
        checklist=checklist_facts(reading, checklist),
        scale=[ScaleLine(row["kind"], in_language(row["meanings"])) for row in checklist["scale"]],
        measures=[measure_fact(measure) for measure in Measure],
        pillars=[pillar_items(reading, row, checklist["items"]) for row in checklist["pillars"]],
    )


def checklist_facts(reading: Reading, checklist: Row) -> list[Fact]:
    """Which checklist, and from what it was made."""
    items = checklist["items"]
    asked = {"on": sum(item["is_on"] for item in items), "all": len(items)}
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
