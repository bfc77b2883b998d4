"""Lines that did not change: a sample is read, then they are accepted or returned together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts import policy
from accounts.doors import permitted
from accounts.refusals import Refused
from checklist.actions.bulk import accept_confirmed, undo_bulk
from checklist.forms import SampleForm
from checklist.pages.review.page import scene_of
from checklist.pages.review.unchanged import sample_of, unchanged_of
from checklist.views.chosen import done
from checklist.views.review import again, drawn, seen
from regions.queries import read_query


@permitted(policy.may_review)
@require_http_methods(["GET", "HEAD"])
def sample(request: HttpRequest, number: str) -> HttpResponse:
    """Confirmed lines drawn at random, to be read before all of them are accepted."""
    read_query(request, {})
    scene = scene_of(seen(request, int(number)))
    unchanged = unchanged_of(scene.briefs)
    initial = {"expected": unchanged.confirmed_waiting}
    context = {
        "submission": scene.submission,
        "unchanged": unchanged,
        "lines": sample_of(scene.submission, scene.briefs),
        "sample_form": SampleForm(sample=unchanged.sample, initial=initial),
    }
    return render(request, "checklist/review_sample.html", context)


@permitted(policy.may_review)
@require_POST
def accept(request: HttpRequest, number: str) -> HttpResponse:
    """Accept the lines that the office vouched for; the sample must have been read."""
    scene = scene_of(seen(request, int(number)))
    form = SampleForm(request.POST, sample=unchanged_of(scene.briefs).sample)
    if not form.is_valid():
        return drawn(request, scene, {}, sample_form=form)
    expected = form.cleaned_data["expected"]
    try:
        count = accept_confirmed(scene.submission, expected=expected, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, again(request, scene), {}, refusal)
    return done(request, scene.submission, "accept", count)


@permitted(policy.may_review)
@require_POST
def undo(request: HttpRequest, number: str) -> HttpResponse:
    """Take back what was decided in bulk, until the submission is decided."""
    submission = seen(request, int(number))
    try:
        count = undo_bulk(submission, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, scene_of(seen(request, submission.pk)), {}, refusal)
    words = ngettext("%(n)d line waits again.", "%(n)d lines wait again.", count)
    messages.success(request, words % {"n": count})
    return redirect("submission", submission.pk)
