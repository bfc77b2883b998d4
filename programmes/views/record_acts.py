"""Two small acts on a record: delete it, extend a framework."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused
from programmes.actions.records import delete_record, referring, save_rows
from programmes.keeping.extension import ExtensionForm
from programmes.keeping.forms import ReasonForm, sent_by
from programmes.keeping.places import crumbs, list_url, record_url
from programmes.keeping.standing import Standing, kept_kind, standing_record
from programmes.keeping.words import name_of
from regions.queries import read_query


def stands_at(request: HttpRequest, slug: str, number: str) -> Standing:
    """The record of the address, for those who keep it."""
    read_query(request, {})
    actor = request.actor  # type: ignore[attr-defined]
    return standing_record(kept_kind(slug, actor), int(number), timezone.localdate(), actor)


@permitted(policy.may_keep_programmes)
@require_http_methods(["GET", "HEAD", "POST"])
def record_delete(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """Delete a record to which nothing refers; its history stays."""
    stands = stands_at(request, slug, number)
    form = ReasonForm(sent_by(request), initial={"base": stands.base})
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            delete_record(stands.kind, stands.record, **form.cleaned_data, by=request.actor)  # type: ignore[attr-defined]
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The record is deleted. Its history is kept."))
            return redirect(list_url(stands.kind))
    context = {**about(stands, _("Delete")), "form": form, "refusal": refusal}
    context["blockers"] = referring(stands.record)
    return render(request, "programmes/record_delete.html", context, status=status_of(refusal))


@permitted(policy.may_keep_programmes)
@require_http_methods(["GET", "HEAD", "POST"])
def record_extend(request: HttpRequest, number: str) -> HttpResponse:
    """Move the last day of a framework; the first one is kept."""
    stands = stands_at(request, "frameworks", number)
    form = ExtensionForm(sent_by(request), initial={"base": stands.base})
    refusal, status = None, 200 if request.method != "POST" else 422
    if request.method == "POST" and form.is_valid():
        try:
            row = {"id": int(number), **form.row}
            save_rows(stands.kind, [row], reason=form.cleaned_data["reason"], by=request.actor)  # type: ignore[attr-defined]
        except Invalid as invalid:
            form.add_faults(invalid.faults)
        except Refused as refused:
            refusal, status = refused, status_of(refused)
        else:
            messages.success(request, _("The extension is on record; the first end is kept."))
            return redirect(record_url(stands.kind, stands.record))
    context = {**about(stands, _("Extend")), "form": form, "refusal": refusal}
    return render(request, "programmes/record_extend.html", context, status=status)


def about(stands: Standing, act: str) -> dict[str, object]:
    """What a page says of the record it acts on."""
    name = name_of(stands.kind, stands.content, stands.scene)
    back = record_url(stands.kind, stands.record)
    trail = crumbs(stands.kind, {"label": name, "url": back}, {"label": act})
    return {"stands": stands, "name": name, "back": back, "crumbs": trail}
