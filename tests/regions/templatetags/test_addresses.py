import pytest
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.template import Context
from django.test import RequestFactory
from django.urls import path
from django.utils.translation import override

from regions.templatetags.addresses import home_address, language_links, with_query


def page(request, code=""):
    return HttpResponse(code)


urlpatterns = [
    path("livez", page, name="livez"),
    *i18n_patterns(
        path("", page, name="home"),
        path("offices/<str:code>/", page, name="office"),
        prefix_default_language=False,
    ),
]

pytestmark = pytest.mark.urls(__name__)


def urls(address, language="en"):
    context = Context({"request": RequestFactory().get(address)})
    with override(language):
        return {link.code: link.url for link in language_links(context)}


def test_each_language_keeps_the_page_and_the_query():
    assert urls("/offices/ROAF/?order=name&page=2") == {
        "ar": "/ar/offices/ROAF/?order=name&page=2",
        "zh-hans": "/zh-hans/offices/ROAF/?order=name&page=2",
        "en": "/offices/ROAF/?order=name&page=2",
        "fr": "/fr/offices/ROAF/?order=name&page=2",
        "ru": "/ru/offices/ROAF/?order=name&page=2",
        "es": "/es/offices/ROAF/?order=name&page=2",
    }


def test_from_arabic_the_way_back_has_no_prefix():
    assert urls("/ar/offices/ROAF/?page=2", "ar")["en"] == "/offices/ROAF/?page=2"


@pytest.mark.parametrize("address", ["/livez", "/nothing/here/", "//elsewhere.example/", "/%00/"])
def test_a_page_without_other_languages_leads_to_their_first_page(address):
    assert urls(address)["fr"] == "/fr/"


def test_without_a_request_the_links_lead_to_the_first_pages():
    with override("fr"):
        links = {link.code: link for link in language_links(Context())}
    assert (links["en"].url, links["ar"].url, links["fr"].url) == ("/", "/ar/", "/fr/")


def test_each_language_is_named_in_its_own_words_and_direction():
    with override("ar"):
        links = language_links(Context())
    assert [(link.name, link.direction, link.is_current) for link in links] == [
        ("العربية", "rtl", True),
        ("中文", "ltr", False),
        ("English", "ltr", False),
        ("Français", "ltr", False),
        ("Русский", "ltr", False),
        ("Español", "ltr", False),
    ]


def test_the_first_page_is_that_of_the_language():
    with override("ar"):
        assert home_address() == "/ar/"
    with override("en"):
        assert home_address() == "/"


def test_a_query_keeps_what_it_does_not_change():
    context = Context({"request": RequestFactory().get("/?page=2&office=ROAF&office=ROAS")})
    assert with_query(context, page=3) == "?office=ROAF&office=ROAS&page=3"
    assert with_query(context, page=None, office="") == "?"
    assert with_query(Context(), page=3) == "?page=3"
