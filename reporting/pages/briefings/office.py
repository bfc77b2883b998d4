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
from reporting.pages.figures import shown
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
    """Two figures as they were reported, the record of contributions, the findings."""
    section = reading.section
    for figure in shown(reading, section["figures"][:2], {}):
        source = _("%(document)s, para %(paragraph)s") % {
            "document": figure.document,
            "paragraph": figure.paragraph,
        }
        yield SourcedFact(figure.area, hedged_text(figure.value, figure.qualifier), source)
    found = Completeness(**section["completeness"])
    if found.frameworks:
        register = _("Register as of %(day)s") % {"day": day(reading.register_day)}
        yield SourcedFact(_("Specific contribution"), line_on_record(found), register)
    yield findings_fact(section["alignment"]["counts"])


def ends(section: Row) -> Iterator[Line]:
    """The frameworks that end first."""
    for row in section["ending"][:2]:
        words = _("The framework of %(team)s ends") % {"team": named(row)}
        yield Line(words, day(row["ends_on"]))
