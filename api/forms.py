"""Forms that bring a file: read by the framework, then held to the rules of every other body."""

from typing import Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request

from accounts.refusals import Fault, Invalid
from api.bodies import check_characters
from api.requests import invalid, refuse_unknown


class FormParser(MultiPartParser):
    """`multipart/form-data`, from a script or from a browser."""


def is_form(request: Request) -> bool:
    """Whether fields and files were sent rather than a JSON value."""
    return isinstance(request.data, QueryDict)


def form_values(request: Request, known: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a form; one that stands there twice is a slip that is not guessed away."""
    form = cast(QueryDict, request.data)
    values: dict[str, Any] = form.dict()
    check_characters({name: text for name, text in values.items() if isinstance(text, str)})
    refuse_unknown(values, known)
    doubled = [name for name, sent in form.lists() if len(sent) > 1]
    if doubled:
        words = _("At most %(most)d are taken here.") % {"most": 1}
        raise Invalid([Fault(f"/{name}", "too_many", words) for name in doubled])
    return values


def file_in(values: dict[str, Any], name: str = "file") -> UploadedFile:
    """The file of a form."""
    sent = values.get(name)
    if not isinstance(sent, UploadedFile):
        raise invalid(f"/{name}", "required", _("This field is required."))
    return sent
