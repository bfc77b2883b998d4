"""`publications/{round}/{number}/papers/{paper}.{form}`: the papers of the Board as files."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from api.errors import Problem, not_found
from api.pagination import refuse_parameter
from api.v1.publications import KEPT, OnePublication
from regions.downloads import attachment
from regions.languages import CODES
from reporting.models import PaperFile, Publication
from reporting.papers.kinds import MEDIA, PaperName, paper_named
from reporting.papers.making import kept_or_made
from reporting.papers.printers import NotPrinted
from reporting.papers.turns import StillMaking

AGAIN = {"Retry-After": "3"}


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
        """The same bytes ever after; 202 while another request makes it and is not done."""
        publication = Publication.objects.select_related("round__session").get(pk=self.row()["pk"])
        paper = self.paper(publication)
        try:
            file = kept_or_made(publication, paper, self.language(), keys["form"])
        except NotPrinted as failure:
            raise Problem(503, failure.code, failure.message) from None
        except StillMaking:
            words = _("The paper is being made. Ask again in a moment.")
            raise Problem(202, "being_made", words, headers=AGAIN) from None
        return unless_known(request, file) or send(file, publication)

    def paper(self, publication: Publication) -> PaperName:
        """The paper of the address, in a form that it has."""
        paper = paper_named(self.kwargs["paper"])
        if paper is None or self.kwargs["form"] not in paper.forms:
            raise not_found()
        if not publication.sections.filter(key=paper.section).exists():
            raise not_found()
        return paper

    def language(self) -> str:
        """One of the six, or the reader's own."""
        code = self.request.query_params.get("language", self.actor.user.language)
        if code not in CODES:
            words = _("Use one of: %(allowed)s.") % {"allowed": ", ".join(CODES)}
            raise refuse_parameter("language", "bad_value", words)
        return code


def unless_known(request: Request, file: PaperFile) -> HttpResponse | None:
    """304 for a client that has it."""
    known = get_conditional_response(request._request, etag=f'"{file.sha256}"')
    return known if isinstance(known, HttpResponse) else None


def send(file: PaperFile, publication: Publication) -> HttpResponse:
    """The bytes, with their digest as the tag."""
    name = f"{publication.round.code}-{publication.number}-{file.paper}-{file.language}.{file.form}"
    headers = {
        "Content-Disposition": attachment(name),
        "ETag": f'"{file.sha256}"',
        "Cache-Control": KEPT,
    }
    return HttpResponse(bytes(file.content), content_type=MEDIA[file.form], headers=headers)
