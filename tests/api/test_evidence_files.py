import base64
import hashlib

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from checklist.models import Evidence
from tests.checklist.filing.files import PDF, upload
from tests.factories import caller, make_evidence, make_office, make_user

pytestmark = pytest.mark.django_db
EVIDENCE = "/api/v1/evidence/"
DIGEST = hashlib.sha256(PDF).hexdigest()


@pytest.fixture
def africa():
    return caller("regional_office", make_office("ROAF"))


def send(client, content=PDF, name="Minutes.pdf", key="", **fields):
    headers = {"Idempotency-Key": key} if key else {}
    return client.post(EVIDENCE, {"file": upload(content, name), **fields}, headers=headers)


def faults(reply):
    return [(each["pointer"], each["code"]) for each in reply.json()["errors"]]


def test_a_file_is_put_on_file_and_comes_back_byte_for_byte(africa):
    reply = send(africa, title="Signature page", dated_on="2026-03-03", sha256=DIGEST)

    shape = reply.json()
    assert (reply.status_code, reply["Location"]) == (201, shape["url"])
    assert (shape["kind"], shape["title"], shape["dated_on"]) == (
        "file",
        "Signature page",
        "2026-03-03",
    )
    assert shape["file"] == {
        "url": f"http://testserver/api/v1/evidence/{shape['id']}/file/",
        "name": "Minutes.pdf",
        "media_type": "application/pdf",
        "size": len(PDF),
        "sha256": DIGEST,
    }
    assert b"".join(africa.get(shape["file"]["url"])) == PDF


def test_a_download_is_an_attachment_that_no_browser_opens_in_place(africa):
    address = send(africa, name="Compte rendu n° 3.pdf").json()["file"]["url"]

    reply = africa.get(address)

    assert {name: reply[name] for name in HEADERS} == HEADERS


HEADERS = {
    "Content-Type": "application/pdf",
    "Content-Disposition": (
        'attachment; filename="Compte rendu n_ 3.pdf"; '
        "filename*=UTF-8''Compte%20rendu%20n%C2%B0%203.pdf"
    ),
    "Content-Length": str(len(PDF)),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Repr-Digest": f"sha-256=:{base64.b64encode(bytes.fromhex(DIGEST)).decode()}:",
}


def test_without_a_title_a_file_is_called_by_its_name(africa):
    assert send(africa, name="Minutes of May.pdf").json()["title"] == "Minutes of May"


def test_the_same_file_of_the_same_office_is_kept_once(africa):
    first = send(africa)
    kept = default_storage.listdir("")[1]

    second = send(africa, name="Other name.pdf", title="Other")

    assert second.json() == first.json()
    assert default_storage.listdir("")[1] == kept


def test_the_same_file_of_another_office_is_another_piece(africa):
    other = caller("regional_office", make_office("ROAS"))

    assert send(africa).json()["id"] != send(other).json()["id"]


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ({"name": "a.exe"}, [("/file", "type_not_allowed")]),
        ({"name": "a.png"}, [("/file", "type_mismatch")]),
        ({"content": b""}, [("/file", "empty_file")]),
        ({"sha256": "0" * 64}, [("/sha256", "digest_mismatch")]),
        ({"title": "x" * 201}, [("/title", "too_long")]),
        ({"dated_on": "2026-02-30"}, [("/dated_on", "invalid_date")]),
        ({"titel": "x"}, [("/titel", "unknown_field")]),
        ({"title": ["x", "y"]}, [("/title", "too_many")]),
        (
            {"content": b"", "dated_on": "May"},
            [("/file", "empty_file"), ("/dated_on", "invalid_date")],
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_every_fault(africa, sent, found):
    reply = send(africa, **sent)

    assert (reply.status_code, faults(reply)) == (422, found)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("fields", [{"title": "No file"}, {"file": "not a file"}])
def test_a_form_without_a_file_says_so(africa, fields):
    reply = africa.post(EVIDENCE, fields)

    assert (reply.status_code, faults(reply)) == (422, [("/file", "required")])


def test_a_form_that_does_not_parse_is_400(africa):
    reply = africa.post(EVIDENCE, b"nothing", content_type="multipart/form-data; boundary=x")
    without = africa.post(EVIDENCE, b"nothing", content_type="multipart/form-data")

    assert (reply.status_code, without.status_code) == (422, 400)


def test_a_title_with_a_nul_is_400(africa):
    reply = send(africa, title="a\x00b")

    assert (reply.status_code, reply.json()["code"]) == (400, "bad_character")


def test_a_file_over_the_limit_is_413(africa):
    reply = send(africa, content=PDF + b"x" * 10_000_000)

    assert (reply.status_code, reply.json()["code"]) == (413, "too_large")


def test_a_file_for_another_office_is_refused(africa):
    make_office("ROAS")

    reply = send(africa, office="ROAS")

    assert (reply.status_code, reply.json()["code"]) == (403, "not_your_office")


def test_the_same_key_takes_the_same_bytes_once(africa):
    first, again = send(africa, key="k1"), send(africa, key="k1")
    other = send(africa, content=PDF + b"x", key="k1")

    assert again["Idempotent-Replayed"] == "true"
    assert again.json() == first.json()
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_a_file_is_for_its_office_and_the_secretariat(africa):
    address = send(africa).json()["file"]["url"]
    other = caller("regional_office", make_office("ROAS"))

    assert other.get(address).status_code == 404
    assert caller("secretariat").get(address).status_code == 200
    assert caller("board_member").get(address).status_code == 403


def test_what_is_no_file_has_none(africa):
    link = make_evidence(make_office("ROAF"))

    assert africa.get(f"{EVIDENCE}{link.pk}/file/").status_code == 404
    assert africa.get(f"{EVIDENCE}nothing/file/").status_code == 404


def test_a_browser_sends_a_file_with_its_session_and_the_token_of_its_form():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("regional_office", make_office("ROAF")))
    client.cookies["csrf"] = "a" * 32
    headers = {"X-CSRFToken": "a" * 32}

    assert send(client).json()["code"] == "csrf"
    assert client.post(EVIDENCE, {"file": upload()}, headers=headers).status_code == 201


def test_a_file_that_is_lost_is_not_there_and_is_on_record(africa, caplog):
    shape = send(africa).json()
    default_storage.delete(Evidence.objects.get().stored_as)

    assert africa.get(shape["file"]["url"]).status_code == 404
    assert "is missing" in caplog.text
