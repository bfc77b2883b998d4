"""A country as a row of a table: of the list of all, and of one office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from programmes.models import CountryProgrammeDocument
from regions.timelines import Axis, Event, Period
from reporting.covering import newest
from reporting.pages.editions import Reading
from reporting.pages.engagement import (
    kind_word,
    level_word,
    presence_word,
    signatory_word,
)
from reporting.pages.parts import Standing, named, standing
from reporting.pages.periods import agreed_note, document_bars, framework_bars, today_mark
from reporting.pages.words import capital, years

Row = Mapping[str, Any]


@dataclass(frozen=True)
class CountryRow:
    """A country with framework, engagement, programme document and answers."""

    name: str
    code: str
    url: str
    office: str
    framework: str
    framework_note: str
    periods: list[Period]
    today: Event
    signatory: str
    level: str
    presence: str
    document: str
    document_note: str
    has_team: bool
    standing: Standing | None


def country_row(reading: Reading, row: Row, axis: Axis) -> CountryRow:
    """One country of a list."""
    framework, today = row["framework"], reading.register_day
    bars = [
        *framework_bars(axis, row["frameworks"], today),
        *document_bars(axis, row["documents"], None),
    ]
    return CountryRow(
        name=named(row),
        code=row["iso3"],
        url=reading.to("country", code=row["iso3"]),
        office=row["office"] or "",
        framework=years(framework["starts_on"], framework["ends_on"]) if framework else "",
        framework_note=framework_note(row, today),
        periods=bars,
        today=today_mark(axis, today),
        signatory=signatory_word(framework) if framework else "",
        level=level_word(framework) if framework else "",
        presence=presence_word(row["presence"]),
        document=document_period(row["documents"]),
        document_note=document_note(row["documents"]),
        has_team=row["team"] is not None,
        standing=standing(row, rtl=reading.rtl) if row["tally"] else None,
    )


def framework_note(row: Row, today: str) -> str:
    """That it was extended, is of another kind, or that the next one is on record."""
    framework = row["framework"]
    following = next((each for each in row["frameworks"] if each["starts_on"] > today), None)
    if framework and (agreed := agreed_note(framework)):
        return agreed
    if following:
        words = years(following["starts_on"], following["ends_on"])
        return _("next %(years)s") % {"years": words}
    if framework and framework["kind"] != "cooperation_framework":
        return kind_word(framework)
    return ""


def document_period(documents: Sequence[Row]) -> str:
    """The period of the newest programme document."""
    row = newest(documents)
    return years(row["starts_on"], row["ends_on"]) if row else ""


def document_note(documents: Sequence[Row]) -> str:
    """Where that document stands."""
    row = newest(documents)
    if row is None or row["stage"] == "unknown":
        return ""
    return stage_word(row["stage"])


def stage_word(stage: str) -> str:
    """The stage of a programme document in the reader's language."""
    return capital(CountryProgrammeDocument.Stage(stage).label)


def document_name(row: Row) -> str:
    """What kind of programme document it is."""
    if row["is_interim"]:
        return _("Short document, an interim solution")
    if row["generation"] == "new":
        return _("Document of the new generation")
    return _("Document of the earlier generation")
