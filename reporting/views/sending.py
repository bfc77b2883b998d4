"""A paper on its way to a reader: under its name, and not at all to who has it."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from regions.downloads import attachment
from reporting.models import PaperFile
from reporting.pages.editions import Edition
from reporting.papers.kinds import MEDIA
from reporting.views.published import kept_private
from reporting.views.tables import file_stem


def send_kept(request: HttpRequest, edition: Edition, file: PaperFile) -> HttpResponse:
    """The bytes that were kept, with their digest as the tag; read only where they are sent."""
    tag = f'"{file.sha256}"'
    found = get_conditional_response(request, etag=tag) or send(
        bytes(file.content), edition, file.paper, file.language, file.form
    )
    return kept_private(found, tag)


def send(content: bytes, edition: Edition, paper: str, language: str, form: str) -> HttpResponse:
    """The paper as a download."""
    name = f"{file_stem(edition)}-{paper}-{language}.{form}"
    headers = {"Content-Disposition": attachment(name)}
    return HttpResponse(content, content_type=MEDIA[form], headers=headers)
