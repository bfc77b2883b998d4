"""The pages of a publication: each names its section, what it says, and its filters."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.doors import permitted
from accounts.policy import may_see_publications
from reporting.pages import (
    calendar,
    countries,
    country,
    documents,
    items,
    mechanisms,
    method,
    offices,
    overview,
    pillars,
    register,
    teams,
)
from reporting.views import filters
from reporting.views.published import published_page

for_readers = permitted(may_see_publications)


@for_readers
def show_overview(request: HttpRequest, **scope: Any) -> HttpResponse:
    return published_page(request, "overview", overview.page, "overview", scope)


@for_readers
def show_offices(request: HttpRequest, **scope: Any) -> HttpResponse:
    return published_page(request, "offices", offices.offices_page, "offices", scope)


@for_readers
def show_office(request: HttpRequest, code: str, **scope: Any) -> HttpResponse:
    return published_page(request, f"office:{code}", offices.office_page, "office", scope)


@for_readers
def show_countries(request: HttpRequest, **scope: Any) -> HttpResponse:
    known = {
        "office": filters.offices,
        "presence": filters.presences,
        "projects": filters.on_record,
        "analysis": filters.on_record,
        "covered_on": filters.days,
    }
    return published_page(request, "countries", countries.countries_page, "countries", scope, known)


@for_readers
def show_country(request: HttpRequest, code: str, **scope: Any) -> HttpResponse:
    return published_page(request, f"country:{code}", country.country_page, "country", scope)


@for_readers
def show_teams(request: HttpRequest, **scope: Any) -> HttpResponse:
    return published_page(request, "teams", teams.teams_page, "teams", scope)


@for_readers
def show_team(request: HttpRequest, code: str, **scope: Any) -> HttpResponse:
    return published_page(request, f"team:{code}", teams.team_page, "team", scope)


@for_readers
def show_pillars(request: HttpRequest, **scope: Any) -> HttpResponse:
    known = {
        "kind": filters.kinds,
        "constraint": filters.constraints,
        "office": filters.offices,
    }
    return published_page(request, "pillars", pillars.pillars_page, "pillars", scope, known)


@for_readers
def show_pillar(request: HttpRequest, code: str, **scope: Any) -> HttpResponse:
    known = {"office": filters.offices}
    return published_page(request, f"pillar:{code}", pillars.pillar_page, "pillar", scope, known)


@for_readers
def show_item(request: HttpRequest, code: str, **scope: Any) -> HttpResponse:
    known = {
        "kind": filters.kinds,
        "constraint": filters.constraints,
        "office": filters.offices,
    }
    return published_page(request, f"item:{code}", items.item_page, "item", scope, known)


@for_readers
def show_frameworks(request: HttpRequest, **scope: Any) -> HttpResponse:
    known = {
        "office": filters.offices,
        "signatory": filters.signatures,
        "level": filters.levels,
        "running_on": filters.days,
    }
    return published_page(
        request, "frameworks", register.frameworks_page, "frameworks", scope, known
    )


@for_readers
def show_framework_calendar(request: HttpRequest, **scope: Any) -> HttpResponse:
    build, known = calendar.calendar_page, {"office": filters.offices}
    return published_page(request, "frameworks", build, "framework_calendar", scope, known)


@for_readers
def show_programme_documents(request: HttpRequest, **scope: Any) -> HttpResponse:
    known = {
        "office": filters.offices,
        "generation": filters.generations,
        "derived": filters.on_record,
        "running": filters.on_record,
        "on_record_on": filters.days,
    }
    build = register.programme_documents_page
    return published_page(
        request, "programme-documents", build, "programme_documents", scope, known
    )


@for_readers
def show_mechanisms(request: HttpRequest, **scope: Any) -> HttpResponse:
    return published_page(request, "mechanisms", mechanisms.mechanisms_page, "mechanisms", scope)


@for_readers
def show_documents(request: HttpRequest, **scope: Any) -> HttpResponse:
    return published_page(request, "documents", documents.documents_page, "documents", scope)


@for_readers
def show_method(request: HttpRequest, **scope: Any) -> HttpResponse:
    return published_page(request, "method", method.method_page, "method", scope)
