"""The briefing of an office."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from regions.templatetags.figures import hedged_text
from reporting.completeness import Completeness
from reporting.headlines.briefings import line_on_record
from reporting.pages.alignment import counts_words
from reporting.pages.briefings.items import named_steps, step_lines
from reporting.pages.briefings.parts import Briefing, Line, SourcedFact, briefing
from reporting.pages.editions import Reading
from reporting.pages.figures import shown
from reporting.pages.findings import unchecked_words
from reporting.pages.offices import asked_pillars, office_head
from reporting.pages.parts import named
from reporting.pages.words import day, sentences

Row = Mapping[str, Any]


def office_briefing(reading: Reading) -> Briefing:
    """An office in two minutes."""
    section = reading.section
    steps = named_steps(section["next_steps"])
    return briefing(
        replace(reading, section={**section, "next_steps": steps}),
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
    counts = section["alignment"]["counts"]
    words = f"{counts_words(counts)}."
    told = sentences(words, f"{unchecked_words(counts)}." if counts["not_checkable"] else "")
    yield SourcedFact(_("Findings"), told, _("Rules of alignment A01 to A30"))


def ends(section: Row) -> Iterator[Line]:
    """The frameworks that end first."""
    for row in section["ending"][:2]:
        words = _("The framework of %(team)s ends") % {"team": named(row)}
        yield Line(words, day(row["ends_on"]))
