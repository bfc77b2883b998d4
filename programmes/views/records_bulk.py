"""Bulk edit: filters, a table of inputs, a preview of what would change, one save."""

from typing import Any, Final

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused, Stale
from programmes.actions.records import save_rows
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import plan
from programmes.keeping.bulk import SIZE, Bulk, filtering, forms_for
from programmes.keeping.fields import heading
from programmes.keeping.forms import ReasonForm
from programmes.keeping.places import crumbs
from programmes.keeping.standing import kept_kind, kept_records, of_offices, standing_records
from regions.filters import chosen_words, make_filter
from regions.models import RegionalOffice
from regions.queries import PAGE, page_of, read_query

OFFICE: Final = "office"


@permitted(policy.may_keep_programmes)
@require_http_methods(["GET", "HEAD", "POST"])
def bulk(request: HttpRequest, slug: str) -> HttpResponse:
    """At most fifty records a page; nothing is stored before its preview was seen."""
    kind, today = kept_kind(slug, request.actor), timezone.localdate()  # type: ignore[attr-defined]
    offices = {each.code: each for each in own_offices(request)}
    codes = {each.name: dict(each.choices) for each in filtering(kind)}
    asked = read_query(request, {OFFICE: offices, **codes, PAGE: None})
    records = kept_records(kind, today, request.actor)  # type: ignore[attr-defined]
    records = records.filter(**{name: asked[name] for name in codes if name in asked})
    if OFFICE in asked:
        records = records.filter(of_offices(kind, [offices[asked[OFFICE]].pk], today))
    areas = [(code, each.area) for code, each in offices.items()]
    filters = [
        make_filter(OFFICE, _("Office"), areas, asked),
        *(make_filter(x.name, heading(x), x.choices, asked) for x in filtering(kind)),
    ]
    page = page_of(in_order(kind, records), asked, size=SIZE)
    context: dict[str, Any] = {
        "kind": kind,
        "page": page,
        "filters": filters,
        "chosen": chosen_words(filters),
        "crumbs": crumbs(kind, {"label": _("Bulk edit")}),
    }
    if request.method != "POST":
        found = standing_records(kind, page.object_list, today)  # type: ignore[arg-type]
        context["bulk"] = Bulk(kind, forms_for(None, found, request.actor))  # type: ignore[attr-defined]
        return drawn(request, context, ReasonForm())
    sent = [int(each) for each in request.POST.getlist("row")[:SIZE] if each.isdecimal()]
    kept = kept_records(kind, today, request.actor).filter(pk__in=sent)  # type: ignore[attr-defined]
    found = standing_records(kind, in_order(kind, kept), today)
    context["bulk"] = Bulk(kind, forms_for(request.POST, found, request.actor))  # type: ignore[attr-defined]
    return edited(request, context, ReasonForm(request.POST))


def own_offices(request: HttpRequest) -> list[RegionalOffice]:
    """The offices that the list can be narrowed to."""
    actor, offices = request.actor, RegionalOffice.objects.all()  # type: ignore[attr-defined]
    if policy.may_review(actor):
        return list(offices)
    return list(offices.filter(pk__in=actor.office_ids))


def in_order(kind: RecordKind, records: QuerySet[Any]) -> QuerySet[Any]:
    """As people look for them."""
    return records.order_by(*(kind.model._meta.ordering or ()), "pk")


def edited(request: HttpRequest, context: dict[str, Any], form: ReasonForm) -> HttpResponse:
    """Store what was looked at; anything else is looked at first."""
    edit: Bulk = context["bulk"]
    rows, actor = edit.rows, request.actor  # type: ignore[attr-defined]
    if request.POST.get("act") == "save" and request.POST.get("seen") == edit.seen:
        form.is_valid()
        try:
            saved = save_rows(edit.kind, rows, reason=form.cleaned_data["reason"], by=actor)
        except (Invalid, Stale):
            context["status"] = 409
        except Refused as refusal:
            context.update({"refusal": refusal, "status": status_of(refusal)})
        else:
            number = len(saved.changing)
            words = ngettext("%(n)d record is saved.", "%(n)d records are saved.", number)
            messages.success(request, words % {"n": number})
            return redirect(request.get_full_path())
    edit.judge(plan(edit.kind, rows, by=actor))
    return drawn(request, context, form)


def drawn(request: HttpRequest, context: dict[str, Any], form: ReasonForm) -> HttpResponse:
    """The page of a bulk edit."""
    edit: Bulk = context["bulk"]
    status = context.pop("status", 0) or (422 if edit.faulty else 200)
    return render(request, "programmes/records_bulk.html", {**context, "form": form}, status=status)
