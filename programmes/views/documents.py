"""What the pages of a programme document have in common."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.models import CountryProgrammeDocument
from programmes.pages.words import name_of


def known_document(number: str) -> CountryProgrammeDocument:
    """The document of the address; programme documents are known to all staff."""
    rows = CountryProgrammeDocument.objects.select_related("country", "framework__team")
    return get_object_or_404(rows, pk=number)


def crumbs(document: CountryProgrammeDocument, here: str) -> list[dict[str, str]]:
    """The way back over the register."""
    slug = "programme-documents"
    return [
        {"label": _("Register"), "url": reverse("register")},
        {"label": _("Programme documents"), "url": reverse("register-kind", args=[slug])},
        {"label": name_of(document), "url": reverse("register-record", args=[slug, document.pk])},
        {"label": here},
    ]


def sent(request: HttpRequest) -> str:
    """Which act a form asks for."""
    return request.POST.get("act", "") if request.method == "POST" else ""
