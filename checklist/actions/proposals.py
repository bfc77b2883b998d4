"""What a person says to the verdict that the records propose: taken, or overruled with a reason."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Blocked, Blocker, Fault, Invalid
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.answers import hold, refuse_stale, save
from checklist.compliance import Verdict
from checklist.content import content_of
from checklist.models import Answer, ProposalReply
from checklist.proposals.proposed import Proposal
from checklist.proposals.proposing import propose

Stance = ProposalReply.Stance
REASON_LIMIT = 2000


def accept(
    answer: Answer,
    values: Mapping[str, Any] | None = None,
    *,
    fingerprint: str,
    base_version: int | None,
    day: date,
    by: Actor,
) -> Answer:
    """Take the proposed verdict; `values` are the other words of the answer, as they stand if none.

    What the verdict asks for beside it (evidence, a constraint) is still the office's to bring.
    """
    with acting(by):
        proposed = standing(answer, fingerprint, day, by)
        said = values if values is not None else content_of(answer).as_json()
        saved = save(answer, {**said, "kind": proposed.kind}, base_version=base_version, by=by)
        keep(saved, proposed, Stance.ACCEPTED, "", by)
    return saved


def overrule(
    answer: Answer,
    *,
    reason: str,
    fingerprint: str,
    base_version: int | None,
    day: date,
    by: Actor,
) -> Answer:
    """Stand by another verdict than the records propose, and say why."""
    with acting(by, reason.strip()):
        proposed = standing(answer, fingerprint, day, by)
        held = hold(answer)
        refuse_stale(held, base_version)
        refuse_blocked(to_overrule(held, proposed))
        keep(held, proposed, Stance.OVERRULED, read_reason(reason), by)
    return held


def standing(answer: Answer, fingerprint: str, day: date, by: Actor) -> Proposal:
    """What the records propose now; it must be what the person has seen."""
    refuse_unless(policy.may_answer_for(by, answer.office_id), "not_your_office")
    refuse_blocked(blockers.to_write(answer.round))
    proposed = propose(answer, day)
    if proposed is None or not proposed.kind:
        words = _("The records propose nothing for this answer.")
        raise Blocked([Blocker("nothing_proposed", words)])
    if proposed.fingerprint != fingerprint:
        words = _("The records have changed since; read what they propose now.")
        raise Blocked([Blocker("proposal_changed", words)])
    return proposed


def to_overrule(answer: Answer, proposed: Proposal) -> list[Blocker]:
    """There must be another verdict to stand by."""
    if answer.kind == Verdict.NOT_ASSESSED:
        words = _("Answer first: there is no verdict that could stand against the records.")
        return [Blocker("not_answered_yet", words)]
    if answer.kind == proposed.kind:
        return [Blocker("agrees_with_records", _("The answer says what the records propose."))]
    return []


def read_reason(reason: str) -> str:
    """Why the records are wrong or do not tell all; the reviewer reads it."""
    reason = reason.replace("\r\n", "\n").strip()
    if not reason:
        words = _("Say why the answer differs from what the records propose.")
        raise Invalid([Fault("/reason", "reason_required", words)])
    if len(reason) > REASON_LIMIT:
        words = _("The text has %(length)d characters; at most %(limit)d are kept.")
        facts = {"length": len(reason), "limit": REASON_LIMIT}
        raise Invalid([Fault("/reason", "too_long", words % facts)])
    return reason


def keep(answer: Answer, proposed: Proposal, stance: str, reason: str, by: Actor) -> None:
    """One reply stands for each answer; the ones before are in its history."""
    said = {"proposed": proposed.kind, "fingerprint": proposed.fingerprint, "stance": stance}
    ProposalReply.objects.update_or_create(
        answer=answer, defaults={**said, "reason": reason, "replied_by": by.user}
    )
