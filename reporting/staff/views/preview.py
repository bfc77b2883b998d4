from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts import policy
from accounts.doors import permitted
from accounts.refusals import Refused
from checklist.models import ReportingRound
from regions.queries import read_query
from reporting.previewing import draw_preview

SAID = 2000
"""As many characters as the form before a publication takes."""


@permitted(policy.may_run_rounds)
@require_POST
def draw(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the preview anew, with the statement and note that were typed so far."""
    read_query(request, {})
    visible = ReportingRound.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    round_ = get_object_or_404(visible, code=code)
    statement, note = (request.POST.get(name, "").strip()[:SAID] for name in ("statement", "note"))
    try:
        draw_preview(round_, statement=statement, note=note, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("publish", code=round_.code)
    return redirect("overview", preview=round_.code)
