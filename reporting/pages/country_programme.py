"""What a country has of UN-Habitat: its part, programme documents, roles that support it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.country_rows import document_name, stage_word
from reporting.pages.engagement import engagement_facts
from reporting.pages.filtering import ANSWERS
from reporting.pages.mechanisms import role_word
from reporting.pages.parts import Fact, named
from reporting.pages.words import capital, day, number, years
from reporting.selecting import projects_in

Row = Mapping[str, Any]


@dataclass(frozen=True)
class SupportRow:
    """A regional mechanism whose role supports this country."""

    name: str
    role: str
    topic: str
    source: str
    is_invented: bool


@dataclass(frozen=True)
class DocumentRow:
    """A programme document with what is known of it."""

    name: str
    period: str
    stage: str
    note: str
    source: str
    is_invented: bool


def part_facts(framework: Row | None, country: Row) -> Iterator[Fact]:
    """Signature, engagement, presence, projects, support to the analysis."""
    yield from engagement_facts(framework, country["presence"])
    yield Fact(_("Projects"), capital(ANSWERS[projects_in(country)]))
    yield analysis_fact(country["contributions"])


def analysis_fact(contributions: Sequence[Row]) -> Fact:
    """What was given to the country's analysis (CCA); nothing on record is not "none"."""
    given = [row for row in contributions if row["kind"] == "analysis"]
    if not given:
        return Fact(_("Support to the analysis"), _("Not recorded"))
    words = ngettext("%(n)s contribution", "%(n)s contributions", len(given))
    last = max((row["given_on"] or "" for row in given), default="")
    note = _("last on %(day)s") % {"day": day(last)} if last else ""
    return Fact(_("Support to the analysis"), words % {"n": number(len(given))}, note=note)


def document_row(row: Row) -> DocumentRow:
    """A programme document; what is not known says so."""
    return DocumentRow(
        name=document_name(row),
        period=years(row["starts_on"], row["ends_on"]),
        stage=stage_word(row["stage"]),
        note=row["note"],
        source=row["source"],
        is_invented=row["provenance"] == "invented",
    )


def support_row(row: Row) -> SupportRow:
    """A role in a mechanism that supports the country."""
    role = row["role"]
    return SupportRow(
        name=named(row),
        role=role_word(role["role"]),
        topic=role["topic"],
        source=role["source"],
        is_invented=role["provenance"] == "invented",
    )
