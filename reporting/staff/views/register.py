from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts import policy
from accounts.doors import permitted
from accounts.past import history_of
from programmes.alignment.sight import sight_of
from programmes.keeping.places import Adding, list_doors, record_doors
from regions.filters import chosen_words, make_filter
from regions.queries import PAGE, page_of, read_query
from reporting.staff.register import KINDS
from reporting.staff.register.kinds import Kind
from reporting.staff.register.showing import sheet_of, table_of


@require_safe
@permitted(policy.may_see_live_data)
def register(request: HttpRequest) -> HttpResponse:
    """What is on record, kind by kind."""
    read_query(request, {})
    counted = counts()
    kinds = [{"kind": kind, "count": counted.get(kind.slug, 0)} for kind in KINDS.values()]
    return render(request, "reporting/staff/register.html", {"kinds": kinds})


def counts() -> dict[str, int]:
    """How many records of each kind there are: one query."""
    first, *others = [counted(kind) for kind in KINDS.values()]
    return dict(first.union(*others, all=True))


def counted(kind: Kind) -> Any:
    """The number of records of one kind, with its name."""
    records = kind.model._default_manager.order_by()
    named = records.annotate(slug_of_kind=Value(kind.slug)).values("slug_of_kind")
    return named.annotate(n=Count("pk")).values_list("slug_of_kind", "n")


@require_safe
@permitted(policy.may_see_live_data)
def register_kind(request: HttpRequest, slug: str) -> HttpResponse:
    """The records of one kind."""
    kind = known_kind(slug)
    options = {each: list(each.options()) for each in kind.filters}
    allowed = {each.name: [code for code, _words in found] for each, found in options.items()}
    asked = read_query(request, {**allowed, PAGE: None})
    chosen = {each.lookup: asked[each.name] for each in kind.filters if each.name in asked}
    page = page_of(kind.rows().filter(**chosen), asked, size=100)
    filters = [make_filter(x.name, str(x.label), found, asked) for x, found in options.items()]
    context = {
        "kind": kind,
        "page": page,
        "table": table_of(kind.title, kind.columns, page.object_list, ""),
        "filters": filters,
        "chosen": chosen_words(filters),
        "doors": list_doors(slug, request.actor),  # type: ignore[attr-defined]
        "crumbs": [register_crumb(), {"label": kind.title}],
    }
    return render(request, "reporting/staff/register_kind.html", context)


@require_safe
@permitted(policy.may_see_live_data)
def register_record(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One record: its fields and where each comes from, what refers to it, its history."""
    read_query(request, {})
    kind = known_kind(slug)
    record = known_record(kind, key)
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    context = {
        "kind": kind,
        "name": kind.name(record),
        "doors": record_doors(slug, record, today, actor),
        "sheet": sheet_of(kind, record, Adding(record, today, actor)),
        "histories": list(histories(kind, record)),
        "ways": [
            *((each.label, reverse(each.page, args=[record.pk])) for each in kind.ways),
            *ways_to_findings(request, slug, record),
        ],
        "admin_url": admin_url(request, record),
        "crumbs": [
            register_crumb(),
            {"label": kind.title, "url": kind.url},
            {"label": kind.name(record)},
        ],
    }
    return render(request, "reporting/staff/register_record.html", context)


def histories(kind: Kind, record: Any) -> Iterator[dict[str, Any]]:
    """What happened to a record, and to what belongs to it."""
    yield {"title": _("This record"), "events": history_of(record, labels=labels_of(kind.fields))}
    for part in kind.parts:
        found = part.record(record)
        if found is not None:
            events = history_of(found, ignored={part.parent}, labels=labels_of(part.fields))
            yield {"title": part.title, "events": events}


def known_kind(slug: str) -> Kind:
    """The kind that an address names."""
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def known_record(kind: Kind, key: str) -> Any:
    """The record that an address names; a malformed key is as unknown as a wrong one."""
    try:
        return kind.rows().get(**{kind.key: key})
    except (ObjectDoesNotExist, ValueError):
        raise Http404 from None


def labels_of(fields: Any) -> dict[str, Any]:
    """The words of a record's fields, for its history."""
    return {each.name: each.label for each in fields}


def admin_url(request: HttpRequest, record: Any) -> str:
    """Where an administrator changes the record."""
    may = policy.may_administer(request.actor)  # type: ignore[attr-defined]
    if not may or not admin.site.is_registered(type(record)):
        return ""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def ways_to_findings(request: HttpRequest, slug: str, record: Any) -> Iterator[tuple[str, str]]:
    """The findings of the country that a record is of, for those who see them."""
    countries = {"countries": lambda: record, "programme-documents": lambda: record.country}
    if slug in countries:
        iso3 = countries[slug]().iso3
        if sight_of(request.actor, timezone.localdate()).sees_country(iso3):  # type: ignore[attr-defined]
            yield _("Findings on alignment"), reverse("alignment-country", args=[iso3])


def register_crumb() -> dict[str, str]:
    """The way back to the index."""
    return {"label": _("Register"), "url": reverse("register")}
