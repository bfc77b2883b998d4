"""Notes on a line under review: to the office, or among the secretariat only."""

from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Faults, Invalid
from checklist.actions.acting import acting, refuse_unless
from checklist.models import ReviewNote, SubmissionLine
from checklist.reading import read_text


def add_note(line: SubmissionLine, text: str, *, is_internal: bool, by: Actor) -> ReviewNote:
    """Say something on a line; what the secretariat says among itself is internal.

    The office of the submission answers on the same line, never internally.
    """
    answers = policy.may_answer_for(by, line.submission.office_id) and not is_internal
    refuse_unless(policy.may_review(by) or answers)
    faults = Faults()
    words = read_text(text, "/text", faults)
    if not words and not faults.found:
        faults.add("/text", "required", _("This field is required."))
    if faults.found:
        raise Invalid(faults.found)
    with acting(by):
        return ReviewNote.objects.create(
            line=line, is_internal=is_internal, text=words, written_by=by.user
        )
