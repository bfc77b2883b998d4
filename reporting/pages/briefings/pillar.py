"""The briefing of a pillar."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from reporting.pages.briefings.items import step_lines
from reporting.pages.briefings.parts import Briefing, SourcedFact, briefing
from reporting.pages.editions import Reading
from reporting.pages.head import Head
from reporting.pages.matrix import Cells
from reporting.pages.parts import shown_title, standing
from reporting.pages.pillar import constraint_sums, pillar_head
from reporting.pages.verdicts import share_text
from reporting.pages.words import number

Row = Mapping[str, Any]


def pillar_briefing(reading: Reading) -> Briefing:
    """A pillar in two minutes."""
    section = reading.section
    return briefing(
        reading,
        pillar_page_head(reading),
        facts=facts(reading),
        changes=step_lines(section["items"]),
        reasons=constraint_sums(reading),
    )


def pillar_page_head(reading: Reading) -> Head:
    """The head of the page of the pillar, all offices together."""
    cells = Cells.of(reading.section["cells"], "item")
    return pillar_head(reading, cells, *cells.total(None, None)[:2])


def facts(reading: Reading) -> Iterator[SourcedFact]:
    """How many answers count, and the items that stand highest and lowest."""
    section = reading.section
    source = _("Answers accepted in round %(round)s") % {"round": reading.round}
    found = standing(section["pillar"], rtl=False)
    counts = {"full": number(found.full), "counted": number(found.applicable)}
    yield SourcedFact(_("Full answers"), _("%(full)s of %(counted)s") % counts, source)
    ranked = ranking(section["items"])
    if len(ranked) > 1:
        yield SourcedFact(_("Fullest item"), item_words(ranked[0]), source)
        yield SourcedFact(_("Least full item"), item_words(ranked[-1]), source)


def ranking(items: Sequence[Row]) -> list[Row]:
    """The items that anything counts in, by their share of full answers."""
    asked = [row for row in items if standing(row, rtl=False).applicable]
    return sorted(asked, key=lambda row: -(standing(row, rtl=False).tally.share or 0))


def item_words(row: Row) -> str:
    """An item with its share or its counts."""
    found = standing(row, rtl=False)
    share = share_text(found.full, found.applicable)
    return _("%(item)s (%(code)s): %(share)s") % {
        "item": shown_title(row),
        "code": row["code"],
        "share": share,
    }
