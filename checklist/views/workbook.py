"""The workbook's pages: take it away, send it back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist import blockers
from checklist.actions.incoming import receive
from checklist.models import IncomingFile, ReportingRound
from checklist.table_forms import WorkbookForm
from checklist.views.rounds import seen
from checklist.workbooks import write_workbook
from regions.downloads import send_workbook
from regions.languages import CODES
from regions.models import RegionalOffice
from regions.queries import read_query
from regions.tables.forms import UploadForm

LATELY = 5


def place(request: HttpRequest, code: str, office: str) -> tuple[ReportingRound, RegionalOffice]:
    """The round and the reader's own office; another one's workbook does not exist."""
    round_, found = seen(request, code), get_object_or_404(RegionalOffice, code=office)
    if not policy.may_answer_for(request.actor, found.pk):  # type: ignore[attr-defined]
        raise Http404
    return round_, found


@permitted(policy.may_answer)
@require_http_methods(["GET", "HEAD", "POST"])
def workbook(request: HttpRequest, code: str, office: str) -> HttpResponse:
    """Download, fill in offline, upload; what it would do is shown before it is done."""
    read_query(request, {})
    round_, found = place(request, code, office)
    form = UploadForm(request.POST or None, request.FILES or None)
    refusal = None
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                table = receive(round_, found, form.cleaned_data["file"], by=request.actor)  # type: ignore[attr-defined]
                return redirect("office-workbook-preview", code, office, table.pk)
            except Refused as refused:
                refusal = refused
    context: dict[str, Any] = {
        "round": round_,
        "office": found,
        "form": form,
        "language_form": WorkbookForm(initial={"language": get_language()}),
        "blockers": blockers.to_write(round_),
        "lately": lately(round_, found),
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "checklist/workbook.html", context, status=status)


def lately(round_: ReportingRound, office: RegionalOffice) -> list[IncomingFile]:
    """The tables of the last day, newest first, without their content."""
    sent = IncomingFile.objects.filter(round=round_, office=office).defer("content")
    return list(sent.select_related("received_by")[:LATELY])


@permitted(policy.may_answer)
@require_safe
def download(request: HttpRequest, code: str, office: str) -> HttpResponse:
    """The prefilled workbook, made when it is asked for."""
    asked = read_query(request, {"language": dict.fromkeys(CODES)})
    round_, found = place(request, code, office)
    language = asked.get("language") or get_language() or "en"
    content = write_workbook(round_, found, language)
    return send_workbook(content, f"{round_.code}-{found.code}-{language}.xlsx")
