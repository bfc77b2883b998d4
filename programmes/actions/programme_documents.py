"""The workflow of a programme document, and the judgement of the Programme Review Committee."""

from datetime import date

from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Fault, Invalid
from programmes import blockers, stages
from programmes.hands import may_lead, may_take
from programmes.models import CountryProgrammeDocument, CriterionJudgement, ReviewCriterion
from programmes.stages import Stage
from regions.texts import has_control_characters

Document = CountryProgrammeDocument
Decision = CountryProgrammeDocument.Decision
Verdict = CriterionJudgement.Verdict
LONGEST = 5000


def advance(
    document: Document, *, to: str, reason: str = "", day: date, by: Actor
) -> CountryProgrammeDocument:
    """Take the next step; back to drafting it needs a reason, which those who draft read."""
    known(to, Stage.values, "/to", "unknown_stage")
    with acting(by, reason.strip()):
        document = held(document)
        refuse_unless(may_take(document, to, day, by))
        text(reason, "/reason", is_needed=stages.is_return(document.stage, to))
        refuse_blocked(blockers.to_advance(document, to, day))
        leave_marks(document, to, day)
        return move(document, to)


def leave_marks(document: Document, to: str, day: date) -> None:
    """The days and decisions that a step itself makes known; another review begins unmarked."""
    if stages.is_return(document.stage, to):
        document.prc_decision, document.prc_reviewed_on = Decision.RETURNED, day
    elif to == Stage.PRC_REVIEW and document.prc_decision == Decision.RETURNED:
        document.prc_decision, document.prc_reviewed_on = Decision.UNKNOWN, None
    elif to == Stage.APPROVED and document.approved_on is None:
        document.approved_on = day


def withdraw(document: Document, *, reason: str, day: date, by: Actor) -> CountryProgrammeDocument:
    """The document is given up, before its end; the reason is kept."""
    refuse_unless(may_lead(document, day, by))
    reason = text(reason, "/reason", is_needed=True)
    with acting(by, reason):
        document = held(document)
        refuse_blocked(blockers.to_withdraw(document))
        return move(document, Stage.WITHDRAWN)


def correct_stage(
    document: Document, *, to: str, reason: str, by: Actor
) -> CountryProgrammeDocument:
    """Record the stage the document is in: where none was recorded, or a wrong one."""
    refuse_unless(policy.may_decide_programmes(by))
    known(to, [each for each in Stage.values if each != Stage.UNKNOWN], "/to", "unknown_stage")
    reason = text(reason, "/reason", is_needed=True)
    with acting(by, reason):
        document = held(document)
        refuse_blocked(blockers.to_correct(document, to))
        return move(document, to)


def record_review(
    document: Document, *, decision: str, reviewed_on: date, day: date, by: Actor
) -> CountryProgrammeDocument:
    """What the committee decided, and when; approval is a step of its own."""
    refuse_unless(policy.may_decide_programmes(by))
    known(decision, [Decision.APPROVED, Decision.CONDITIONAL], "/decision", "unknown_decision")
    if reviewed_on > day:
        words = _("The review lies in the future.")
        raise Invalid([Fault("/reviewed_on", "invalid_date", words)])
    with acting(by):
        document = held(document)
        refuse_blocked(blockers.to_judge(document))
        document.prc_decision, document.prc_reviewed_on = decision, reviewed_on
        return move(document, document.stage)


def judge(
    document: Document,
    criterion: ReviewCriterion,
    *,
    verdict: str,
    note: str = "",
    day: date,
    by: Actor,
) -> CriterionJudgement:
    """How the document meets one criterion; the note says what is missing."""
    refuse_unless(policy.may_decide_programmes(by))
    known(verdict, Verdict.values, "/verdict", "unknown_verdict")
    note = text(note, "/note", is_needed=verdict != Verdict.MET)
    with acting(by):
        document = held(document)
        refuse_blocked(blockers.to_judge(document))
        said = {"verdict": verdict, "note": note, "judged_on": day, "judged_by": by.user}
        judgement, _is_new = document.judgements.update_or_create(
            criterion=criterion, defaults=said
        )
    return judgement


def held(document: Document) -> CountryProgrammeDocument:
    """The document as it stands now, held until the act is done."""
    rows = CountryProgrammeDocument.objects.select_for_update(of=("self",))
    return rows.select_related("country", "framework").get(pk=document.pk)


def move(document: Document, to: str) -> CountryProgrammeDocument:
    """Put a document that is held into a stage."""
    document.stage = to
    fields = ["stage", "prc_decision", "prc_reviewed_on", "approved_on", "updated_at"]
    document.save(update_fields=fields)
    return document


def known(value: str, values: list[str], at: str, code: str) -> None:
    """One of a few codes."""
    if value not in values:
        words = _("Known are: %(names)s.") % {"names": ", ".join(values)}
        raise Invalid([Fault(at, code, words)])


def text(value: str, at: str, *, is_needed: bool) -> str:
    """Words of a person, without what no reader sees."""
    value = value.replace("\r\n", "\n").strip()
    if is_needed and not value:
        code = "reason_required" if at == "/reason" else "required"
        raise Invalid([Fault(at, code, _("Say in words why."))])
    if len(value) > LONGEST:
        words = _("The text has %(length)d characters; at most %(limit)d are kept.")
        said = {"length": len(value), "limit": LONGEST}
        raise Invalid([Fault(at, "too_long", words % said)])
    if has_control_characters(value):
        raise Invalid([Fault(at, "bad_character", _("The text has control characters."))])
    return value
