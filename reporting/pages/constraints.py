"""The constraints: how much of what is not full each holds back, where, and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting import headlines
from reporting.constraint_groups import LABELS
from reporting.pages.editions import Reading
from reporting.pages.filtering import DUE, FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.matrix import Matrix
from reporting.pages.naming import Held, Reasons, reasons, rows_at
from reporting.pages.naming_matrix import by_office, by_pillar
from reporting.pages.parts import Crumb, area, titled, trail
from reporting.pages.words import number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class DueRow:
    """The next steps of one state, leading to their answers."""

    state: str
    name: str
    answers: int
    url: str


@dataclass(frozen=True)
class Titled:
    """A matrix under what it says."""

    title: str
    matrix: Matrix


@dataclass(frozen=True)
class ConstraintsPage:
    """What holds answers back."""

    head: Head
    filters: FilterBar
    reasons: Reasons
    offices: Titled | None
    pillars: Titled | None
    due_title: str
    due: list[DueRow]


def constraints_page(reading: Reading) -> ConstraintsPage:
    """The whole, or an office or a pillar where one is chosen."""
    held = Held.of(reading)
    due = due_rows(reading)
    return ConstraintsPage(
        head=constraints_head(reading, held),
        filters=constraint_filters(reading),
        reasons=reasons(reading, held, reasons_title(reading, held)),
        offices=offices(reading, held),
        pillars=pillars(reading, held),
        due_title=due_title(reading, due),
        due=due,
    )


def constraints_head(reading: Reading, held: Held) -> Head:
    """The reason named most, now and before."""
    now, before = held.totals("reason"), held.totals("reason", "before")
    not_full = (held.not_full(), held.not_full("before"))
    sentence = headlines.held_back(now, not_full[0])
    return Head(
        title=_("Constraints"),
        headline=reading.says("page", sentence, not_full[0], *now.values()),
        lead=headlines.held_back_lead(now, before, not_full, reading.round_before),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Constraints"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def constraint_filters(reading: Reading) -> FilterBar:
    """By office and by pillar."""
    section = reading.section
    offices = [Option(row["code"], area(row)) for row in section["offices"]]
    pillars = [Option(row["code"], titled(row)) for row in section["pillars"]]
    return filter_bar(
        reading, "constraints", office=(_("Office"), offices), pillar=(_("Pillar"), pillars)
    )


def reasons_title(reading: Reading, held: Held) -> str:
    """How many answers say why they are not full."""
    count = held.not_full()
    words = ngettext(
        "%(n)s answer is partial or not started and says why",
        "%(n)s answers are partial or not started and say why",
        count,
    )
    return reading.says("reasons", words % {"n": number(count)}, count)


def offices(reading: Reading, held: Held) -> Titled | None:
    """The reasons by office, unless one is chosen."""
    if "office" in reading.filters:
        return None
    rows = [
        (area(row), held.named("reason", top(held), office=code), held.not_full(office=code))
        for row in reading.section["offices"]
        for code in (row["code"],)
    ]
    found = headlines.spread(label(top(held)), rows)
    title = reading.says("offices", found or _("What is not full, by reason and office"))
    return Titled(title, by_office(reading, held))


def pillars(reading: Reading, held: Held) -> Titled | None:
    """The reasons by pillar, unless one is chosen."""
    if "pillar" in reading.filters:
        return None
    rows = [
        (titled(row), held.named("reason", top(held), pillar=code), held.not_full(pillar=code))
        for row in reading.section["pillars"]
        for code in (row["code"],)
    ]
    found = headlines.spread(label(top(held)), rows)
    title = reading.says("pillars", found or _("What is not full, by reason and pillar"))
    return Titled(title, by_pillar(reading, held))


def top(held: Held) -> str:
    """The reason named most; nothing where none is named."""
    return next(iter(headlines.most(held.totals("reason"))), "")


def label(reason: str) -> str:
    """A reason by its word."""
    return str(LABELS[reason]) if reason else ""


def due_rows(reading: Reading) -> list[DueRow]:
    """When the next steps of the answers that are not full are due."""
    rows = rows_at(reading, "next_steps")
    return [
        DueRow(
            state=state,
            name=str(words),
            answers=sum(row["answers"] for row in rows if row["due"] == state),
            url=reading.to("answers", {"kind": "not_full", "due": state, **reading.filters}),
        )
        for state, words in DUE.items()
    ]


def due_title(reading: Reading, rows: list[DueRow]) -> str:
    """How many are late or due soon."""
    counts = {row.state: row.answers for row in rows}
    sentence = headlines.next_steps_due(counts["overdue"], counts["soon"])
    return reading.says("due", sentence, *counts.values())
