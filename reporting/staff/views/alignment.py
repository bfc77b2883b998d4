"""Pages of the rules of alignment: the whole, one rule, one office, one country, the calendar."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import policy
from accounts.doors import permitted
from programmes.alignment.sight import Sight, sight_of
from programmes.models import AlignmentRule, Severity
from regions.filters import chosen_words, make_filter
from regions.languages import in_language
from regions.models import Country, RegionalOffice
from regions.queries import read_query
from reporting.pages.calendar import calendar
from reporting.pages.findings import title_of
from reporting.snapshots.sections.framework_ends import told
from reporting.snapshots.sections.offices import served_by
from reporting.snapshots.snapshot import Snapshot
from reporting.staff.alignment import pages
from reporting.staff.alignment.forms import RuleForm
from reporting.staff.alignment.live import live
from reporting.staff.alignment.records import Desk
from reporting.staff.register.kinds import record_url
from reporting.staff.views.alignment_acts import keep_setting


def outcome_words() -> list[tuple[str, str]]:
    """The outcomes as a filter names them."""
    return [
        ("finding", _("findings")),
        ("dismissed", _("set aside")),
        ("not_checkable", _("could not be checked")),
        ("passed", _("met")),
    ]


def actor_of(request: HttpRequest) -> Any:
    """Who asks; the door has seen to it that somebody does."""
    return request.actor  # type: ignore[attr-defined]


def desk_of(request: HttpRequest, day: date, sight: Sight) -> Desk:
    """The findings of today as this person sees them."""
    return Desk(live(day, sight), policy.may_dismiss_findings(actor_of(request)))


@require_safe
@permitted(policy.may_see_live_data)
def alignment(request: HttpRequest) -> HttpResponse:
    """Every rule with the counts of its outcomes, and the offices."""
    day = timezone.localdate()
    sight = sight_of(actor_of(request), day)
    offices = [each for each in RegionalOffice.objects.all() if sight.sees_office(each.code)]
    choices = {
        "office": [(each.code, each.area) for each in offices],
        "severity": [(str(code), str(words)) for code, words in Severity.choices],
        "outcome": outcome_words(),
    }
    asked = read_query(request, {name: dict(options) for name, options in choices.items()})
    labels = {"office": _("Office"), "severity": _("Weight"), "outcome": _("Outcome")}
    filters = [make_filter(name, labels[name], found, asked) for name, found in choices.items()]
    context = {
        "page": pages.summary(live(day, sight), asked),
        "day": day,
        "filters": filters,
        "chosen": chosen_words(filters),
        "here": reverse("alignment"),
    }
    return render(request, "reporting/staff/alignment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(policy.may_see_live_data)
def alignment_rule(request: HttpRequest, code: str) -> HttpResponse:
    """What a rule compares, how it is set, and all that it says; the secretariat sets it."""
    read_query(request, {})
    rule = get_object_or_404(AlignmentRule, pk=code)
    may_set = policy.may_set_rules(actor_of(request))
    form = RuleForm(rule, request.POST or None) if may_set else None
    if request.method == "POST":
        kept = keep_setting(request, rule, form)
        if kept is not None:
            return kept
    day = timezone.localdate()
    desk = desk_of(request, day, sight_of(actor_of(request), day))
    context = {
        "rule": rule,
        "name": title_of(code, {"condition": rule.condition}),
        "page": pages.rule_page(desk, code),
        "thresholds": RuleForm(rule).thresholds,
        "form": form,
        "day": day,
        "crumbs": [crumb(), {"label": code}],
    }
    return render(request, "reporting/staff/alignment_rule.html", context, status=state_of(form))


def state_of(form: RuleForm | None) -> int:
    """What was written is 422, what somebody else set meanwhile 409."""
    if form is None:
        return 200
    return 409 if form.is_overtaken else 422 if form.errors else 200


@require_safe
@permitted(policy.may_see_live_data)
def alignment_office(request: HttpRequest, code: str) -> HttpResponse:
    """What the rules say of an office and of the countries it serves."""
    read_query(request, {})
    day = timezone.localdate()
    sight = sight_of(actor_of(request), day)
    if not sight.sees_office(code):
        raise Http404
    office = get_object_or_404(RegionalOffice, code=code)
    context = {
        "page": pages.office_page(desk_of(request, day, sight), code),
        "day": day,
        "crumbs": [crumb(), {"label": office.area}],
    }
    return render(request, "reporting/staff/alignment_office.html", context)


@require_safe
@permitted(policy.may_see_live_data)
def alignment_country(request: HttpRequest, code: str) -> HttpResponse:
    """The time line of a country and all that the rules say of it."""
    read_query(request, {})
    day = timezone.localdate()
    sight = sight_of(actor_of(request), day)
    if not sight.sees_country(code):
        raise Http404
    country = get_object_or_404(Country, iso3=code)
    desk = desk_of(request, day, sight)
    context = {
        "page": pages.country_page(desk, code, rtl=get_language_bidi()),
        "day": day,
        "record_url": record_url("countries", code),
        "crumbs": [crumb(), *office_crumb(desk.snapshot, code), {"label": country.name}],
    }
    return render(request, "reporting/staff/alignment_country.html", context)


@require_safe
@permitted(policy.may_see_live_data)
def alignment_calendar(request: HttpRequest) -> HttpResponse:
    """Which frameworks end in the next 18 months, as the register stands today."""
    day = timezone.localdate()
    sight = sight_of(actor_of(request), day)
    offices = [each for each in RegionalOffice.objects.all() if sight.sees_office(each.code)]
    choices = [(each.code, each.area) for each in offices]
    asked = read_query(request, {"office": dict(choices)})
    filters = [make_filter("office", _("Office"), choices, asked)]
    snapshot = live(day, sight)
    wanted = {asked["office"]} if "office" in asked else {code for code, _area in choices}
    found = [row for row in snapshot.records["frameworks"] if row["office"] in wanted]
    rows = [told(snapshot, row) for row in found]
    areas = {code: in_language(row["area_names"]) for code, row in snapshot.offices.items()}
    context = {
        "calendar": calendar(rows, areas, day, team_address, rtl=get_language_bidi()),
        "day": day,
        "filters": filters,
        "chosen": chosen_words(filters),
        "here": reverse("alignment-calendar"),
        "crumbs": [crumb(), {"label": _("Calendar of framework ends")}],
    }
    return render(request, "reporting/staff/alignment_calendar.html", context)


def team_address(row: Any) -> str:
    """The findings of the country, or the record of a team that serves several."""
    if len(row["countries"]) == 1:
        return reverse("alignment-country", args=row["countries"])
    return record_url("teams", row["code"])


def crumb() -> dict[str, str]:
    """The way back to all rules."""
    return {"label": _("Alignment"), "url": reverse("alignment")}


def office_crumb(snapshot: Snapshot, iso3: str) -> list[dict[str, str]]:
    """The office that serves a country, where one does."""
    for code, office in snapshot.offices.items():
        if iso3 in {row["iso3"] for row in served_by(snapshot, code)}:
            url = reverse("alignment-office", args=[code])
            return [{"label": in_language(office["area_names"]), "url": url}]
    return []
