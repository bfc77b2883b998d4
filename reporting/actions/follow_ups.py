"""Follow a request of the Board up: where it stands, what was done, its end and its return."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.reading import unknown
from accounts.refusals import Fault, Faults, Invalid
from checklist.models import ReportingRound
from reporting import request_blockers as blockers
from reporting.actions.requests import locked, save
from reporting.field_reading import faults_of_reason
from reporting.models import BoardRequest, Publication
from reporting.request_intake import answering, judge_day, read_texts
from reporting.request_states import is_back

State = BoardRequest.State
IN_WORK: Final = (ReportingRound.State.OPEN, ReportingRound.State.FROZEN)


def follow_up(
    request: BoardRequest,
    *,
    to: str,
    words: Mapping[str, str] | None = None,
    answered_in: str | None = None,
    reason: str = "",
    base_version: int | None = None,
    by: Actor,
) -> BoardRequest:
    """Say what was done and where the request stands; the state may stay as it is.

    What is left out (`None`) stays. A step back says why.
    """
    refuse_unless(policy.may_keep_requests(by))
    with acting(by, reason.strip()):
        held = locked(request, base_version)
        refuse_unknown_state(to)
        refuse_blocked(blockers.to_follow_up(held, to))
        before = told(held)
        faults = faults_of_step(held, to, reason)
        take_words(held, to, words, faults)
        take_publication(held, answered_in, faults)
        if faults.found:
            raise Invalid(faults.found)
        held.state = to
        if told(held) != before:
            save(held)
    return held


def told(request: BoardRequest) -> tuple[Any, ...]:
    """What a follow-up says; one that says nothing new writes no history."""
    return request.state, request.follow_up, request.answered_in_id


def close_request(
    request: BoardRequest,
    *,
    closed_on: date | None = None,
    base_version: int | None = None,
    by: Actor,
) -> BoardRequest:
    """Close an answered request on a day, today unless told; it is carried no further."""
    refuse_unless(policy.may_keep_requests(by))
    with acting(by):
        held = locked(request, base_version)
        refuse_blocked(blockers.to_close(held))
        day = closed_on or timezone.localdate()
        faults = faults_of_closing(held, day)
        if faults.found:
            raise Invalid(faults.found)
        held.state, held.closed_on, held.closed_in = State.CLOSED, day, round_in_work()
        save(held)
    return held


def reopen_request(
    request: BoardRequest, *, reason: str, base_version: int | None = None, by: Actor
) -> BoardRequest:
    """Take up a closed request again, and say why; it is carried on."""
    refuse_unless(policy.may_keep_requests(by))
    with acting(by, reason.strip()):
        held = locked(request, base_version)
        refuse_blocked(blockers.to_reopen(held))
        faults = faults_of_reason(reason, _("Say why the request is reopened."))
        if faults.found:
            raise Invalid(faults.found)
        held.state, held.closed_on, held.closed_in = State.UNDER_WAY, None, None
        save(held)
    return held


def refuse_unknown_state(to: str) -> None:
    """A state is one of four."""
    if not to:
        raise Invalid([Fault("/to", "required", _("This field is required."))])
    if to not in State.values:
        raise Invalid([Fault("/to", "unknown_state", unknown(to, State.values))])


def faults_of_step(request: BoardRequest, to: str, reason: str) -> Faults:
    """A step back gives its reason; another may."""
    missing = _("Say why the request goes back.") if is_back(request.state, to) else ""
    return faults_of_reason(reason, missing)


def take_words(
    request: BoardRequest, to: str, words: Mapping[str, str] | None, faults: Faults
) -> None:
    """What was done, by language; an answer is there in English at least."""
    if words is not None:
        request.follow_up = read_texts(words, "/follow_up", faults)
    if to == State.ANSWERED or request.follow_up:
        needs_english(request, faults)


def needs_english(request: BoardRequest, faults: Faults) -> None:
    """Words of the follow-up are there in English, whatever other languages there are."""
    if "en" not in request.follow_up:
        faults.add("/follow_up/en", "required", _("Say in English what was done."))


def take_publication(request: BoardRequest, name: str | None, faults: Faults) -> None:
    """The publication that answers, as `2025/1`: published, and not withdrawn when it is named."""
    if name is None or name == name_of(request.answered_in):
        return
    known = answering()
    if name and name not in known:
        faults.add("/answered_in", "unknown_publication", unknown(name, known))
    request.answered_in_id = known.get(name)


def name_of(publication: Publication | None) -> str:
    """A publication as it is named: `2025/1`."""
    return f"{publication.round.code}/{publication.number}" if publication else ""


def faults_of_closing(request: BoardRequest, day: date) -> Faults:
    """Closed after it was asked for, and not ahead of time; the words say how."""
    faults = Faults()
    needs_english(request, faults)
    judge_day(day, request.session, "/closed_on", faults)
    if day > timezone.localdate():
        faults.add("/closed_on", "day_ahead", _("The day has not come yet."))
    return faults


def round_in_work() -> ReportingRound | None:
    """The round that will tell the Board: the one that is open or frozen."""
    return ReportingRound.objects.filter(state__in=IN_WORK).order_by("-code").first()
