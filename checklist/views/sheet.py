from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted
from accounts.policy import Actor
from checklist.models import ReportingRound
from checklist.views.rounds import seen
from checklist.views.sheet_drawing import drawn, first_form, sheet_of
from checklist.views.sheet_saving import posted
from regions.models import RegionalOffice


def desk(request: HttpRequest, code: str, office: str) -> tuple[ReportingRound, RegionalOffice]:
    """The round and the office that somebody works for; another office's desk is not found."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    round_, found = seen(request, code), get_object_or_404(RegionalOffice, code=office)
    if not policy.may_answer_for(actor, found.pk):
        raise Http404
    return round_, found


@permitted(policy.may_see_live_data)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_sheet(request: HttpRequest, code: str, office: str) -> HttpResponse:
    """The sheet is for people of the office; who reads every office gets the list of answers."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if policy.may_see_every_office(actor):
        return redirect("office-answers", code, office)
    round_, found = desk(request, code, office)
    sheet = sheet_of(request, actor, round_, found)
    if request.method == "POST":
        return posted(request, sheet)
    return drawn(request, sheet, first_form(sheet))
