from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from programmes.actions.programme_documents import judge
from programmes.models import ReviewCriterion
from programmes.pages.sheet import SheetLine, SheetPage, sheet_page
from programmes.stage_forms import JudgementForm
from programmes.views.documents import crumbs, known_document, sent
from regions.queries import read_query


@permitted(policy.may_see_live_data)
@require_http_methods(["GET", "HEAD", "POST"])
def criteria(request: HttpRequest, number: str) -> HttpResponse:
    """The committee's sheet: what each criterion asks, what is on record, how it was judged."""
    read_query(request, {})
    page = sheet_page(known_document(number))
    rows = list(rows_of(request, page))
    if request.method != "POST":
        return drawn(request, page, rows)
    row = asked_for(rows, sent(request))
    if not row["form"].is_valid():
        return drawn(request, page, rows, status=422)
    return judged(request, page, rows, row)


def rows_of(request: HttpRequest, page: SheetPage) -> Iterator[dict[str, Any]]:
    """The lines of the sheet, with a form for those who judge while the committee reviews."""
    may = policy.may_decide_programmes(request.actor)  # type: ignore[attr-defined]
    for each in page.lines:
        yield {"shown": each, "form": form_of(request, each) if may and page.is_in_review else None}


def form_of(request: HttpRequest, shown: SheetLine) -> JudgementForm:
    """The form of one criterion, as it stands or as it was sent."""
    code, judgement = shown.line.criterion.code, shown.line.judgement
    stands = {"verdict": judgement.verdict, "note": judgement.note} if judgement else {}
    data = request.POST if sent(request) == code else None
    return JudgementForm(data, prefix=code, initial=stands)


def asked_for(rows: list[dict[str, Any]], code: str) -> dict[str, Any]:
    """The line that was judged."""
    for row in rows:
        if row["form"] is not None and row["shown"].line.criterion.code == code:
            return row
    raise BadRequest(_("The document is in another stage now, or this is not yours to do."))


def judged(
    request: HttpRequest, page: SheetPage, rows: list[dict[str, Any]], row: dict[str, Any]
) -> HttpResponse:
    """Keep the judgement and go back to its line."""
    criterion: ReviewCriterion = row["shown"].line.criterion
    day, by = timezone.localdate(), request.actor  # type: ignore[attr-defined]
    try:
        judge(page.document, criterion, **row["form"].cleaned_data, day=day, by=by)
    except Refused as refusal:
        return drawn(request, page, rows, refusal=refusal, status=status_of(refusal))
    messages.success(request, _("The judgement is kept."))
    address = reverse("programme-document-criteria", args=[page.document.pk])
    return redirect(f"{address}#{criterion.code}")


def drawn(
    request: HttpRequest,
    page: SheetPage,
    rows: list[dict[str, Any]],
    *,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """The sheet."""
    here = crumbs(page.document, _("Sheet of the committee"))
    context = {"page": page, "rows": rows, "refusal": refusal, "crumbs": here}
    return render(request, "programmes/criteria.html", context, status=status)
