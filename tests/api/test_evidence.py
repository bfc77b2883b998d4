import pytest

from checklist.models import Evidence
from tests.factories import caller, make_evidence, make_office

pytestmark = pytest.mark.django_db
EVIDENCE = "/api/v1/evidence/"
LINK = {"kind": "link", "title": "Minutes", "link": "https://example.org/minutes"}


@pytest.fixture
def africa():
    return caller("regional_office", make_office("ROAF"))


def post(client, body, **headers):
    return client.post(EVIDENCE, body, content_type="application/json", headers=headers)


def test_a_link_is_put_on_file_and_found_by_its_id(africa):
    reply = post(africa, {**LINK, "dated_on": "2026-05-31"})

    shape = reply.json()
    assert (reply.status_code, reply["Location"]) == (201, shape["url"])
    assert shape == {
        "url": f"http://testserver/api/v1/evidence/{shape['id']}/",
        "display": "Minutes",
        "updated_at": shape["updated_at"],
        "provenance": {"kind": "entered", "source": ""},
        "id": shape["id"],
        "office": "ROAF",
        "kind": "link",
        "title": "Minutes",
        "link": "https://example.org/minutes",
        "reference": "",
        "dated_on": "2026-05-31",
        "file": None,
    }
    assert africa.get(shape["url"]).json() == shape


def test_the_web_address_is_also_taken_as_url(africa):
    reply = post(africa, {"kind": "link", "title": "Minutes", "url": "https://example.org/"})

    assert (reply.status_code, reply.json()["link"]) == (201, "https://example.org/")


def test_a_document_is_put_on_file_by_its_reference(africa):
    reply = post(africa, {"kind": "document", "title": "Note", "reference": "HSP/EB.2025/8"})

    assert (reply.status_code, reply.json()["reference"]) == (201, "HSP/EB.2025/8")


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"kind": "file"}, "/kind", "unknown_kind"),
        ({"kind": ""}, "/kind", "required"),
        ({"title": ""}, "/title", "required"),
        ({"title": 7}, "/title", "not_a_text"),
        ({"title": "x" * 201}, "/title", "too_long"),
        ({"link": ""}, "/link", "required"),
        ({"link": "javascript:alert(1)"}, "/link", "not_a_web_address"),
        ({"link": "ftp://example.org/"}, "/link", "not_a_web_address"),
        ({"kind": "document"}, "/reference", "required"),
        ({"dated_on": "2026-02-30"}, "/dated_on", "invalid_date"),
        ({"titel": "x"}, "/titel", "unknown_field"),
    ],
)
def test_evidence_that_cannot_be_found_again_is_refused(africa, changes, pointer, code):
    reply = post(africa, {**LINK, **changes})

    assert reply.status_code == 422
    assert (pointer, code) in {(e["pointer"], e["code"]) for e in reply.json()["errors"]}
    assert not Evidence.objects.exists()


def test_a_title_with_a_direction_mark_is_refused(africa):
    reply = post(africa, {**LINK, "title": "\u202egnp.exe"})

    assert (reply.status_code, reply.json()["code"]) == (400, "bad_character")


def test_an_office_puts_nothing_on_file_for_another_existing_or_not(africa):
    make_office("ROAS")

    replies = [post(africa, {**LINK, "office": code}) for code in ("ROAS", "NOWHERE")]

    assert [(r.status_code, r.json()["code"]) for r in replies] == [(403, "not_your_office")] * 2
    assert not Evidence.objects.exists()


def test_somebody_of_two_offices_says_for_which():
    client = caller("regional_office", make_office("ROAF"), make_office("ROAS"))

    without, with_office = post(client, LINK), post(client, {**LINK, "office": "ROAS"})

    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (422, "/office")
    assert (with_office.status_code, with_office.json()["office"]) == (201, "ROAS")


def test_the_secretariat_puts_evidence_on_file_for_an_office():
    make_office("ROAS")
    client = caller("secretariat")

    assert post(client, LINK).status_code == 422
    assert post(client, {**LINK, "office": "ROAX"}).json()["errors"][0]["code"] == "unknown_office"
    assert post(client, {**LINK, "office": "ROAS"}).status_code == 201


def test_an_office_sees_its_own_evidence_only(africa):
    other = make_evidence(make_office("ROAS"))
    own = make_evidence(make_office("ROAF"))

    assert [each["id"] for each in africa.get(EVIDENCE).json()["results"]] == [str(own.pk)]
    assert africa.get(f"{EVIDENCE}{other.pk}/").status_code == 404
    assert africa.get(f"{EVIDENCE}not-an-id/").status_code == 404


def test_the_same_key_puts_it_on_file_once(africa):
    first, second = (post(africa, LINK, **{"Idempotency-Key": "k1"}) for _ in range(2))

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize("number", [1, 100])
def test_the_list_costs_the_same_for_1_and_for_100(africa, number, django_assert_num_queries):
    for _ in range(number):
        make_evidence(make_office("ROAF"))

    with django_assert_num_queries(5):
        reply = africa.get(f"{EVIDENCE}?limit=100")

    assert len(reply.json()["results"]) == number
