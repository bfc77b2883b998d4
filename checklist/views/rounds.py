from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist.actions.rounds import freeze, open_round, reopen
from checklist.models import ReportingRound
from checklist.models.answers import Progress
from checklist.pages.rounds import acts_of, round_page
from checklist.pages.words import ROUND_STATES
from regions.queries import page_of, read_query

ACTS: dict[str, Callable[..., Any]] = {"open": open_round, "freeze": freeze, "reopen": reopen}


def seen(request: HttpRequest, code: str) -> ReportingRound:
    """The round, if this reader may see rounds in work."""
    visible = ReportingRound.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    return get_object_or_404(visible.select_related("session", "checklist"), code=code)


@permitted(policy.may_see_live_data)
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round, newest first."""
    asked = read_query(request, {"page": None})
    actor = request.actor  # type: ignore[attr-defined]
    own = policy.own_or_every(actor, "answers__office")
    counted = ReportingRound.objects.visible_to(actor).select_related("session")
    counted = counted.annotate(
        total=Count("answers", filter=own),
        accepted=Count("answers", filter=own & Q(answers__progress=Progress.ACCEPTED)),
    )
    page = page_of(counted.order_by("-code"), asked)
    rows = [{"round": each, "state": ROUND_STATES[each.state]} for each in page]
    return render(request, "checklist/rounds.html", {"page": page, "rows": rows})


@permitted(policy.may_see_live_data)
def round_(request: HttpRequest, code: str) -> HttpResponse:
    """A round: its calendar, how far its offices are, and what can be done with it."""
    read_query(request, {})
    actor = request.actor  # type: ignore[attr-defined]
    found = seen(request, code)
    may_run = policy.may_run_rounds(actor)
    page = round_page(found, actor, may_run=may_run, today=timezone.localdate())
    context = {"page": page, "may_run": may_run, "may_answer": policy.may_answer(actor)}
    return render(request, "checklist/round.html", context)


@permitted(policy.may_run_rounds)
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Open, freeze or reopen: first what it means is said, then it is done."""
    read_query(request, {})
    found = seen(request, code)
    refusal = None
    if request.method == "POST":
        try:
            ACTS[name](found, by=request.actor)  # type: ignore[attr-defined]
        except Refused as refused:
            refusal, found = refused, seen(request, code)
        else:
            messages.success(request, done_words(name) % {"round": found.code})
            return redirect("round", found.code)
    offered = [each for each in acts_of(found) if each.name == name]
    if not offered and refusal is None and request.method == "GET":
        raise Http404
    context = {
        "round": found,
        "act": offered[0] if offered else None,
        "meaning": meaning(name, found),
        "refusal": refusal,
    }
    return render(request, "checklist/round_act.html", context, status=status_of(refusal))


def done_words(name: str) -> str:
    """What was done."""
    return {
        "open": _("Round %(round)s is open."),
        "freeze": _("Round %(round)s is frozen."),
        "reopen": _("Round %(round)s is reopened."),
    }[name]


def meaning(name: str, round_: ReportingRound) -> str:
    """What an act brings about, in the words of the trade."""
    if name == "open":
        return _(
            "One unanswered line is written for each item and subject, with the office that is "
            "responsible today. The offices can answer and hand over from then on."
        )
    if name == "freeze":
        return _(
            "The offices can no longer write or hand over. The secretariat finishes its "
            "decisions; what is not accepted is published as not assessed."
        )
    if round_.state == ReportingRound.State.PUBLISHED:
        return _(
            "The round is frozen again, so that the secretariat can correct it. What was "
            "published stays as it is; a correction is a new publication."
        )
    return _("The offices can write and hand over again.")
