"""The pillars with their items: all of them, and one pillar by office."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from checklist.compliance import Tally, Verdict
from reporting import headlines
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Standing, shown_title, standing, titled, trail
from reporting.pages.verdicts import verdict_word
from reporting.scorecards import from_record

Row = Mapping[str, Any]
KINDS = tuple(Verdict)


@dataclass(frozen=True)
class KindCount:
    """How many answers of one kind, leading to those answers."""

    kind: str
    answers: int
    url: str


@dataclass(frozen=True)
class ItemLine:
    """An item with the numbers of its answers."""

    code: str
    title: str
    url: str
    counts: list[KindCount]
    standing: Standing


@dataclass(frozen=True)
class PillarLines:
    """A pillar with its items."""

    code: str
    title: str
    url: str
    counts: list[KindCount]
    standing: Standing
    items: list[ItemLine]


@dataclass(frozen=True)
class PillarsPage:
    """All pillars."""

    head: Head
    filters: FilterBar
    kinds: Sequence[str]
    groups: list[PillarLines]
    total: list[KindCount]
    by_constraint: bool
    items_title: str


def pillars_page(reading: Reading) -> PillarsPage:
    """Every item with the number of its answers of each kind, or that name a constraint."""
    reading = narrowed(reading)
    kinds = [reading.filters["kind"]] if "kind" in reading.filters else [*KINDS]
    by_constraint = "constraint" in reading.filters
    groups = [pillar_lines(reading, row, kinds) for row in reading.section["pillars"]]
    groups = [group for group in groups if group.items]
    return PillarsPage(
        head=pillars_head(reading),
        filters=pillar_filters(reading),
        kinds=[] if by_constraint else kinds,
        groups=groups,
        total=sums(reading, kinds, [group.counts for group in groups], {}),
        by_constraint=by_constraint,
        items_title=items_title(reading),
    )


def narrowed(reading: Reading) -> Reading:
    """By verdict or by constraint: who names a constraint is counted whatever the verdict."""
    if "constraint" not in reading.filters:
        return reading
    return replace(reading, filters={"constraint": reading.filters["constraint"]})


def pillars_head(reading: Reading) -> Head:
    """Which pillar stands highest."""
    rows = [(titled(row), standing(row, rtl=False).tally) for row in reading.section["pillars"]]
    return Head(
        title=_("Pillars"),
        headline=reading.says("page", headlines.extremes(rows) or _("Pillars of the checklist")),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Pillars"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def pillar_filters(reading: Reading) -> FilterBar:
    """By verdict or by constraint; to choose one takes the other off."""
    kinds = [Option(str(kind), verdict_word(kind)) for kind in KINDS]
    codes = sorted({row["constraint"] for row in reading.section["constraints"]})
    named = [Option(code, headlines.constraint(code)) for code in codes]
    chosen = {name: code for name, code in reading.filters.items() if name == "kind"}
    by_kind = filter_bar(replace(reading, filters=chosen), "pillars", kind=(_("Verdict"), kinds))
    bar = filter_bar(reading, "pillars", constraint=(_("Constraint"), named))
    return replace(bar, rows=[*by_kind.rows, *bar.rows])


def naming(reading: Reading) -> Counter[str]:
    """How many answers of each item name the chosen constraint."""
    counted: Counter[str] = Counter()
    for row in reading.section["constraints"]:
        if row["constraint"] == reading.filters.get("constraint"):
            counted[row["item"]] += row["answers"]
    return counted


def pillar_lines(reading: Reading, row: Row, kinds: Sequence[str]) -> PillarLines:
    """A pillar with the items that the filters leave."""
    items = [each for each in reading.section["items"] if each["pillar"] == row["code"]]
    lines = [item_line(reading, item, kinds) for item in items]
    kept = [line for line in lines if any(count.answers for count in line.counts)]
    url = reading.to("pillar", code=row["code"])
    found = standing(row, rtl=reading.rtl)
    counts = sums(reading, kinds, [line.counts for line in kept], {"pillar": row["code"]})
    return PillarLines(row["code"], titled(row), url, counts, found, kept)


def item_line(reading: Reading, row: Row, kinds: Sequence[str]) -> ItemLine:
    """An item; each of its numbers leads to the answers it counts."""
    code = row["code"]
    found = standing(row, rtl=reading.rtl)
    return ItemLine(
        code=code,
        title=shown_title(row),
        url=reading.to("item", reading.filters, code=code),
        counts=item_counts(reading, code, found.tally, kinds),
        standing=found,
    )


def item_counts(reading: Reading, code: str, tally: Tally, kinds: Sequence[str]) -> list[KindCount]:
    """The answers of each kind or, under a constraint, those that name it."""
    if "constraint" in reading.filters:
        url = reading.to("item", reading.filters, code=code)
        return [KindCount("", naming(reading)[code], url)]
    return [
        KindCount(kind, getattr(tally, kind), reading.to("item", {"kind": kind}, code=code))
        for kind in kinds
    ]


def sums(
    reading: Reading,
    kinds: Sequence[str],
    rows: Sequence[Sequence[KindCount]],
    place: Mapping[str, str],
) -> list[KindCount]:
    """The sums under a pillar or under all; each leads to the answers it counts."""
    found = [sum(count.answers for count in column) for column in zip(*rows, strict=True)]
    if "constraint" in reading.filters:
        url = reading.to("answers", {**reading.filters, **place})
        return [KindCount("", number, url) for number in found]
    return [
        KindCount(kind, number, reading.to("answers", {"kind": kind, **place}))
        for kind, number in zip(kinds, found, strict=False)
    ]


def items_title(reading: Reading) -> str:
    """How many items are full wherever they are asked, and how many nowhere."""
    rows = [from_record(row["tally"]) for row in reading.section["items"]]
    return reading.says("items", headlines.full_everywhere(rows))
