from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from programmes.intake.content import digest
from programmes.keeping.forms import sent_by
from regions.queries import read_query
from reporting.actions.figures import (
    change_figure,
    enter_figure,
    reconcile,
    undo_reconciliation,
)
from reporting.figure_intake import content_of, read_scene
from reporting.models import ReportedFigure
from reporting.staff.attempts import attempt
from reporting.staff.figure_forms import FigureChangeForm, FigureForm, ReconcileForm
from reporting.staff.judged import settled
from reporting.staff.views.figures import drawn_figure, seen

LOST: Final = "lost"
"""Of a form that does not say on what it was made: it is as stale as an old one."""


@permitted(policy.may_keep_figures)
@require_http_methods(["GET", "HEAD", "POST"])
def new_figure(request: HttpRequest) -> HttpResponse:
    """Enter a figure as a document states it."""
    read_query(request, {})
    form = FigureForm(sent_by(request), scene=read_scene())

    def enter() -> ReportedFigure:
        return enter_figure(form.sent, by=request.actor)  # type: ignore[attr-defined]

    done, refusal = attempt(form, enter)
    if done is not None:
        messages.success(request, _("The figure is on record."))
        return redirect("figure", done.pk)
    return drawn(request, form, None, refusal)


@permitted(policy.may_keep_figures)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, number: str) -> HttpResponse:
    """Correct a figure, with the reason."""
    read_query(request, {})
    found = seen(number)
    stands = given(found)
    form = FigureChangeForm(settled(request, stands), initial=stands, scene=read_scene())

    def correct() -> ReportedFigure:
        base, reason = form.cleaned_data["base"] or LOST, form.cleaned_data["reason"]
        return change_figure(found, form.sent, base=base, reason=reason, by=request.actor)  # type: ignore[attr-defined]

    done, refusal = attempt(form, correct, given)
    if done is not None:
        messages.success(request, _("The figure is changed; the history keeps both."))
        return redirect("figure", done.pk)
    return drawn(request, form, found, refusal)


def given(found: ReportedFigure) -> dict[str, Any]:
    """A figure as the controls have it."""
    content = content_of(found)
    return {**content, "base": digest(content)}


@permitted(policy.may_keep_figures)
@require_POST
def reconcile_figure(request: HttpRequest, number: str) -> HttpResponse:
    """Say why the two numbers differ."""
    read_query(request, {})
    found, form = seen(number), ReconcileForm(request.POST)

    def act() -> Any:
        reason, seen_count = form.cleaned_data["reason"], form.cleaned_data["counted"]
        return reconcile(found, reason=reason, counted=seen_count, by=request.actor)  # type: ignore[attr-defined]

    done, refusal = attempt(form, act)
    if done is None:
        return drawn_figure(request, seen(number), form, refusal)
    messages.success(request, _("The difference is reconciled. Both numbers stay as they are."))
    return redirect("figure", found.pk)


@permitted(policy.may_keep_figures)
@require_POST
def undo(request: HttpRequest, number: str) -> HttpResponse:
    """The difference is open again."""
    read_query(request, {})
    found = seen(number)
    try:
        undo_reconciliation(found, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn_figure(request, seen(number), ReconcileForm(), refusal)
    messages.success(request, _("The difference is open again."))
    return redirect("figure", found.pk)


def drawn(
    request: HttpRequest, form: FigureForm, figure: ReportedFigure | None, refusal: Refused | None
) -> HttpResponse:
    """The form with its faults."""
    context = {"form": form, "figure": figure, "refusal": refusal}
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/figure_form.html", context, status=status)
