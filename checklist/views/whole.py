"""The submission as a whole: what waits is returned with one reason, or the review is closed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist.actions import bulk
from checklist.forms import ReturnAllForm
from checklist.models import Submission
from checklist.pages.review.briefs import Brief, briefs_of
from checklist.pages.review.page import acts_of, scene_of
from checklist.pages.review.unchanged import unchanged_of
from checklist.views.chosen import done
from checklist.views.review import drawn, seen
from regions.queries import read_query

Act = Callable[..., int]


@permitted(policy.may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def return_all(request: HttpRequest, number: str) -> HttpResponse:
    """Every line that waits goes back, with one reason."""
    submission = seen(request, int(number))
    briefs = briefs_of(submission)
    waiting = sum(each.is_waiting for each in briefs)
    context = asked_first(request, submission, briefs, waiting)
    return returned(request, submission, context, bulk.return_all)


@permitted(policy.may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def return_carried(request: HttpRequest, number: str) -> HttpResponse:
    """Every line that was only carried over goes back: nobody stands for it in this round."""
    submission = seen(request, int(number))
    briefs = briefs_of(submission)
    context = asked_first(request, submission, briefs, unchanged_of(briefs).carried_waiting)
    return returned(request, submission, {**context, "unconfirmed": True}, bulk.return_unconfirmed)


def asked_first(
    request: HttpRequest, submission: Submission, briefs: list[Brief], waiting: int
) -> dict[str, Any]:
    """The page with the number of lines, room for the reason, and what stands in the way."""
    read_query(request, {})
    actor = request.actor  # type: ignore[attr-defined]
    return {
        "submission": submission,
        "count": waiting,
        "blockers": acts_of(submission, briefs, actor).decide,
        "form": ReturnAllForm(initial={"expected": waiting}),
    }


def returned(
    request: HttpRequest, submission: Submission, context: dict[str, Any], act: Act
) -> HttpResponse:
    """First it is asked; then the lines go back, if they are as many as were shown."""
    if request.method != "POST":
        return drawn_return(request, context)
    form = ReturnAllForm(request.POST)
    if not form.is_valid():
        return drawn_return(request, {**context, "form": form})
    expected = form.cleaned_data["expected"]
    try:
        actor = request.actor  # type: ignore[attr-defined]
        count = act(submission, reason=form.reason, expected=expected, by=actor)
    except Refused as refusal:
        form = shown_again(request, context["count"])
        return drawn_return(request, {**context, "form": form, "refusal": refusal})
    return done(request, submission, "return", count)


def drawn_return(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The page before the act, or after it was refused."""
    refused = status_of(context.get("refusal"))
    status = 422 if context["form"].errors else refused
    return render(request, "checklist/review_return.html", context, status=status)


def shown_again(request: HttpRequest, waiting: int) -> ReturnAllForm:
    """The form as it was typed, with the number that is true now."""
    typed = request.POST.copy()
    typed["expected"] = str(waiting)
    return ReturnAllForm(typed)


@permitted(policy.may_review)
@require_POST
def close(request: HttpRequest, number: str) -> HttpResponse:
    """Accept the submission: no line waits, and what was decided in bulk stands."""
    submission = seen(request, int(number))
    try:
        bulk.close(submission, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, scene_of(seen(request, submission.pk)), {}, refusal)
    words = _("The review of submission %(number)d is closed. Every decision stands.")
    messages.success(request, words % {"number": submission.pk})
    return redirect("submission", submission.pk)
