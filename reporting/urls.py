"""Addresses of the Board's pages: of the latest publication, or below one that is named."""

from django.urls import URLPattern, URLResolver, include, path

from reporting.views import evidence, notes, papers, publications
from reporting.views.board import OVERVIEW, PAGES, paths

BELOW: list[URLPattern | URLResolver] = [
    *(each for page in PAGES for each in paths(page)),
    path("papers/note/", notes.show_note, name="note"),
    path("papers/", papers.show_papers, name="papers"),
    path("papers/<slug:paper>.<slug:form>", papers.send_paper, name="paper"),
]

PUBLICATION = "publications/<slug:round>/<int:number>/"
PREVIEW = "rounds/<slug:preview>/preview/"

urlpatterns: list[URLPattern | URLResolver] = [
    *paths(OVERVIEW),
    *BELOW,
    path("publications/", publications.show_publications, name="publications"),
    path(PUBLICATION, publications.show_publication, name="publication"),
    path(f"{PUBLICATION}verification/", publications.show_verification, name="verification"),
    path(f"{PUBLICATION}canonical.json", publications.download, name="canonical"),
    *paths(OVERVIEW, f"{PUBLICATION}overview/"),
    path(PUBLICATION, include(BELOW)),
    *paths(OVERVIEW, PREVIEW),
    path(PREVIEW, include(BELOW)),
    path("evidence/<uuid:key>/", evidence.download, name="evidence"),
]
