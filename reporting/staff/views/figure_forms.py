from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused
from programmes.intake.content import digest
from regions.queries import read_query
from reporting.actions.figures import (
    change_figure,
    enter_figure,
    reconcile,
    undo_reconciliation,
)
from reporting.figure_intake import content_of, read_scene
from reporting.models import ReportedFigure
from reporting.staff.figure_forms import FigureChangeForm, FigureForm, Judged, ReconcileForm
from reporting.staff.views.figures import drawn_figure, seen


@permitted(policy.may_keep_figures)
@require_http_methods(["GET", "HEAD", "POST"])
def new_figure(request: HttpRequest) -> HttpResponse:
    """Enter a figure as a document states it."""
    read_query(request, {})
    form = FigureForm(request.POST or None, scene=read_scene())

    def enter() -> ReportedFigure:
        return enter_figure(form.sent, by=request.actor)  # type: ignore[attr-defined]

    done, refusal = attempt(request, form, enter)
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
    content = content_of(found)
    given = {**content, "base": digest(content)}
    form = FigureChangeForm(request.POST or None, initial=given, scene=read_scene())

    def correct() -> ReportedFigure:
        said = {name: form.cleaned_data.get(name, "") for name in ("base", "reason")}
        return change_figure(found, form.sent, **said, by=request.actor)  # type: ignore[attr-defined]

    done, refusal = attempt(request, form, correct)
    if done is not None:
        messages.success(request, _("The figure is changed; the history keeps both."))
        return redirect("figure", done.pk)
    return drawn(request, form, found, refusal)


@permitted(policy.may_keep_figures)
@require_POST
def reconcile_figure(request: HttpRequest, number: str) -> HttpResponse:
    """Say why the two numbers differ."""
    read_query(request, {})
    found, form = seen(number), ReconcileForm(request.POST)

    def act() -> Any:
        reason, seen_count = form.cleaned_data["reason"], form.cleaned_data["counted"]
        return reconcile(found, reason=reason, counted=seen_count, by=request.actor)  # type: ignore[attr-defined]

    done, refusal = attempt(request, form, act)
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


def attempt(
    request: HttpRequest, form: Judged, act: Callable[[], Any]
) -> tuple[Any, Refused | None]:
    """Do it when the form was sent; faults go to their controls, a refusal is said above."""
    if request.method != "POST" or not form.is_valid():
        return None, None
    try:
        return act(), None
    except Invalid as invalid:
        form.take(invalid.faults)
    except Refused as refusal:
        return None, refusal
    return None, None


def drawn(
    request: HttpRequest, form: FigureForm, figure: ReportedFigure | None, refusal: Refused | None
) -> HttpResponse:
    """The form with its faults."""
    context = {"form": form, "figure": figure, "refusal": refusal}
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/figure_form.html", context, status=status)
