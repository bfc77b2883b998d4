"""The office replies to a correction of its words: it acknowledges, or it dissents."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist import blockers
from checklist.actions import amendments as acts
from checklist.forms import ReplyForm
from checklist.models import Answer
from checklist.pages.amendments import (
    AmendmentShown,
    amendments_of,
    amendments_shown,
    contents_of,
)
from checklist.pages.comparison import evidence_in
from checklist.pages.words import subject_name
from checklist.views.answers import seen_answer
from regions.queries import read_query


@permitted(policy.may_answer)
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, code: str, item: str, subject: str, number: str) -> HttpResponse:
    """One correction, and the office's word on it: said once, kept for good."""
    read_query(request, {})
    answer = seen_answer(request, code, item, subject)
    shown = amendment_numbered(request, answer, int(number))
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return drawn(request, answer, shown, form)
    said = form.cleaned_data
    try:
        acts.reply(shown.amendment, said["reply"], said["words"], by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, answer, shown, form, refusal)
    messages.success(request, _("Your reply is kept beside the correction."))
    return redirect("answer", code, item, subject)


def amendment_numbered(request: HttpRequest, answer: Answer, number: int) -> AmendmentShown:
    """The correction of the address."""
    found = amendments_of(answer)
    evidence = evidence_in(contents_of(found))
    actor = request.actor  # type: ignore[attr-defined]
    for each in amendments_shown(answer, found, evidence, actor):
        if each.number == number:
            return each
    raise Http404


def drawn(
    request: HttpRequest,
    answer: Answer,
    shown: AmendmentShown,
    form: ReplyForm,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The correction beside the office's words, and the form."""
    context = {
        "answer": answer,
        "subject": subject_name(answer.subject, answer.team),
        "shown": shown,
        "blockers": blockers.to_reply(shown.amendment),
        "form": form,
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "checklist/amendment_reply.html", context, status=status)
