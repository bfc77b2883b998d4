"""One answer on its own page: what it says, where it went, who changed it and why."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy, ngettext

from accounts.past import Event, history_of
from accounts.refusals import Blocker
from checklist.content import content_of
from checklist.models import Amendment, Answer, SubmissionLine
from checklist.pages.comparison import LABELS, Row, evidence_in, rows_between
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
class AmendmentShown:
    """A correction of the secretariat beside the words of the office."""

    amendment: Amendment
    rows: list[Row]


@dataclass(frozen=True)
class AnswerPage:
    """Everything that is known of one answer."""

    answer: Answer
    subject: str
    rows: list[Row]
    lines: list[SubmissionLine]
    amendments: list[AmendmentShown]
    history: list[Event]
    may_amend: bool
    blockers: list[Blocker]


def answer_page(answer: Answer, *, may_amend: bool, blockers: list[Blocker]) -> AnswerPage:
    """The page of an answer; evidence of all its versions is fetched at once."""
    now = content_of(answer).as_json()
    lines = list(
        answer.lines.select_related("submission", "decided_by").order_by("-submission_id")[:MOST]
    )
    amendments = list(answer.amendments.select_related("amended_by")[:MOST])
    evidence = evidence_in([now, *(x.before for x in amendments), *(x.after for x in amendments)])
    shown = [AmendmentShown(x, rows_between(x.before, x.after, evidence)) for x in amendments]
    return AnswerPage(
        answer=answer,
        subject=subject_name(answer.subject, answer.team),
        rows=rows_between(now, now, evidence),
        lines=lines,
        amendments=shown,
        history=history_of_answer(answer),
        may_amend=may_amend,
        blockers=blockers,
    )
