"""What is posted to the sheet: words or a confirmation; answered to people and to script alike."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.doors import status_of
from accounts.refusals import Invalid, Refused, Stale
from checklist.actions.answers import confirm, save
from checklist.actions.proposals import accept, overrule
from checklist.answer_forms import SheetForm
from checklist.content import FIELDS, content_of
from checklist.earlier import earlier_answers
from checklist.models import Answer
from checklist.models.answers import Progress
from checklist.pages.comparison import evidence_in, rows_between
from checklist.pages.sheet_briefs import lacking
from checklist.views.sheet_drawing import Sheet, drawn
from checklist.views.sheet_filing import evidence_after


def posted(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Save or confirm the open answer; a refusal keeps everything that was typed."""
    answer = sheet.answer
    if answer is None:
        raise Http404
    form = SheetForm(request.POST, request.FILES, answer=answer)
    if not form.is_valid():
        return refused(request, sheet, form, Refused("invalid", _("Nothing was saved.")))
    try:
        saved = carried_out(request, sheet, answer, form)
    except Refused as refusal:
        return refused(request, sheet, form, refusal)
    return kept(saved) if is_from_script(request) else onward(request, sheet)


def is_from_script(request: HttpRequest) -> bool:
    """Whether the page's script sent it, which reads JSON."""
    return "application/json" in request.headers.get("Accept", "")


def refused(request: HttpRequest, sheet: Sheet, form: SheetForm, refusal: Refused) -> HttpResponse:
    """Why nothing was saved: beside the fields it is about, or above them."""
    if isinstance(refusal, Invalid):
        form.add_faults(refusal.faults)
    if is_from_script(request):
        return told(refusal, form)
    if isinstance(refusal, Stale):
        return conflicting(request, sheet, form, refusal)
    return drawn(request, sheet, form, refusal=None if form.errors else refusal)


def carried_out(request: HttpRequest, sheet: Sheet, answer: Answer, form: SheetForm) -> Answer:
    """The act that was asked for; one transaction, so that no evidence stays without its answer."""
    refuse_locked(sheet, answer)
    version = form.cleaned_data["base_version"]
    with transaction.atomic():
        if request.POST.get("act") == "confirm":
            refuse_changed(answer, form)
            return confirm(answer, base_version=version, by=sheet.actor)
        values = values_of(request, sheet, answer, form)
        if request.POST.get("act") in TO_PROPOSALS:
            return replied(request, sheet, answer, values, version)
        return save(answer, values, base_version=version, by=sheet.actor)


TO_PROPOSALS = {"accept-proposal", "overrule-proposal"}


def replied(
    request: HttpRequest, sheet: Sheet, answer: Answer, values: dict[str, Any], version: int
) -> Answer:
    """The words are kept, and with them what is said to the proposal of the records."""
    facts: dict[str, Any] = {
        "fingerprint": request.POST.get("proposal", ""),
        "day": timezone.localdate(),
    }
    if request.POST["act"] == "accept-proposal":
        return accept(answer, values, base_version=version, by=sheet.actor, **facts)
    saved = save(answer, values, base_version=version, by=sheet.actor)
    reason = request.POST.get("overrule_reason", "")
    return overrule(saved, reason=reason, base_version=saved.version, by=sheet.actor, **facts)


def refuse_locked(sheet: Sheet, answer: Answer) -> None:
    """What was handed over is written again only by somebody who was told that it was."""
    left = answer.progress in (Progress.SUBMITTED, Progress.ACCEPTED)
    if left and not sheet.is_unlocked:
        words = _("The answer was handed over meanwhile. Saving it again takes it back to a draft.")
        raise Refused("locked_since_submission", words)


def refuse_changed(answer: Answer, form: SheetForm) -> None:
    """Whoever changed the words does not mean that nothing changed."""
    stands = content_of(answer).as_json()
    if any((stands[name] or None) != (form.values[name] or None) for name in FIELDS):
        words = _("You have changed this answer: save it instead of confirming it unchanged.")
        raise Refused("answer_was_changed", words)


def values_of(
    request: HttpRequest, sheet: Sheet, answer: Answer, form: SheetForm
) -> dict[str, Any]:
    """What is to be saved: the typed words, or others where somebody chose them."""
    values, stands = form.values, content_of(answer).as_json()
    for name in FIELDS:
        if request.POST.get(f"use_{name}") == "theirs":
            values[name] = stands[name]
    copied = request.POST.get("copy", "")
    earlier = earlier_answers([answer], sheet.round).get(answer.pk) if copied in FIELDS else None
    if earlier is not None:
        values[copied] = earlier.content[copied]
    values["evidence"] = evidence_after(request, sheet, form, values["evidence"])
    return values


def conflicting(
    request: HttpRequest, sheet: Sheet, form: SheetForm, refusal: Stale
) -> HttpResponse:
    """Somebody else changed it: both values by field, and the form on the version that stands.

    Saving then takes for each field what was chosen; both stay in the history.
    """
    del sheet.answer
    now = sheet.answer
    if now is None:
        raise Http404
    typed = request.POST.copy()
    typed["base_version"] = str(now.version)
    form.data, form.answer = typed, now
    stands = content_of(now).as_json()
    both = rows_between(stands, form.values, evidence_in([stands, form.values]))
    changed = [row for row in both if row.is_changed]
    return drawn(request, sheet, form, refusal=refusal, conflict=changed)


def onward(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """To the next answer, or back to this one, where the work was."""
    walk, act = sheet.walk, request.POST.get("act")
    current = walk.current
    facts = {"item": current.item, "name": current.name} if current else {}
    words = _("Saved: %(item)s, %(name)s.")
    if act == "confirm":
        words = _("Confirmed as in the last round: %(item)s, %(name)s.")
    messages.success(request, words % facts)
    there = walk.neighbour(1) if act == "next" else None
    place = "#evidence" if act == "evidence" or "remove" in request.POST else ""
    return redirect(f"{request.path}{walk.address(there or current)}{place}")


def kept(saved: Answer) -> JsonResponse:
    """To script: the version that stands now, the time, and what the answer still lacks."""
    lacks = {each.pointer.strip("/"): each.message for each in lacking(content_of(saved))}
    return JsonResponse(
        {
            "version": saved.version,
            "at": f"{timezone.localtime(saved.updated_at):%H:%M}",
            "kind": saved.kind,
            "missing": lacks,
        }
    )


def told(refusal: Refused, form: SheetForm) -> JsonResponse:
    """To script: why nothing was saved, field by field where it is about fields."""
    faults = {name: " ".join(map(str, words)) for name, words in form.errors.items()}
    status = 422 if faults else status_of(refusal)
    body = {"code": refusal.code, "message": refusal.message, "faults": faults}
    return JsonResponse(body, status=status)
