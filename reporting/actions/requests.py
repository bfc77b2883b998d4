"""Record what a member of the Board asked for, and change what was recorded."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Faults, Invalid, Stale
from checklist.models import BoardSession
from reporting import request_blockers as blockers
from reporting.field_reading import Content, faults_of_reason
from reporting.models import BoardRequest
from reporting.request_intake import Scene, content_of, read_request, read_scene


def record_request(
    sent: Mapping[str, Any], *, is_invented: bool = False, by: Actor
) -> BoardRequest:
    """Put on record what a member asked for; it takes the next number of its session."""
    refuse_unless(policy.may_keep_requests(by))
    with acting(by):
        scene, faults = read_scene(), Faults()
        content = read_request(sent, scene, faults)
        if faults.found:
            raise Invalid(faults.found)
        session = BoardSession.objects.select_for_update().get(code=content["session"])
        request = BoardRequest(
            session=session, number=next_number(session), is_invented=is_invented
        )
        fill(request, content, scene).save()
    return request


def next_number(session: BoardSession) -> int:
    """Requests are numbered within their session; the session is held meanwhile."""
    last: int | None = session.requests.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def change_request(
    request: BoardRequest,
    sent: Mapping[str, Any],
    *,
    base_version: int | None = None,
    reason: str = "",
    by: Actor,
) -> BoardRequest:
    """Correct what was recorded; `base_version` is the version that was read.

    What does not change writes no history.
    """
    refuse_unless(policy.may_keep_requests(by))
    with acting(by, reason.strip()):
        held = locked(request, base_version)
        refuse_blocked(blockers.to_change(held))
        scene, faults = read_scene(), faults_of_reason(reason)
        content = read_request(sent, scene, faults, held)
        if faults.found:
            raise Invalid(faults.found)
        if content != content_of(held):
            save(fill(held, content, scene))
    return held


def locked(request: BoardRequest, base_version: int | None) -> BoardRequest:
    """The request as it stands now, held until the act is done; nobody overwrites unseen."""
    rows = BoardRequest.objects.with_links().select_for_update(of=("self",))
    held = rows.get(pk=request.pk)
    if base_version is not None and held.version != base_version:
        raise Stale("stale_version", _("The request was changed since you read it."), held)
    return held


def save(request: BoardRequest) -> None:
    """The next version."""
    request.version += 1
    request.save()


def fill(request: BoardRequest, content: Content, scene: Scene) -> BoardRequest:
    """The fields of a request from what was read."""
    for name in ("agenda_item", "speaker", "theme", "asked", "owner_name", "source"):
        setattr(request, name, content[name])
    request.items, request.countries = list(content["items"]), list(content["countries"])
    request.owner_id = scene.offices.get(content["owner"])
    request.due_on = date.fromisoformat(content["due_on"]) if content["due_on"] else None
    return request
