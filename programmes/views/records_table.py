"""Records as a table: take it away, send it back."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import policy
from accounts.doors import permitted
from programmes.actions.tables import receive_records
from programmes.intake.kinds import RecordKind
from programmes.keeping.places import crumbs
from programmes.keeping.standing import kept_kind, kept_records, standing_records
from programmes.models import IncomingTable
from programmes.tables import write_csv, write_workbook
from regions.downloads import attachment, send_workbook
from regions.languages import CODES
from regions.queries import read_query
from regions.tables.forms import UploadForm
from regions.templatetags.addresses import OWN_NAMES

LATELY: Final = 5
FORMS: Final = {"xlsx": gettext_lazy("Workbook (xlsx)"), "csv": gettext_lazy("CSV, with codes")}


class DownloadForm(forms.Form):
    """In which form and language the records are wanted."""

    form = forms.ChoiceField(label=gettext_lazy("Form of the file"), choices=list(FORMS.items()))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the workbook"),
        choices=[(code, OWN_NAMES[code]) for code in CODES],
    )


@permitted(policy.may_keep_programmes)
@require_http_methods(["GET", "HEAD", "POST"])
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Download, change, upload; what it would do is shown before it is done."""
    read_query(request, {})
    kind = kept_kind(slug, request.actor)  # type: ignore[attr-defined]
    form = UploadForm()
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            sent = receive_records(kind, form.cleaned_data["file"], by=request.actor)  # type: ignore[attr-defined]
            return redirect("records-preview", slug, sent.pk)
    context: dict[str, Any] = {
        "kind": kind,
        "form": form,
        "download_form": DownloadForm(initial={"language": get_language()}),
        "lately": lately(request, kind),
        "crumbs": crumbs(kind, {"label": _("Import and export")}),
    }
    return render(
        request, "programmes/records_import.html", context, status=422 if form.errors else 200
    )


def lately(request: HttpRequest, kind: RecordKind) -> list[IncomingTable]:
    """The tables that this person sent, newest first, without their content."""
    sent = IncomingTable.objects.filter(kind=kind.slug, received_by=request.user)  # type: ignore[misc]
    return list(sent.defer("content")[:LATELY])


@permitted(policy.may_keep_programmes)
@require_safe
def download(request: HttpRequest, slug: str) -> HttpResponse:
    """What is on record and one's own to keep, made when it is asked for."""
    asked = read_query(request, {"form": FORMS, "language": dict.fromkeys(CODES)})
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    kind = kept_kind(slug, actor)
    records = standing_records(kind, kept_records(kind, today, actor), today)
    name = f"{slug}-{today:%Y-%m-%d}"
    if asked.get("form") == "csv":
        headers = {"Content-Disposition": attachment(f"{name}.csv")}
        content = write_csv(kind, records)
        return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
    language = asked.get("language") or get_language() or "en"
    return send_workbook(write_workbook(kind, records, language), f"{name}-{language}.xlsx")
