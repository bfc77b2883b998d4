"""The briefing of a country."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from checklist.compliance import HELD_BACK
from reporting.covering import newest, running
from reporting.next_steps import due_steps
from reporting.pages.answers import direction
from reporting.pages.briefings.parts import (
    LETTERS,
    Briefing,
    Line,
    SourcedFact,
    briefing,
    findings_fact,
)
from reporting.pages.country import country_head
from reporting.pages.country_programme import document_row
from reporting.pages.editions import Reading
from reporting.pages.engagement import contribution, level_word, presence_word, signatory_word
from reporting.pages.parts import shown_title
from reporting.pages.verdicts import verdict_word
from reporting.pages.words import day
from reporting.snapshots.movement import sums
from reporting.snapshots.sections.alignment import counted

Row = Mapping[str, Any]


def country_briefing(reading: Reading) -> Briefing:
    """A country in two minutes; what its section does not count is counted from its answers."""
    answers, today = reading.section["answers"], reading.register_day
    steps = due_steps(answers, today)
    whole = {
        **reading.section,
        "moves": sums(each["move"] for each in answers if each["move"]),
        "next_steps": steps,
        "steps_due": len(steps),
    }
    return briefing(
        replace(reading, section=whole),
        country_head(reading),
        facts=facts(reading),
        changes=changes(reading),
        reasons=reasons(answers),
        coming=ends(reading),
    )


def facts(reading: Reading) -> Iterator[SourcedFact]:
    """Framework, programme document, UN-Habitat's part, contribution, findings."""
    section = reading.section
    framework = running(section["frameworks"], reading.register_day)
    if framework is None:
        yield SourcedFact(_("Framework"), _("none runs on this day"))
    else:
        yield from framework_facts(framework, section["country"]["presence"])
    yield document_fact(section["documents"])
    yield findings_fact(counted(section["alignment"]["checked"]))


def document_fact(documents: Sequence[Row]) -> SourcedFact:
    """The newest programme document: the one that the headline of the country speaks of."""
    record = newest(documents)
    if record is None:
        return SourcedFact(_("Programme document"), _("none on record"))
    row = document_row(record)
    words = _("%(name)s, %(period)s") % {"name": row.name, "period": row.period}
    return SourcedFact(_("Programme document"), words, row.source, row.is_invented)


def framework_facts(framework: Row, presence: Row | None) -> Iterator[SourcedFact]:
    """The framework that runs, and what is on record of UN-Habitat's part in it."""
    period = {"first": day(framework["starts_on"]), "last": day(framework["ends_on"])}
    is_invented = framework["provenance"] == "invented"
    words = _("%(first)s to %(last)s") % period
    yield SourcedFact(_("Framework"), words, framework["source"], is_invented)
    part = framework["engagement"]
    told = _("signatory: %(signatory)s; engagement: %(level)s; presence: %(presence)s") % {
        "signatory": signatory_word(framework),
        "level": level_word(framework),
        "presence": presence_word(presence),
    }
    source, made_up = (part["source"], part["provenance"] == "invented") if part else ("", False)
    yield SourcedFact(_("UN-Habitat’s part"), told, source, made_up)
    line = contribution(framework)
    if line is None:
        yield SourcedFact(_("Specific contribution"), _("Not recorded"))
    else:
        text = Truncator(line.text).chars(LETTERS)
        yield SourcedFact(
            _("Specific contribution"), text, line.source, line.is_invented, is_english=True
        )


def changes(reading: Reading) -> Iterator[Line]:
    """The answers that moved up or down; those that fell come first."""
    items = {row["code"]: row for row in reading.section["items"]}
    moved = [row for row in reading.section["answers"] if direction(row["move"]) != "same"]
    for row in sorted(moved, key=lambda each: direction(each["move"])):
        facts = {"before": verdict_word(row["before"]), "now": verdict_word(row["kind"])}
        words = _("from %(before)s to %(now)s") % facts
        yield Line(shown_title(items[row["item"]]), words)


def reasons(answers: Iterable[Row]) -> list[Row]:
    """The constraints that the answers name that are not full, most named first."""
    held = [row for row in answers if row["kind"] in HELD_BACK]
    found = Counter(code for row in held for code in row.get("constraints", ()))
    ordered = sorted(found, key=lambda code: (-found[code], code))
    return [{"constraint": code, "answers": found[code]} for code in ordered]


def ends(reading: Reading) -> Iterator[Line]:
    """The end of the framework that runs."""
    framework = running(reading.section["frameworks"], reading.register_day)
    if framework is not None:
        yield Line(_("The framework ends"), day(framework["ends_on"]))
