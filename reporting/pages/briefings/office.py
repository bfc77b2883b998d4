"""The briefing of an office."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from regions.templatetags.figures import hedged_text
from reporting.completeness import Completeness
from reporting.headlines.briefings import line_on_record
from reporting.pages.briefings.items import step_lines
from reporting.pages.briefings.parts import Briefing, Line, SourcedFact, briefing, findings_fact
from reporting.pages.editions import Reading
from reporting.pages.figures import ShownFigure, shown
from reporting.pages.offices import asked_pillars, office_head
from reporting.pages.parts import named
from reporting.pages.words import day

Row = Mapping[str, Any]


def office_briefing(reading: Reading) -> Briefing:
    """An office in two minutes."""
    section = reading.section
    return briefing(
        reading,
        office_head(reading, asked_pillars(section)),
        facts=facts(reading),
        changes=step_lines(section["items"]),
        reasons=section["constraints"],
        coming=ends(section),
    )


def facts(reading: Reading) -> Iterator[SourcedFact]:
    """Two figures as they were reported, and what is on record."""
    for figure in shown(reading, reading.section["figures"][:2], {}):
        said = hedged_text(figure.value, figure.qualifier)
        yield SourcedFact(figure.area, said, figure_source(figure))
    found = Completeness(**reading.section["completeness"])
    if found.frameworks:
        register = _("Register as of %(day)s") % {"day": day(reading.register_day)}
        yield SourcedFact(_("Specific contribution"), line_on_record(found), register)
    yield findings_fact(reading.section["alignment"]["counts"])


def figure_source(figure: ShownFigure) -> str:
    """The document and the paragraph in which a figure stands."""
    facts = {"document": figure.document, "paragraph": figure.paragraph}
    return _("%(document)s, para %(paragraph)s") % facts


def ends(section: Row) -> Iterator[Line]:
    """The frameworks that end first."""
    for row in section["ending"][:2]:
        words = _("The framework of %(team)s ends") % {"team": named(row)}
        yield Line(words, day(row["ends_on"]))
