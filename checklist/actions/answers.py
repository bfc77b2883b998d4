"""Writing one answer: the office drafts, the secretariat amends what it accepted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.reading import unknown_fields
from accounts.refusals import Fault, Faults, Invalid, Stale
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import shared
from checklist.actions.writing import Change, store, supersede
from checklist.content import FIELDS, Content, content_of
from checklist.models import Amendment, Answer
from checklist.models.answers import Progress
from checklist.reading import check_rules, read_content
from checklist.scene import Scene, check_evidence, known_evidence


def save(
    answer: Answer,
    values: Mapping[str, Any],
    *,
    base_version: int | None,
    reason: str = "",
    at: datetime | None = None,
    by: Actor,
) -> Answer:
    """Write the whole of one answer; a field left out is empty.

    An office's words become a draft and take an acceptance back. The secretariat's
    become an amendment of an accepted answer, which needs a reason. `at` is when it
    happened, for what is entered afterwards; now if not given.
    """
    amends = policy.may_review(by) and not policy.may_answer_for(by, answer.office_id)
    refuse_unless(amends or policy.may_answer_for(by, answer.office_id))
    with acting(by, reason):
        answer = hold(answer)
        refuse_stale(answer, base_version)
        refuse_blocked(blockers.to_amend(answer) if amends else blockers.to_write(answer.round))
        content = read(answer, values, by=by, whole=amends)
        if amends:
            amend(answer, content, reason=reason, at=at or timezone.now(), by=by)
        else:
            draft(answer, content, by=by)
        return reread(answer)


def hold(answer: Answer) -> Answer:
    """The answer as it stands now, held until the act is done; its round is not published then."""
    shared(answer.round_id)
    return reread(answer)


def reread(answer: Answer) -> Answer:
    """The answer as it stands now."""
    held = Answer.objects.select_for_update(of=("self",))
    return held.select_related("item", "round", "office").get(pk=answer.pk)


def refuse_stale(answer: Answer, base_version: int | None) -> None:
    """An edit is made on a version; when the answer has moved on, nothing is overwritten."""
    if base_version is not None and base_version != answer.version:
        words = _("The answer was changed since: its version is now %(version)d.")
        raise Stale("stale_version", words % {"version": answer.version}, answer)


def read(answer: Answer, values: Mapping[str, Any], *, by: Actor, whole: bool) -> Content:
    """The content sent, or every fault in it; a draft need not be complete, a correction must."""
    faults = Faults()
    unknown_fields(values, FIELDS, "", faults)
    if not values.get("kind"):
        faults.add("/kind", "required", _("This field is required."))
    content = read_content(values, "", faults, language=by.user.language)
    ids = known_evidence(answer.office, [values])
    check_evidence(content, "", Scene(answer.round, answer.office, {}, ids, ""), faults)
    if whole and not faults.found:
        check_rules(content, "", faults)
    if faults.found:
        raise Invalid(faults.found)
    return content


def draft(answer: Answer, content: Content, *, by: Actor) -> None:
    """Keep an office's words; the same words again change nothing.

    Words that were carried over and are written again are vouched for: no new version,
    but now with a name.
    """
    is_same = content == content_of(answer) and answer.progress != Progress.EMPTY
    if is_same and answer.reexamined:
        return
    supersede([answer])
    change = Change(answer, content, answer.version + (not is_same))
    store([change], progress=Progress.DRAFT, author=by.user.pk)


def confirm(answer: Answer, *, base_version: int | None, by: Actor) -> Answer:
    """Nothing changed since the last round: signed by whoever says so, the words untouched."""
    refuse_unless(policy.may_answer_for(by, answer.office_id), "not_your_office")
    with acting(by, _("Nothing changed since the last round.")):
        answer = hold(answer)
        refuse_stale(answer, base_version)
        refuse_blocked(blockers.to_confirm(answer))
        draft(answer, content_of(answer), by=by)
        return reread(answer)


def amend(answer: Answer, content: Content, *, reason: str, at: datetime, by: Actor) -> None:
    """Correct an accepted answer; what the office wrote stays beside it, with the reason."""
    if not reason.strip():
        raise Invalid([Fault("/reason", "reason_required", _("A correction needs its reason."))])
    Amendment.objects.create(
        answer=answer,
        before=content_of(answer).as_json(),
        after=content.as_json(),
        reason=reason,
        amended_by=by.user,
        amended_at=at,
    )
    change = Change(answer, content, answer.version + 1)
    store([change], progress=Progress.ACCEPTED, author=by.user.pk)
