"""What stands in the way of an act: read by the page beside the button, by the API, by the act."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist.compliance import Verdict
from checklist.models import Amendment, Answer, ReportingRound, Submission
from checklist.models.answers import Progress
from regions.models import RegionalOffice

State = ReportingRound.State


def to_open(round_: ReportingRound) -> list[Blocker]:
    """A planned round opens when no other is open and headquarters can answer."""
    found = []
    if round_.state != State.PLANNED:
        found.append(Blocker("round_not_planned", _("Only a planned round can be opened.")))
    if ReportingRound.objects.open_now().exclude(pk=round_.pk).exists():
        found.append(Blocker("another_round_open", _("Another round is open.")))
    if not RegionalOffice.objects.filter(kind=RegionalOffice.Kind.HEADQUARTERS).exists():
        found.append(Blocker("no_headquarters", _("There is no office for global items.")))
    return found


def to_write(round_: ReportingRound) -> list[Blocker]:
    """Offices write and hand over while the round is open."""
    if round_.state == State.OPEN:
        return []
    words = _("Round %(round)s is not open.") % {"round": round_.code}
    return [Blocker("round_not_open", words)]


def to_confirm(answer: Answer) -> list[Blocker]:
    """What the last round left can be confirmed; an empty answer is answered instead."""
    found = to_write(answer.round)
    if answer.kind == Verdict.NOT_ASSESSED:
        words = _("The answer says nothing that could be confirmed.")
        found.append(Blocker("nothing_to_confirm", words))
    return found


def to_submit(round_: ReportingRound, waiting: int) -> list[Blocker]:
    """There is something to hand over, and the round takes it."""
    if waiting:
        return to_write(round_)
    return [*to_write(round_), Blocker("nothing_to_submit", _("There is nothing to submit."))]


def to_recall(submission: Submission) -> list[Blocker]:
    """What nobody has decided on can be taken back."""
    if submission.state == Submission.State.SUBMITTED:
        return to_write(submission.round)
    words = _("The secretariat has begun to decide, or the submission is closed.")
    return [Blocker("already_decided", words)]


def to_decide(submission: Submission) -> list[Blocker]:
    """Lines are decided until the round is published."""
    found = []
    if submission.round.state not in (State.OPEN, State.FROZEN):
        words = _("Round %(round)s is published.") % {"round": submission.round.code}
        found.append(Blocker("round_published", words))
    if submission.state in (Submission.State.DECIDED, Submission.State.RECALLED):
        found.append(Blocker("already_decided", _("No line of it waits for a decision.")))
    return found


def to_decide_together(submission: Submission, waiting: int) -> list[Blocker]:
    """Unchanged lines are decided together while some of them wait."""
    found = to_decide(submission)
    if not waiting and not found:
        found.append(Blocker("already_decided", _("No such line waits for a decision.")))
    return found


def own_submission(submitted_by: int, actor: Actor) -> list[Blocker]:
    """Nobody decides on what they handed over themselves."""
    if submitted_by != actor.user.pk:
        return []
    words = _("You handed this submission over yourself; somebody else decides it.")
    return [Blocker("own_submission", words)]


def to_close(submission: Submission, waiting: int) -> list[Blocker]:
    """A review is closed when no line of it waits."""
    found = to_decide(submission)
    if waiting and not found:
        words = ngettext(
            "%(n)d line still waits for a decision.",
            "%(n)d lines still wait for a decision.",
            waiting,
        )
        found.append(Blocker("lines_waiting", words % {"n": waiting}))
    return found


def to_undo(submission: Submission, in_bulk: int) -> list[Blocker]:
    """What was decided in bulk is undone until the whole is decided."""
    found = to_decide(submission)
    if not in_bulk and not found:
        found.append(Blocker("not_in_bulk", _("Nothing decided in bulk is left to undo.")))
    return found


def to_reply(amendment: Amendment) -> list[Blocker]:
    """An office replies to a correction once."""
    if amendment.reply == Amendment.Reply.WAITING:
        return []
    return [Blocker("already_replied", _("The office has replied to this correction."))]


def to_amend(answer: Answer) -> list[Blocker]:
    """The secretariat corrects what it has accepted; anything else goes back to the office."""
    found = []
    if answer.progress != Progress.ACCEPTED:
        words = _("Only an accepted answer is amended; return it to the office instead.")
        found.append(Blocker("not_accepted", words))
    if answer.round.state not in (State.OPEN, State.FROZEN):
        words = _("Round %(round)s is published.") % {"round": answer.round.code}
        found.append(Blocker("round_published", words))
    return found


def to_freeze(round_: ReportingRound) -> list[Blocker]:
    """An open round can be frozen; what is not accepted then is published as not assessed."""
    return to_write(round_)


def to_reopen(round_: ReportingRound) -> list[Blocker]:
    """A frozen round goes back to the offices, a published one to the secretariat."""
    if round_.state == State.PUBLISHED:
        return []
    if round_.state != State.FROZEN:
        return [Blocker("round_not_frozen", _("Only a frozen round can be reopened."))]
    if ReportingRound.objects.open_now().exclude(pk=round_.pk).exists():
        return [Blocker("another_round_open", _("Another round is open."))]
    return []


def to_publish(round_: ReportingRound) -> list[Blocker]:
    """A frozen round with at least one accepted answer can be published."""
    found = []
    if round_.state != State.FROZEN:
        found.append(Blocker("round_not_frozen", _("The round is not frozen.")))
    accepted = Answer.objects.in_round(round_).filter(progress=Progress.ACCEPTED)
    if not accepted.exists():
        found.append(Blocker("nothing_accepted", _("No answer of the round is accepted.")))
    return found
