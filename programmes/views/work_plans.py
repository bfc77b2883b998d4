"""Pages of joint work plans: the import, and what the plan of a framework says."""

import re
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused
from programmes.actions.work_plans import KIND, correct_columns, read_plan, receive_plan, use_plan
from programmes.models import CooperationFramework, IncomingTable
from programmes.pages.work_plan import read_page
from programmes.pages.work_plan_import import ImportPage
from programmes.work_plan_forms import ApplyForm, ColumnsForm, PlanFileForm
from programmes.workplans.mapping import Said, understand
from programmes.workplans.planning import WorkPlan, plan
from regions.queries import read_query
from regions.tables import Grid

LATELY: Final = 5
YEAR: Final = re.compile(r"20\d\d|2100")


@permitted(policy.may_import_work_plans)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the export and say where it is from."""
    read_query(request, {})
    form, refusal = PlanFileForm(), None
    if request.method == "POST":
        form = PlanFileForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                return redirect("work-plan-preview", received(request, form).pk)
            except Refused as refused:
                refusal = refused
    context = {"form": form, "refusal": refusal, "lately": lately()}
    status = 422 if form.errors or isinstance(refusal, Invalid) else status_of(refusal)
    return render(request, "programmes/work_plan_import.html", context, status=status)


def received(request: HttpRequest, form: PlanFileForm) -> IncomingTable:
    """The file, kept."""
    upload, actor = form.cleaned_data["file"], request.actor  # type: ignore[attr-defined]
    return receive_plan(upload, form.said(), by=actor)


def lately() -> list[IncomingTable]:
    """The exports sent lately, without their content."""
    sent = IncomingTable.objects.filter(kind=KIND).defer("content")
    return list(sent.select_related("received_by")[:LATELY])


@permitted(policy.may_import_work_plans)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the export would change; its columns are corrected, or it is taken over."""
    read_query(request, {})
    table = get_object_or_404(IncomingTable, pk=key, kind=KIND)
    grid, said = read_plan(bytes(table.content), table.name), Said.from_json(table.mapping)
    if request.method != "POST":
        return drawn(request, table, plan(grid, said), said)
    if request.POST.get("act") == "apply":
        return apply(request, table, grid, said)
    return corrected(request, table, grid, said)


def corrected(request: HttpRequest, table: IncomingTable, grid: Grid, said: Said) -> HttpResponse:
    """Keep what the reader says of the columns, and look again."""
    form = ColumnsForm(request.POST, mapped=understand(grid, said), said=said)
    if not form.is_valid():
        return drawn(request, table, plan(grid, said), said, form=form)
    actor = request.actor  # type: ignore[attr-defined]
    correct_columns(table, form.said(form.columns()), by=actor)
    return redirect("work-plan-preview", table.pk)


def apply(request: HttpRequest, table: IncomingTable, grid: Grid, said: Said) -> HttpResponse:
    """Take it over; what is refused is shown with the preview as it is now."""
    form, actor = ApplyForm(request.POST), request.actor  # type: ignore[attr-defined]
    vanished = form.cleaned_data["remove"] if form.is_valid() else -1
    try:
        done = use_plan(table, said, vanished=vanished, by=actor)
    except Invalid:
        return drawn(request, table, plan(grid, said), said, status=409)
    except Refused as refusal:
        return drawn(request, table, plan(grid, said), said, refusal=refusal)
    messages.success(request, words_of(done, vanished))
    return after(done)


def after(done: WorkPlan) -> HttpResponse:
    """The framework whose plan it was, or all items where it was of several."""
    frameworks = {each.content["framework"] for each in done.rows}
    if len(frameworks) == 1:
        return redirect("framework-work-plan", frameworks.pop())
    return redirect("register-kind", "work-plan-items")


def words_of(done: WorkPlan, vanished: int | None) -> str:
    """What was done, in one line."""
    n = done.counts["created"] + done.counts["updated"]
    words = ngettext(
        "%(n)d item of the work plan is new or changed.",
        "%(n)d items of the work plan are new or changed.",
        n,
    ) % {"n": n}
    if vanished:
        gone = ngettext("%(n)d item was deleted.", "%(n)d items were deleted.", vanished)
        words += " " + gone % {"n": vanished}
    return words


def drawn(
    request: HttpRequest,
    table: IncomingTable,
    planned: WorkPlan,
    said: Said,
    *,
    form: ColumnsForm | None = None,
    refusal: Refused | None = None,
    status: int = 0,
) -> HttpResponse:
    """The page of a preview."""
    is_bad = form is not None
    shown = form or ColumnsForm(None, mapped=planned.mapped, said=said)
    context: dict[str, Any] = {
        "table": table,
        "page": ImportPage(planned, shown),
        "form": shown,
        "refusal": refusal,
    }
    status = status or (422 if is_bad else status_of(refusal))
    return render(request, "programmes/work_plan_preview.html", context, status=status)


@permitted(policy.may_see_live_data)
@require_safe
def of_framework(request: HttpRequest, number: int) -> HttpResponse:
    """The items of a framework's work plan in a year, the last one if none is asked for."""
    asked = read_query(request, {"year": YEAR})
    frameworks = CooperationFramework.objects.select_related("team__office")
    framework = get_object_or_404(frameworks, pk=number)
    page = read_page(framework, int(asked["year"]) if "year" in asked else None)
    may_import = policy.may_import_work_plans(request.actor)  # type: ignore[attr-defined]
    context = {
        "page": page,
        "framework": framework,
        "may_import": may_import,
    }
    return render(request, "programmes/work_plan.html", context)
