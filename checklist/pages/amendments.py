"""A correction of the secretariat beside the words of the office, and the office's reply."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import pgettext_lazy

from accounts import policy
from accounts.policy import Actor
from checklist.forms import ReplyForm
from checklist.models import Amendment, Answer
from checklist.pages.comparison import EvidenceById, Row, rows_between

Reply = Amendment.Reply
WORDS: Final = {
    Reply.WAITING: pgettext_lazy("reply", "The office has not replied yet"),
    Reply.ACKNOWLEDGED: pgettext_lazy("reply", "The office acknowledges the correction"),
    Reply.DISSENT: pgettext_lazy("reply", "The office dissents"),
}
MARKS: Final = {Reply.WAITING: "clock", Reply.ACKNOWLEDGED: "accepted", Reply.DISSENT: "warn"}


@dataclass(frozen=True)
class AmendmentShown:
    """A correction field by field, with the office's reply; a form where it may still reply."""

    number: int
    amendment: Amendment
    rows: list[Row]
    mark: str
    word: str
    form: ReplyForm | None

    @property
    def is_dissent(self) -> bool:
        """Whether the office does not agree."""
        return self.amendment.reply == Reply.DISSENT


def amendments_of(answer: Answer) -> list[Amendment]:
    """All corrections of an answer, the newest first: one query."""
    found = answer.amendments.select_related("amended_by", "replied_by")
    return list(found.order_by("-amended_at", "-pk"))


def contents_of(amendments: Sequence[Amendment]) -> list[dict[str, Any]]:
    """Both sides of each, for the evidence that they refer to."""
    return [side for each in amendments for side in (each.before, each.after)]


def amendments_shown(
    answer: Answer, amendments: Sequence[Amendment], evidence: EvidenceById, actor: Actor
) -> list[AmendmentShown]:
    """Each with its number, counted from the first correction."""
    may_reply = policy.may_answer_for(actor, answer.office_id)
    total = len(amendments)
    return [
        amendment_shown(each, total - place, evidence, may_reply=may_reply)
        for place, each in enumerate(amendments)
    ]


def amendment_shown(
    amendment: Amendment, number: int, evidence: EvidenceById, *, may_reply: bool
) -> AmendmentShown:
    """One correction with what was said to it."""
    reply = Reply(amendment.reply)
    waits = may_reply and reply == Reply.WAITING
    return AmendmentShown(
        number=number,
        amendment=amendment,
        rows=rows_between(amendment.before, amendment.after, evidence),
        mark=MARKS[reply],
        word=str(WORDS[reply]),
        form=ReplyForm(auto_id=f"id_{number}_%s") if waits else None,
    )
