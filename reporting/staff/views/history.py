import re
from operator import itemgetter
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts import policy
from accounts.doors import permitted
from accounts.models import User
from accounts.past import history_of
from regions.filters import chosen_words, make_filter
from regions.queries import read_query
from reporting.staff.history.grouping import entries
from reporting.staff.history.kinds import KINDS, Recorded
from reporting.staff.history.reading import read

SEEN: Final = re.compile(r"[a-z-]{1,40}\.[0-9]{1,18}(,[a-z-]{1,40}\.[0-9]{1,18}){0,40}")


@require_safe
@permitted(policy.may_see_every_office)
def history(request: HttpRequest) -> HttpResponse:
    """Every change on record, newest first, of all kinds or one, by everybody or one person."""
    people = {user.pk: str(user) for user in User.objects.only("full_name", "email")}
    codes = {"kind": list(KINDS), "person": [str(pk) for pk in people]}
    asked = read_query(request, {**codes, "before": SEEN})
    kinds = [KINDS[asked["kind"]]] if "kind" in asked else []
    person = int(asked["person"]) if "person" in asked else None
    chapter = read(kinds, person=person, seen=seen_in(asked.get("before", "")))
    filters = [
        make_filter("kind", _("Kind of record"), kind_choices(), asked),
        make_filter("person", _("Person"), [(str(pk), name) for pk, name in people.items()], asked),
    ]
    context = {
        "entries": entries(chapter.lines, people),
        "older": older(chapter.seen),
        "is_first": "before" not in asked,
        "filters": filters,
        "chosen": chosen_words(filters),
        "clear_url": reverse("history"),
    }
    return render(request, "reporting/staff/history.html", context)


def kind_choices() -> list[tuple[str, str]]:
    """The kinds by their names."""
    return sorted(((kind.slug, str(kind.title)) for kind in KINDS.values()), key=itemgetter(1))


def seen_in(words: str) -> dict[str, int]:
    """The last event seen of each kind, as an address carries it."""
    marks = [each.split(".") for each in words.split(",") if each]
    return {kind: int(number) for kind, number in marks if kind in KINDS}


def older(seen: dict[str, int]) -> str:
    """The same for the next page; nothing when this one is the last."""
    return ",".join(f"{kind}.{number}" for kind, number in seen.items())


@require_safe
@permitted(policy.may_see_every_office)
def history_record(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """What happened to one record, also when it is there no more."""
    read_query(request, {})
    if slug not in KINDS:
        raise Http404
    kind = KINDS[slug]
    events = history_of(record_of(kind, key), ignored=kind.hidden)
    if not events:
        raise Http404
    title = _("%(kind)s %(name)s") % {"kind": kind.title, "name": name_of(kind, key)}
    context = {
        "title": title,
        "events": events,
        "crumbs": [{"label": _("History"), "url": reverse("history")}, {"label": title}],
    }
    return render(request, "reporting/staff/history_record.html", context)


def record_of(kind: Recorded, key: str) -> Any:
    """The record that an address names, whether or not it still stands in its table."""
    try:
        return kind.model(pk=kind.model._meta.pk.to_python(key))
    except Exception as error:
        raise Http404 from error


def name_of(kind: Recorded, key: str) -> str:
    """What the record was called last."""
    events = kind.events.filter(pgh_obj_id=key).order_by("-pgh_id")
    return str(events.annotate(record_name=kind.name).values_list("record_name", flat=True)[0])
