import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.policy import Actor
from accounts.refusals import Refused
from checklist.actions.drafts import save_all
from checklist.models import Evidence
from checklist.pages.comparison import title
from checklist.pages.sheet_cover import answers_to, covered, lines_with
from checklist.views.sheet import desk
from regions.queries import read_query


@permitted(policy.may_answer)
@require_http_methods(["GET", "HEAD", "POST"])
def cover(
    request: HttpRequest, code: str, office: str, item: str, evidence: uuid.UUID
) -> HttpResponse:
    """One piece of evidence covers several answers of an item: choose which."""
    read_query(request, {})
    actor: Actor = request.actor  # type: ignore[attr-defined]
    round_, found = desk(request, code, office)
    answers = answers_to(round_, found, item)
    if not answers:
        raise Http404
    piece = get_object_or_404(Evidence.objects.visible_to(actor), pk=evidence, office=found)
    rows, refusal = covered(answers, piece), None
    if request.method == "POST":
        lines = lines_with(rows, piece, request.POST.getlist("subject"))
        try:
            save_all(round_, found, lines, by=actor)
        except Refused as refused:
            refusal = refused
        else:
            return attached(request, code, office, item, len(lines))
    context = {
        "round": round_,
        "office": found,
        "item": answers[0].item,
        "title": title(piece),
        "rows": rows,
        "refusal": refusal,
    }
    return render(request, "checklist/sheet_cover.html", context, status=status_of(refusal))


def attached(request: HttpRequest, code: str, office: str, item: str, count: int) -> HttpResponse:
    """Back to the item on the sheet, with how many answers it covers now."""
    words = ngettext(
        "The evidence is attached to %(n)d more answer.",
        "The evidence is attached to %(n)d more answers.",
        count,
    )
    messages.success(request, words % {"n": count})
    back = reverse("answer-sheet", args=[code, office])
    return redirect(f"{back}?{urlencode({'item': item})}")
