"""Several lines at once: first they are listed and counted, then decided together."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist.actions.reviews import LineDecision, decide
from checklist.forms import ReturnForm
from checklist.models import Submission
from checklist.pages.review.briefs import Brief, briefs_of
from checklist.views.review import seen
from regions.queries import read_query

LISTED = 50


@permitted(policy.may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def chosen(request: HttpRequest, number: str) -> HttpResponse:
    """The lines that were ticked in the list."""
    submission = seen(request, int(number))
    numbers = chosen_numbers(request, briefs_of(submission))
    if request.method != "POST":
        return drawn(request, submission, numbers, ReturnForm())
    returns = request.POST.get("decision") == "return"
    form = ReturnForm(request.POST if returns else None)
    if returns and not form.is_valid():
        return drawn(request, submission, numbers, form)
    decision, reason = ("return", form.reason) if returns else ("accept", "")
    choices = [LineDecision(each, decision, reason) for each in numbers]
    try:
        decide(submission, choices, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, submission, numbers, form, refusal)
    return done(request, submission, decision, len(numbers))


def chosen_numbers(request: HttpRequest, briefs: list[Brief]) -> list[int]:
    """The lines that were ticked; before they are decided, only those that wait."""
    if request.method == "POST":
        ticked = set(request.POST.getlist("line"))
        return sorted(each.number for each in briefs if str(each.number) in ticked)
    read_query(request, {"line": [str(each.number) for each in briefs]})
    ticked = set(request.GET.getlist("line"))
    return sorted(x.number for x in briefs if str(x.number) in ticked and x.is_waiting)


def drawn(
    request: HttpRequest,
    submission: Submission,
    numbers: list[int],
    form: ReturnForm,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The lines, and what can be done with them."""
    listed = submission.lines.filter(number__any_of=numbers[:LISTED])
    context: dict[str, Any] = {
        "submission": submission,
        "lines": listed.select_related("answer__item"),
        "numbers": numbers,
        "count": len(numbers),
        "left_out": max(len(numbers) - LISTED, 0),
        "form": form,
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "checklist/chosen.html", context, status=status)


def done(request: HttpRequest, submission: Submission, decision: str, count: int) -> HttpResponse:
    """Say how many were decided, and go on."""
    messages.success(request, said(decision, count))
    return redirect("submission", submission.pk)


def said(decision: str, count: int) -> str:
    """How many lines were decided, and how."""
    if decision == "return":
        words = ngettext("%(n)d line is returned.", "%(n)d lines are returned.", count)
    else:
        words = ngettext("%(n)d line is accepted.", "%(n)d lines are accepted.", count)
    return words % {"n": count}
