import pytest
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import path
from django.utils.translation import get_language


def spoken(request):
    return HttpResponse(get_language())


urlpatterns = [
    path("api/v1/spoken/", spoken),
    *i18n_patterns(path("spoken/", spoken), prefix_default_language=False),
]


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.mark.parametrize(
    ("address", "language"),
    [("/spoken/", "en"), ("/ar/spoken/", "ar"), ("/zh-hans/spoken/", "zh-hans")],
)
def test_the_address_alone_decides_the_language_of_a_page(client, address, language):
    response = client.get(address, headers={"Accept-Language": "fr"})

    assert response.content.decode() == language
    assert response.headers["Content-Language"] == language


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("fr", "fr"),
        ("de, fr-CA;q=0.8, en;q=0.1", "fr"),
        ("zh-CN", "zh-hans"),
        ("en;q=0.1, ru", "ru"),
        ("de", "en"),
        ("*", "en"),
        ("x" * 10_000, "en"),
        ("\x00;q=nan,, ;", "en"),
    ],
)
def test_the_api_speaks_the_first_language_that_is_asked_for_and_spoken(client, accepted, language):
    response = client.get("/api/v1/spoken/", headers={"Accept-Language": accepted})

    assert response.content.decode() == language
    assert response.headers["Content-Language"] == language


def test_one_request_leaves_no_language_behind_for_the_next(client):
    client.get("/api/v1/spoken/", headers={"Accept-Language": "ar"})

    assert client.get("/spoken/").content == b"en"
