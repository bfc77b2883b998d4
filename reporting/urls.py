"""Addresses of the Board's pages: of the latest publication, or below one that is named."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from reporting.views import evidence, pages, publications

CODE = r"(?P<code>[A-Z][A-Z0-9-]{1,11})"

PAGES: list[URLPattern | URLResolver] = [
    path("offices/", pages.show_offices, name="offices"),
    re_path(rf"^offices/{CODE}/$", pages.show_office, name="office"),
    path("countries/", pages.show_countries, name="countries"),
    re_path(rf"^countries/{CODE}/$", pages.show_country, name="country"),
    path("teams/", pages.show_teams, name="teams"),
    re_path(rf"^teams/{CODE}/$", pages.show_team, name="team"),
    path("pillars/", pages.show_pillars, name="pillars"),
    re_path(rf"^pillars/{CODE}/$", pages.show_pillar, name="pillar"),
    re_path(rf"^items/{CODE}/$", pages.show_item, name="item"),
    path("frameworks/", pages.show_frameworks, name="frameworks"),
    path("frameworks/calendar/", pages.show_framework_calendar, name="framework-calendar"),
    path("programme-documents/", pages.show_programme_documents, name="programme-documents"),
    path("mechanisms/", pages.show_mechanisms, name="mechanisms"),
    path("documents/", pages.show_documents, name="documents"),
    path("method/", pages.show_method, name="method"),
]

PUBLICATION = "publications/<slug:round>/<int:number>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.show_overview, name="overview"),
    *PAGES,
    path("publications/", publications.show_publications, name="publications"),
    path(PUBLICATION, publications.show_publication, name="publication"),
    path(f"{PUBLICATION}canonical.json", publications.download, name="canonical"),
    path(f"{PUBLICATION}overview/", pages.show_overview, name="overview"),
    path(PUBLICATION, include(PAGES)),
    path("evidence/<uuid:key>/", evidence.download, name="evidence"),
]
