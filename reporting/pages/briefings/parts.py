"""What every briefing is made of, each list cut to what fits one sheet of paper."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from reporting.headlines.briefings import naming, steps_due
from reporting.headlines.movements import moved
from reporting.pages.alignment import counts_note
from reporting.pages.editions import Reading
from reporting.pages.head import Head, for_session, publication_name
from reporting.pages.parts import Crumb, Link, named
from reporting.pages.requests import RequestRow, requests_part
from reporting.pages.words import as_sentence, day, language_tag

Row = Mapping[str, Any]
FACTS: Final = 5
LINES: Final = 3
REQUESTS: Final = 2
LETTERS: Final = 150
"""Of a text that an office wrote; the whole stands at the answer."""


@dataclass(frozen=True)
class SourcedFact:
    """A fact in words, and by whose word."""

    name: str
    value: Any
    source: str = ""
    is_invented: bool = False
    is_english: bool = False


@dataclass(frozen=True)
class Line:
    """A line of a list: what, and beside it to whom or when it belongs."""

    words: str
    note: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Briefing:
    """One briefing; `whole` leads back to the page it is cut from."""

    head: Head
    whole: Link
    facts: Sequence[SourcedFact]
    changed: str
    changes: Sequence[Line]
    reasons: Sequence[Line]
    steps: str
    coming: Sequence[Line]
    requests: Sequence[RequestRow]
    cite: str
    address: str
    checksum: str


def briefing_head(reading: Reading, head: Head) -> Head:
    """The finding of the page it is cut from, under its name and session."""
    session = for_session(reading)
    words = _("%(name)s. Delegate’s briefing") % {"name": head.title}
    crumbs = [*head.crumbs[:-1], Crumb(head.title, page_url(reading)), Crumb(_("Briefing"))]
    return replace(head, title=words, eyebrow=f"{words} · {session}", crumbs=crumbs, facts=[])


def page_url(reading: Reading) -> str:
    """The page that a briefing is cut from."""
    name, code = subject_of(reading.section)
    return reading.to(name, code=code)


def subject_of(section: Row) -> tuple[str, str]:
    """What a section is about: its page and its code."""
    if "pillar" in section:
        return "pillar", section["pillar"]["code"]
    if "country" in section:
        return "country", section["country"]["iso3"]
    return "office", section["office"]["code"]


def briefing(
    reading: Reading,
    head: Head,
    *,
    facts: Iterable[SourcedFact],
    changes: Iterable[Line],
    reasons: Iterable[Row],
    coming: Iterable[Line] = (),
) -> Briefing:
    """A briefing of what its page found, cut to size."""
    name, code = subject_of(reading.section)
    section = reading.section
    part = requests_part(reading)
    ends = list(coming)[:LINES]
    return Briefing(
        head=briefing_head(reading, head),
        whole=Link(_("The whole page, with every answer"), page_url(reading)),
        facts=list(facts)[:FACTS],
        changed=as_sentence(moved(section["moves"], reading.round_before)),
        changes=list(changes)[:LINES],
        reasons=[Line(naming(row)) for row in list(reasons)[:LINES] if row["answers"]],
        steps=steps_due(section["steps_due"]),
        coming=[*map(step_line, section["next_steps"][:LINES]), *ends],
        requests=part.rows[:REQUESTS] if part else [],
        cite=citation(reading),
        address=permanent(reading, f"{name}-briefing", code),
        checksum=reading.edition.checksum,
    )


def findings_fact(counts: Mapping[str, int]) -> SourcedFact:
    """What the rules found, and how much of it could not be checked."""
    return SourcedFact(_("Findings"), counts_note(counts), _("Rules of alignment A01 to A30"))


def step_line(row: Row) -> Line:
    """A next step with its day and whoever promised it, in the language it was written in."""
    words = Truncator(row["next_step"]).chars(LETTERS)
    who = named(row) if row.get("names") else ""
    facts = {"day": day(row["next_step_due"]), "who": who, "item": row["item"]}
    note = _("%(day)s, %(who)s, %(item)s") if who else _("%(day)s, %(item)s")
    return Line(words, note % facts, language_tag(row.get("language", "")))


def citation(reading: Reading) -> str:
    """How the publication is cited."""
    words = _("UN-Habitat, Compliance with the UNSDG reform checklist, %(name)s, %(day)s.")
    facts = {"name": publication_name(reading), "day": day(reading.edition.published_at)}
    return words % facts


def permanent(reading: Reading, name: str, code: str) -> str:
    """The address below the publication, which stays whatever is published later."""
    return replace(reading.edition, is_named=True).to(name, code=code)
