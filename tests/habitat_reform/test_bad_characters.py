import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from habitat_reform import urls as site
from habitat_reform.bad_characters import BadCharacterMiddleware

SAYS = "The request holds a NUL character. Nothing was saved."


def reads_form(request):
    return HttpResponse(request.POST.get("name", ""))


def asks_the_database(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", ["a\x00b"])
    return HttpResponse()


urlpatterns = [
    path("form/", reads_form),
    path("asks/", asks_the_database),
    path("api/asks/", asks_the_database),
    *site.urlpatterns,
]
handler500 = site.handler500


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.mark.parametrize("address", ["/offices/%00/", "/offices/?q=a%00b", "/offices/?%00=1"])
def test_a_nul_in_a_pages_address_is_refused_in_words(client, address):
    response = client.get(address)

    assert response.status_code == 400
    assert SAYS in response.content.decode()


@pytest.mark.parametrize("address", ["/api/v1/offices/%00/", "/api/v1/offices/?q=%00"])
def test_a_nul_in_an_address_of_the_api_is_a_problem_with_a_code(client, address):
    response = client.get(address, headers={"X-Request-ID": "roaf-2026.05_7"})

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "code": "bad_character",
        "detail": SAYS,
        "request_id": "roaf-2026.05_7",
        "errors": [],
        "error_count": 0,
    }


@pytest.mark.parametrize("fields", [{"name": "a\x00b"}, {"na\x00me": "b"}])
@pytest.mark.parametrize("content_type", [None, "application/x-www-form-urlencoded"])
def test_a_nul_in_a_form_is_refused_before_the_view(client, fields, content_type):
    body = fields if content_type is None else "&".join(f"{n}={v}" for n, v in fields.items())
    options = {} if content_type is None else {"content_type": content_type}

    assert client.post("/form/", body, **options).status_code == 400


def test_a_nul_spelled_out_in_a_cookie_is_refused():
    request = RequestFactory().get("/", headers={"Cookie": r'session="a\000b"'})

    response = BadCharacterMiddleware(lambda request: HttpResponse("served"))(request)

    assert response.status_code == 400


@pytest.mark.parametrize("address", ["/form/?q=%2500", "/form/?q=a%20b"])
def test_what_only_looks_like_one_is_served(client, address):
    assert client.post(address, {"name": "%00"}).content == b"%00"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/asks/", "/api/asks/"])
def test_one_that_gets_through_to_the_database_is_still_no_500(client, address):
    response = client.get(address)

    assert response.status_code == 400
    assert SAYS in response.content.decode()
