"""`publications/{round}/{number}/papers/{paper}.{form}`: the papers of the Board as files."""

from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from api.errors import Problem, not_found
from api.requests import wanted_language
from api.v1.publications import OnePublication
from regions.languages import CODES
from reporting.models import Publication
from reporting.papers.kinds import MEDIA, PaperName, paper_named
from reporting.papers.making import kept_or_made
from reporting.papers.printers import NotPrinted
from reporting.papers.turns import AGAIN, StillMaking
from reporting.rebuilding import edition_of
from reporting.views.sending import send_kept

LATER = {"Retry-After": str(AGAIN)}


class Paper(OnePublication):
    """A paper, made at the first request and kept; it is a file whatever `Accept` says."""

    parameters = ("language",)

    @extend_schema(
        responses={(200, media): OpenApiTypes.BINARY for media in MEDIA.values()}
        | {202: OpenApiTypes.OBJECT},
        parameters=[
            OpenApiParameter("language", str, enum=CODES, description="Left out: one's own."),
        ],
        operation_id="publications_paper",
    )
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The same bytes ever after; 202 while it is made and not done."""
        publication = self.publication()
        paper, language = self.paper(publication), wanted_language(request, self.actor)
        try:
            file = kept_or_made(publication, paper, language, keys["form"])
        except NotPrinted as failure:
            raise Problem(503, failure.code, failure.message) from None
        except StillMaking as still:
            raise Problem(202, "being_made", still.message, headers=LATER) from None
        return send_kept(request._request, edition_of(publication), file)

    def publication(self) -> Publication:
        """The publication of the address, without its file."""
        rows = Publication.objects.select_related("round__session").defer("canonical", "manifest")
        return rows.get(pk=self.row()["pk"])

    def paper(self, publication: Publication) -> PaperName:
        """The paper of the address, in a form that it has."""
        paper = paper_named(self.kwargs["paper"])
        if paper is None or self.kwargs["form"] not in paper.forms:
            raise not_found()
        if not publication.sections.filter(key=paper.section).exists():
            raise not_found()
        return paper
