"""What invented subjects answer from round to round, with the evidence they name."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from checklist.compliance import Verdict
from checklist.content import Content
from reporting.demonstration import wording
from reporting.demonstration.calendar import Stage
from reporting.demonstration.chance import drawn, happens, identity
from reporting.demonstration.citations import Citation, citations_of
from reporting.demonstration.constraints import constraints_of
from reporting.demonstration.teams import Team
from reporting.demonstration.verdicts import Question, kind_of, reason_not_applicable

SITE: Final = "https://evidence.example"
"""A reserved name: no link of a demonstration leads to anybody."""

KEPT: Final = 0.5
"""Share of the unchanged answers that are handed over word for word as the round before."""

PROVEN: Final = 0.45
"""Share of the answers in part that name evidence for the first time."""

LAPSING: Final = 0.04
"""Share of those that named some in the round before, and now name none."""


@dataclass(frozen=True)
class Proof:
    """A piece of evidence: an invented link, or a real document's symbol."""

    id: uuid.UUID
    office: str
    title: str
    dated_on: date
    url: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Written:
    """An answer as its subject writes it, or hands it over as the last round left it, unread."""

    question: Question
    content: Content
    proofs: tuple[Proof, ...]
    is_kept: bool = False
    is_read: bool = True

    @property
    def line(self) -> dict[str, Any]:
        """The answer as a line of a submission."""
        question = self.question
        named = {"item": question.item, "subject": question.subject, "reexamined": self.is_read}
        return {**named, **self.content.as_json()}


def write_rounds(question: Question, stages: Sequence[Stage]) -> Iterator[tuple[Stage, Written]]:
    """The answers of one subject to one item in the rounds in which it gave one."""
    before: Written | None = None
    for round_, stage in enumerate(stages):
        kind = kind_of(question, round_)
        if kind is None:
            before = None
            continue
        before = _kept(before, kind, stage) or write(question, kind, stage, before=before)
        yield stage, before


def _kept(before: Written | None, kind: Verdict, stage: Stage) -> Written | None:
    """The answer of the round before, handed over again: nothing in it is out of date."""
    if before is None or before.is_kept or before.content.kind != kind or before.content.next_step:
        return None
    question, cited = before.question, {proof.reference for proof in before.proofs}
    newly = {citation.reference for citation in citations_of(question, stage.code)} - cited
    if newly or not happens(KEPT, "kept", question.item, question.subject, stage.code):
        return None
    return Written(question, before.content, before.proofs, is_kept=True)


def write(
    question: Question,
    kind: Verdict,
    stage: Stage,
    attempt: int = 1,
    before: Written | None = None,
) -> Written:
    """A fresh answer; a second attempt follows a return and says it in other words."""
    if kind is Verdict.NOT_APPLICABLE and question.team is not None:
        return Written(question, _not_applicable(question.item, question.team), ())
    is_proven = _is_proven(question, kind, stage, before)
    proofs = tuple(_proofs(question, stage, attempt)) if is_proven else ()
    content = Content(
        kind=kind,
        as_of=_day(stage, "as of", question, attempt),
        evidence=tuple(proof.id for proof in proofs),
        **_words(question, kind, stage, attempt),
    )
    return Written(question, content, proofs)


def _not_applicable(item: str, team: Team) -> Content:
    reason = reason_not_applicable(item, team)
    return Content(
        kind=Verdict.NOT_APPLICABLE,
        language=team.language,
        not_applicable_reason=wording.not_applicable(reason, team),
    )


def _words(question: Question, kind: Verdict, stage: Stage, attempt: int) -> dict[str, Any]:
    language = wording.language_of(question, kind)
    said = wording.sentence(question, kind, language, stage, attempt)
    if kind is Verdict.FULL:
        return {"language": language, "narrative": said}
    names = constraints_of(question, stage)
    key = (question.item, question.subject, stage.code)
    if not wording.has_own_words(question) and happens(0.65, "because", *key):
        said = f"{said} {wording.because(names[0], language, *key)}"
    words: dict[str, Any] = {"language": language, "narrative": said, "constraints": names}
    if happens(0.6, "next step", *key):
        words["next_step"] = wording.next_step(question, language, stage)
        words["next_step_due"] = stage.freezes_on + timedelta(days=60 + int(300 * drawn(*key)))
    return words


def _is_proven(question: Question, kind: Verdict, stage: Stage, before: Written | None) -> bool:
    """What "full" always is, "not started" never; what was once seldom is no more."""
    key = (question.item, question.subject, stage.code)
    if kind is not Verdict.PARTIAL:
        return kind is Verdict.FULL
    if before is not None and before.proofs:
        return not happens(LAPSING, "lapsed", *key)
    return happens(PROVEN, "proof", *key)


def _proofs(question: Question, stage: Stage, attempt: int) -> Iterator[Proof]:
    """What is cited, and one or two documents of the round."""
    key = (question.item, question.subject, stage.code)
    for citation in citations_of(question, stage.code):
        yield _cited(question, citation)
    for number in range(2 if happens(0.25, "two proofs", *key) else 1):
        yield _linked(question, stage, number, attempt)


def _cited(question: Question, citation: Citation) -> Proof:
    return Proof(
        id=identity("citation", question.item, question.subject, citation.reference),
        office=question.office,
        title=citation.title,
        dated_on=citation.dated_on,
        reference=citation.reference,
    )


def _linked(question: Question, stage: Stage, number: int, attempt: int) -> Proof:
    item, subject = question.item, question.subject
    place = f"{stage.code}/{subject}/{item}-{number + 2 * attempt - 1}"
    return Proof(
        id=identity("proof", place),
        office=question.office,
        title=_title(question, stage, number),
        dated_on=_day(stage, "dated", question, number),
        url=f"{SITE}/{place}",
    )


def _title(question: Question, stage: Stage, number: int) -> str:
    """What it is, of whom, of which year."""
    name = question.team.name if question.team else ""
    parts = (wording.proof_title(question, number, stage.code), name, str(stage.year))
    return ", ".join(part for part in parts if part)


def _day(stage: Stage, *words: object) -> date:
    """A day in the first three weeks of a round: the present one is not older."""
    return stage.opens_on + timedelta(days=int(21 * drawn("day", stage.code, *words)))
