"""One answer on its own page: what it says, where it went, who changed it and why."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy, ngettext

from accounts.past import Event, history_of
from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist.content import content_of
from checklist.models import Answer, SubmissionLine
from checklist.pages.amendments import (
    AmendmentShown,
    amendments_of,
    amendments_shown,
    contents_of,
)
from checklist.pages.comparison import LABELS, Row, evidence_in, rows_between
from checklist.pages.decisions import what_came_after
from checklist.pages.words import subject_name

NAMES: Final = {**LABELS, "progress": gettext_lazy("Progress")}
FIXED: Final = ("round", "item", "subject", "office", "team", "level")
MOST: Final = 50


def pieces(ids: list[Any]) -> str:
    """How much evidence, for a history of ids tells nobody anything."""
    return ngettext("%(n)d piece", "%(n)d pieces", len(ids)) % {"n": len(ids)}


def history_of_answer(answer: Answer) -> list[Event]:
    """The history of an answer in the words of its page."""
    return history_of(answer, ignored=FIXED, labels=NAMES, texts={"evidence": pieces})


@dataclass(frozen=True)
class LineShown:
    """Where an answer went, and what happened to an acceptance since."""

    line: SubmissionLine
    since: str


@dataclass(frozen=True)
class AnswerPage:
    """Everything that is known of one answer."""

    answer: Answer
    subject: str
    rows: list[Row]
    lines: list[LineShown]
    amendments: list[AmendmentShown]
    history: list[Event]
    may_amend: bool
    blockers: list[Blocker]


def answer_page(
    answer: Answer, *, actor: Actor, may_amend: bool, blockers: list[Blocker]
) -> AnswerPage:
    """The page of an answer; evidence of all its versions is fetched at once."""
    now, amendments = content_of(answer).as_json(), amendments_of(answer)
    evidence = evidence_in([now, *contents_of(amendments)])
    return AnswerPage(
        answer=answer,
        subject=subject_name(answer.subject, answer.team),
        rows=rows_between(now, now, evidence),
        lines=[LineShown(line, what_came_after(line, answer)) for line in lines_of(answer)],
        amendments=amendments_shown(answer, amendments, evidence, actor),
        history=history_of_answer(answer),
        may_amend=may_amend,
        blockers=blockers,
    )


def lines_of(answer: Answer) -> list[SubmissionLine]:
    """Every time it was handed over, the last first."""
    lines = answer.lines.select_related("submission", "decided_by")
    return list(lines.order_by("-submission_id")[:MOST])
