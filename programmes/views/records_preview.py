"""The preview of a table of records: what it would do, then the act."""

import re
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused, Stale
from programmes.actions.tables import use_table
from programmes.intake.kinds import RecordKind
from programmes.keeping.forms import ReasonForm, sent_by
from programmes.keeping.places import crumbs
from programmes.keeping.standing import kept_kind
from programmes.models import IncomingTable
from programmes.tables import read_table
from programmes.tables.preview import Preview, look
from regions.queries import read_query

CHOICE: Final = re.compile(r"(\d{1,5}):([0-9a-f]{16,64})")


@permitted(policy.may_keep_programmes)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Counts, faults by cell, the first rows before and after, conflicts to choose from."""
    read_query(request, {})
    kind = kept_kind(slug, request.actor)  # type: ignore[attr-defined]
    sent = get_object_or_404(IncomingTable, pk=key, kind=kind.slug, received_by=request.user)
    form = ReasonForm(sent_by(request))
    page = look(kind, read_table(bytes(sent.content), sent.name, kind), request.actor)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        return carry_out(request, kind, sent, page, form)
    return drawn(request, sent, page, form)


def carry_out(
    request: HttpRequest, kind: RecordKind, sent: IncomingTable, page: Preview, form: ReasonForm
) -> HttpResponse:
    """Save the rows; what is refused is shown with the preview as it is now."""
    rows = page.chosen(choices_in(request.POST.getlist("overwrite")))
    actor, reason = request.actor, form.cleaned_data["reason"]  # type: ignore[attr-defined]
    try:
        if page.plan.faults:
            raise Invalid(page.plan.faults)
        saved = use_table(sent, kind, rows, reason=reason, by=actor)
    except (Invalid, Stale):
        again = look(kind, page.table, actor)
        return drawn(request, sent, again, form, status=409)
    except Refused as refusal:
        return drawn(request, sent, page, form, refusal=refusal)
    number = len(saved.changing)
    words = ngettext("%(n)d record is saved.", "%(n)d records are saved.", number)
    messages.success(request, words % {"n": number})
    return redirect("register-kind", kind.slug)


def choices_in(sent: Iterable[str]) -> dict[int, str]:
    """The rows that were ticked, with the words that their reader saw on record."""
    matches = (CHOICE.fullmatch(each) for each in sent)
    return {int(found[1]): found[2] for found in matches if found}


def drawn(
    request: HttpRequest,
    sent: IncomingTable,
    page: Preview,
    form: ReasonForm,
    *,
    refusal: Refused | None = None,
    status: int = 0,
) -> HttpResponse:
    """The page of a preview."""
    upload = {
        "label": _("Import and export"),
        "url": reverse("records-import", args=[page.kind.slug]),
    }
    context = {
        "sent": sent,
        "page": page,
        "form": form,
        "refusal": refusal,
        "crumbs": crumbs(page.kind, upload, {"label": _("Preview")}),
    }
    return render(
        request, "programmes/records_preview.html", context, status=status or status_of(refusal)
    )
