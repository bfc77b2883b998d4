"""The papers of a publication as files: made once, the same bytes for everybody."""

from hashlib import sha256

import pytest

from reporting.models import PaperFile
from reporting.papers.turns import StillMaking
from tests.factories import caller
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db

PAPERS = "/api/v1/publications/2026/1/papers/"


@pytest.fixture
def board():
    make_publication()
    return caller("board_member")


def test_a_paper_is_the_same_bytes_for_everybody_ever_after(board):
    first = board.get(f"{PAPERS}checklist.pdf?language=fr")
    second = caller("secretariat").get(f"{PAPERS}checklist.pdf?language=fr")
    (file,) = PaperFile.objects.all()

    assert (first.status_code, first["Content-Type"]) == (200, "application/pdf")
    assert first.content == second.content == bytes(file.content)
    assert first["ETag"] == f'"{sha256(first.content).hexdigest()}"'


def test_who_has_it_is_told_so(board):
    tag = board.get(f"{PAPERS}checklist.pdf")["ETag"]

    assert board.get(f"{PAPERS}checklist.pdf", headers={"If-None-Match": tag}).status_code == 304


def test_it_is_a_file_whatever_the_client_accepts(board):
    answer = board.get(f"{PAPERS}checklist.pdf", headers={"Accept": "application/json"})

    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("note.pdf?language=ru", 409, "note_not_issued"),
        ("checklist.pdf?language=de", 400, "bad_value"),
        ("checklist.pdf?form=pdf", 400, "unknown_parameter"),
        ("checklist.odt", 404, "not_found"),
        ("country-XXX.pdf", 404, "not_found"),
        ("minutes.pdf", 404, "not_found"),
    ],
)
def test_what_is_no_paper_is_said(board, name, status, code):
    answer = board.get(f"{PAPERS}{name}")

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_paper_that_is_being_made_is_asked_for_again(board, monkeypatch):
    def waits(*_args, **_options):
        raise StillMaking

    monkeypatch.setattr("api.v1.papers.kept_or_made", waits)
    answer = board.get(f"{PAPERS}checklist.pdf")

    assert (answer.status_code, answer["Retry-After"], answer.json()["code"]) == (
        202,
        "3",
        "being_made",
    )
