"""The language of an answer: an address decides for pages, `Accept-Language` for the API."""

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from habitat_reform.rooms import API


def accepted_language(request: HttpRequest) -> str:
    """The first language asked for that we speak, English otherwise."""
    for name, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return translation.get_supported_language_variant(name)
        except LookupError:
            continue
    return "en"


class LanguageMiddleware(LocaleMiddleware):
    """Django's own ignores `Accept-Language` where the default language has no prefix."""

    def process_request(self, request: HttpRequest) -> None:
        if not request.path.startswith(API):
            super().process_request(request)
            return
        translation.activate(accepted_language(request))
        request.LANGUAGE_CODE = translation.get_language()
