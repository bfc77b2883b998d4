"""Answers as pages show them: verdict, change, words in their own language, evidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse

from checklist.models import Evidence
from reporting.headlines import constraint
from reporting.pages.editions import Reading
from reporting.pages.moves import move_note
from reporting.pages.parts import Standing, shown_title, standing, titled
from reporting.pages.words import language_tag
from reporting.snapshots.movement import Move

Row = Mapping[str, Any]


UNLIKE: Final = (Move.REWORDED, Move.NEW)
"""There is no verdict before to stand beside the one of now."""


@dataclass(frozen=True)
class EvidenceRow:
    """What proves an answer: an address to open, or a document to find."""

    title: str
    url: str
    reference: str
    dated_on: str
    is_invented: bool


@dataclass(frozen=True)
class AnswerRow:
    """One published answer; a withheld one says only that it is not assessed."""

    name: str
    code: str
    url: str
    kind: str
    before: str
    direction: str
    is_compared: bool
    note: str
    narrative: str
    language: str
    constraints: list[str]
    reason: str
    next_step: str
    next_step_due: str
    as_of: str
    evidence: list[EvidenceRow]


def answer_row(answer: Row, *, name: str, code: str, url: str) -> AnswerRow:
    """An answer under the name of its item or of its subject."""
    before = answer["before"] or ""
    return AnswerRow(
        name=name,
        code=code,
        url=url,
        kind=answer["kind"],
        before=before if before != answer["kind"] else "",
        direction=direction(answer["move"]),
        is_compared=answer["before"] is not None,
        note=move_note(answer["move"]) if answer["move"] in UNLIKE else "",
        narrative=answer.get("narrative", ""),
        language=language_tag(answer.get("language", "")),
        constraints=[constraint(each) for each in answer.get("constraints", ())],
        reason=answer.get("not_applicable_reason", ""),
        next_step=answer.get("next_step", ""),
        next_step_due=answer.get("next_step_due") or "",
        as_of=answer.get("as_of") or "",
        evidence=[evidence_row(each) for each in answer.get("evidence", ())],
    )


def answer_address(reading: Reading, answer: Row) -> str:
    """Where the whole answer stands: among those of its office, on the page of its item."""
    address = reading.to("item", {"office": answer["office"]}, code=answer["item"])
    return f"{address}#{answer['subject']}"


def direction(move: str | None) -> str:
    """Up or down the scale; any other move is neither."""
    return move if move in (Move.UP, Move.DOWN) else "same"


def evidence_row(record: Row) -> EvidenceRow:
    """One piece of evidence."""
    return EvidenceRow(
        title=record["title"],
        url=address(record),
        reference=record["reference"],
        dated_on=record["dated_on"] or "",
        is_invented=record["is_invented"],
    )


def address(record: Row) -> str:
    """A link leads out; a file is kept here under its id and never changes."""
    if record["kind"] == Evidence.Kind.FILE:
        return reverse("evidence", args=[record["id"]])
    return str(record["url"])


@dataclass(frozen=True)
class AnswerGroup:
    """A pillar with the answers of one team."""

    code: str
    title: str
    url: str
    standing: Standing
    answers: list[AnswerRow]


def team_answers(reading: Reading) -> Iterator[AnswerGroup]:
    """The answers of a team by pillar, in the order of the checklist."""
    items = {item["code"]: item for item in reading.section["items"]}
    for pillar in reading.section["pillars"]:
        answers = [row for row in reading.section["answers"] if row["pillar"] == pillar["code"]]
        yield AnswerGroup(
            code=pillar["code"],
            title=titled(pillar),
            url=reading.to("pillar", code=pillar["code"]),
            standing=standing(pillar, rtl=reading.rtl),
            answers=list(item_answers(reading, answers, items)),
        )


def item_answers(
    reading: Reading, answers: Iterable[Row], items: Mapping[str, Row]
) -> Iterator[AnswerRow]:
    """Answers under the titles of their items."""
    for answer in answers:
        code = answer["item"]
        url = reading.to("item", code=code)
        yield answer_row(answer, name=shown_title(items[code]), code=code, url=url)
