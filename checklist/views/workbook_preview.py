"""The preview of a table: what it would do, then one of two acts."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.policy import Actor
from accounts.refusals import Invalid, Refused, Stale
from checklist import blockers
from checklist.actions.drafts import new_words, save_all
from checklist.actions.incoming import hand_in
from checklist.models import IncomingFile
from checklist.pages.workbook import Preview
from checklist.reading import INCOMPLETE
from checklist.reception import plan_table
from checklist.table_forms import HandInForm
from checklist.views.workbook import place
from checklist.workbooks import Table, mark, read_table
from regions.downloads import send_workbook
from regions.queries import read_query

CHOICE = re.compile(r"(\d{1,5}):(\d{1,9})")


@permitted(policy.may_answer)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, code: str, office: str, key: UUID) -> HttpResponse:
    """Counts, faults by cell and the first lines before and after; `act` submits or saves."""
    read_query(request, {})
    table = kept(request, code, office, key)
    read = read_table(bytes(table.content), table.name, table.round, table.office)
    form = HandInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return carry_out(request, table, read, form)
    return drawn(request, table, read, form)


@permitted(policy.may_answer)
@require_safe
def marked(request: HttpRequest, code: str, office: str, key: UUID) -> HttpResponse:
    """The file back as a workbook in which every fault is marked."""
    read_query(request, {})
    table = kept(request, code, office, key)
    read = read_table(bytes(table.content), table.name, table.round, table.office)
    planned = plan_table(read, table.round, table.office, by=request.actor)  # type: ignore[attr-defined]
    return send_workbook(mark(read, planned.faults), f"{table.round.code}-{office}-marked.xlsx")


def kept(request: HttpRequest, code: str, office: str, key: UUID) -> IncomingFile:
    """The table of the address, which only its office sees."""
    round_, found = place(request, code, office)
    tables = IncomingFile.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    tables = tables.select_related("round__checklist", "office")
    return get_object_or_404(tables, pk=key, round=round_, office=found)


def carry_out(
    request: HttpRequest, table: IncomingFile, read: Table, form: HandInForm
) -> HttpResponse:
    """Do what was chosen; what is refused is shown with the preview as it is now."""
    actor = request.actor  # type: ignore[attr-defined]
    lines = lines_chosen(look(table, read, actor), request.POST.getlist("overwrite"))
    try:
        if request.POST.get("act") == "draft":
            return saved(request, table, lines)
        done = hand_in(table, lines, note=form.cleaned_data["note"], by=actor)
    except (Invalid, Stale):
        return drawn(request, table, read, form, status=409)
    except Refused as refusal:
        return drawn(request, table, read, form, refusal=refusal)
    words = ngettext(
        "%(n)d line is handed to the secretariat.",
        "%(n)d lines are handed to the secretariat.",
        len(done.plan.lines),
    )
    messages.success(request, words % {"n": len(done.plan.lines)})
    return redirect("submission", done.submission.pk)


def saved(request: HttpRequest, table: IncomingFile, lines: list[Any]) -> HttpResponse:
    """The lines kept as drafts of the office."""
    done = save_all(table.round, table.office, lines, by=request.actor)  # type: ignore[attr-defined]
    number = len(list(new_words(done.lines)))
    words = ngettext("%(n)d line is kept as a draft.", "%(n)d lines are kept as drafts.", number)
    messages.success(request, words % {"n": number})
    return redirect("office-workbook", table.round.code, table.office.code)


def lines_chosen(page: Preview, choices: list[str]) -> list[Any]:
    """The lines to send: one in conflict only if it was chosen, on the version that was shown."""
    matches = [found for each in choices if (found := CHOICE.fullmatch(each))]
    chosen = {int(found[1]): int(found[2]) for found in matches}
    lines = []
    for number, line in enumerate(page.table.lines, 1):
        if number not in page.stale:
            lines.append(line)
        elif number in chosen:
            lines.append({**line, "base_version": chosen[number]})
    return lines


def look(table: IncomingFile, read: Table, actor: Actor) -> Preview:
    """The table against what stands now; drafts are planned apart only where it matters."""
    plan = plan_table(read, table.round, table.office, by=actor)
    drafts = plan
    if plan.faults and all(fault.code in INCOMPLETE for fault in plan.faults):
        drafts = plan_table(read, table.round, table.office, complete=False, by=actor)
    return Preview(read, plan, drafts)


def drawn(
    request: HttpRequest,
    table: IncomingFile,
    read: Table,
    form: HandInForm,
    *,
    refusal: Refused | None = None,
    status: int = 0,
) -> HttpResponse:
    """The page of a preview."""
    context = {
        "table": table,
        "round": table.round,
        "office": table.office,
        "page": look(table, read, request.actor),  # type: ignore[attr-defined]
        "form": form,
        "blockers": blockers.to_write(table.round),
        "refusal": refusal,
    }
    return render(
        request, "checklist/workbook_preview.html", context, status=status or status_of(refusal)
    )
