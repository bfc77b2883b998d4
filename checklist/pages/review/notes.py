"""What was said about a line: with the office, and among the secretariat only."""

from dataclasses import dataclass

from accounts import policy
from accounts.policy import Actor
from checklist.models import ReviewNote, SubmissionLine


@dataclass(frozen=True)
class Notes:
    """The two threads of a line; what is internal is not even fetched for an office."""

    with_office: list[ReviewNote]
    internal: list[ReviewNote]
    may_write: bool
    may_see_internal: bool
    may_write_internal: bool


def notes_of(line: SubmissionLine, actor: Actor) -> Notes:
    """The notes that this reader may see, the oldest first: one query."""
    seen = ReviewNote.objects.visible_to(actor).filter(line=line).select_related("written_by")
    found = list(seen)
    reviews = policy.may_review(actor)
    return Notes(
        with_office=[each for each in found if not each.is_internal],
        internal=[each for each in found if each.is_internal],
        may_write=reviews or policy.may_answer_for(actor, line.answer.office_id),
        may_see_internal=policy.may_see_internal_notes(actor),
        may_write_internal=reviews,
    )
