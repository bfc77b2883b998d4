from typing import Final

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist.models import ReportingRound
from regions.queries import read_query
from reporting.models import Publication
from reporting.publication_blockers import to_preview
from reporting.publishing import publish
from reporting.staff.answers import read_answers
from reporting.staff.checks import checks_of
from reporting.staff.differences import difference
from reporting.staff.figures import figures_of
from reporting.staff.forms import PublishForm

SAID: Final = ("statement", "note")


@permitted(policy.may_run_rounds)
@require_http_methods(["GET", "HEAD", "POST"])
def publish_round(request: HttpRequest, code: str) -> HttpResponse:
    """Check, compare, confirm in typed words, publish."""
    read_query(request, {})
    round_ = counted(request, code)
    number = round_.published + 1  # type: ignore[attr-defined]
    words = f"ROUND {round_.code} VERSION {number}"
    asked = {"words": words, "is_correction": number > 1}
    if request.method != "POST":
        return drawn(request, round_, number, PublishForm(initial=said_before(round_), **asked))
    form = PublishForm(request.POST, **asked)
    if not form.is_valid():
        return drawn(request, round_, number, form)
    said = {name: form.cleaned_data[name] for name in SAID}
    try:
        published = publish(round_, **said, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, round_, number, form, refusal)
    done = _("Round %(round)s, version %(number)d is published.")
    messages.success(request, done % {"round": round_.code, "number": published.number})
    return redirect("publication", round=round_.code, number=published.number)


def said_before(round_: ReportingRound) -> dict[str, str]:
    """The statement and the note with which the preview was drawn."""
    previews = Publication.previews.filter(round=round_)
    return dict(zip(SAID, previews.values_list(*SAID).first() or (), strict=False))


def counted(request: HttpRequest, code: str) -> ReportingRound:
    """The round with the number of its publications; the next one is the version to be typed."""
    visible = ReportingRound.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    full = visible.select_related("session").annotate(
        published=Count("publications", filter=Q(publications__is_preview=False))
    )
    return get_object_or_404(full, code=code)


def drawn(
    request: HttpRequest,
    round_: ReportingRound,
    number: int,
    form: PublishForm,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The page with its checks, the difference, the figures and the form."""
    figures, answers = figures_of(round_), read_answers(round_)
    context = {
        "round": round_,
        "number": number,
        "checks": checks_of(round_, answers, [each.figure for each in figures]),
        "difference": difference(round_, answers),
        "may_draw": not to_preview(round_),
        "figures": figures,
        "form": form,
        "words": form.expected,
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/publish.html", context, status=status)
