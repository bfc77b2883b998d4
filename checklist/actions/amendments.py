"""What an office says to a correction of its words: it acknowledges, or it dissents."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.reading import read_choice
from accounts.refusals import Faults, Invalid
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.models import Amendment
from checklist.reading import read_text

Reply = Amendment.Reply
REPLIES = (Reply.ACKNOWLEDGED.value, Reply.DISSENT.value)


def reply(amendment: Amendment, answer: str, words: str = "", *, by: Actor) -> Amendment:
    """Once, for good: the correction, the office's words and its reply are kept together."""
    refuse_unless(policy.may_answer_for(by, amendment.answer.office_id), "not_your_office")
    words = read_reply(answer, words)
    with acting(by):
        held = Amendment.objects.select_for_update(of=("self",))
        amendment = held.select_related("answer").get(pk=amendment.pk)
        refuse_blocked(blockers.to_reply(amendment))
        amendment.reply, amendment.reply_words = answer, words
        amendment.replied_by, amendment.replied_at = by.user, timezone.now()
        fields = ["reply", "reply_words", "replied_by", "replied_at"]
        amendment.save(update_fields=fields)
        return amendment


def read_reply(answer: str, words: str) -> str:
    """The words of a reply; a dissent says why."""
    faults = Faults()
    read_choice(REPLIES, "unknown_reply")(answer, "/reply", faults)
    said = read_text(words, "/words", faults)
    if answer == Reply.DISSENT and not said and not faults.found:
        faults.add("/words", "reason_required", _("A dissent says why."))
    if faults.found:
        raise Invalid(faults.found)
    return said
