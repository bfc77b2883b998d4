"""A paper is made at its first request and is the same bytes ever after."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256

import pytest
from django.core.management import call_command
from django.db import InternalError, connection, transaction
from django.test import Client

from accounts.refusals import Blocked
from reporting.models import PaperFile
from reporting.papers import fonts
from reporting.papers.building import printed
from reporting.papers.kinds import CHECKLIST, PaperName
from reporting.papers.making import kept_or_made
from reporting.papers.turns import lock
from reporting.previewing import draw_preview
from tests.checklist.pages import signed_in
from tests.factories import make_actor, make_user
from tests.reporting.world import answered_round, make_publication, make_world

pytestmark = pytest.mark.django_db

LIST = PaperName(CHECKLIST)


@pytest.fixture
def publication():
    return make_publication()


@pytest.fixture
def board(client):
    client.force_login(make_user("board_member"))
    return client


def leave():
    """End the connection of this thread."""
    connection.close()


@contextmanager
def elsewhere(name):
    """Somebody else is making a paper; their connection ends, and with it their turn."""
    with ThreadPoolExecutor(1) as other:
        assert other.submit(lock, name).result()
        try:
            yield
        finally:
            other.submit(leave).result()


def address(publication, name="checklist.pdf", language="en"):
    place = f"/publications/{publication.round.code}/{publication.number}/papers/{name}"
    return f"{place}?language={language}"


def test_the_first_request_makes_it_and_every_later_one_gets_the_same_bytes(publication, board):
    first = board.get(address(publication))
    again = board.get(address(publication))
    (file,) = PaperFile.objects.all()

    assert (first.status_code, first["Content-Type"]) == (200, "application/pdf")
    assert first.content == again.content == bytes(file.content)
    assert first["ETag"] == f'"{sha256(first.content).hexdigest()}"' == f'"{file.sha256}"'
    assert "habitat-reform-2026-1-checklist-en.pdf" in first["Content-Disposition"]


def test_made_anew_it_would_be_the_same_paper(publication):
    kept = kept_or_made(publication, LIST, "en", "pdf")

    assert bytes(kept.content) == printed(publication, LIST, "en", "pdf", 0)


def test_who_has_it_is_told_so(publication, board):
    tag = board.get(address(publication))["ETag"]

    assert board.get(address(publication), headers={"If-None-Match": tag}).status_code == 304


def test_the_database_refuses_to_change_a_paper(publication):
    kept_or_made(publication, LIST, "en", "pdf")

    for change in (
        lambda: PaperFile.objects.update(content=b""),
        lambda: PaperFile.objects.all().delete(),
    ):
        with pytest.raises(InternalError), transaction.atomic():
            change()


def test_a_note_that_was_not_issued_is_no_paper(publication, board):
    answer = board.get(address(publication, "note.pdf", "fr"))

    assert (answer.status_code, PaperFile.objects.count()) == (409, 0)
    assert "The note has not been issued in French." in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["checklist.odt", "other.pdf", "office-NONE.pdf", "office-.pdf", "note.xlsx"]
)
def test_what_is_no_paper_is_not_found(publication, board, name):
    assert board.get(address(publication, name)).status_code == 404


def test_an_unknown_language_is_refused_in_words(publication, board):
    assert board.get(address(publication, language="de")).status_code == 400


def test_missing_fonts_are_named_before_any_work(publication, board, monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FOLDERS", (tmp_path,))
    answer = board.get(address(publication, language="zh-hans"))

    assert (answer.status_code, PaperFile.objects.count()) == (409, 0)
    assert "fonts-noto-core, fonts-noto-cjk" in answer.content.decode()
    with pytest.raises(Blocked):
        kept_or_made(publication, LIST, "zh-hans", "pdf")


@pytest.mark.django_db(transaction=True)
def test_a_page_waits_for_a_paper_that_somebody_else_is_making(board, monkeypatch):
    publication = make_publication()
    monkeypatch.setattr("reporting.papers.making.SECONDS", 0.1)
    with elsewhere(f"paper {publication.pk} checklist en pdf"):
        answer = board.get(address(publication))

    assert (answer.status_code, answer["Retry-After"], answer["Refresh"]) == (202, "3", "3")
    assert board.get(address(publication)).status_code == 200


def test_a_preview_is_printed_for_the_secretariat_and_never_kept():
    make_world()
    round_ = answered_round()
    draw_preview(round_, by=make_actor())
    place = f"/rounds/{round_.code}/preview/papers/checklist.pdf"
    secretariat = signed_in(make_user("secretariat"))

    assert secretariat.get(place).content.startswith(b"%PDF")
    assert (
        PaperFile.objects.count(),
        signed_in(make_user("board_member")).get(place).status_code,
    ) == (0, 404)


def test_the_command_makes_what_nobody_has_asked_for_yet(publication, capsys):
    call_command("make_papers", "2026/1")
    said = capsys.readouterr().out.splitlines()
    call_command("make_papers")

    kinds = set(PaperFile.objects.values_list("paper", flat=True))
    assert (len(said), kinds, capsys.readouterr().out) == (
        PaperFile.objects.count(),
        {"checklist"},
        "",
    )


def test_all_papers_are_on_one_page_with_what_is_kept(publication, board):
    board.get(address(publication))
    page = board.get("/papers/").content.decode()

    assert "/papers/checklist.pdf?language=ar" in page
    assert "The note by the secretariat has not been issued yet" in page
    assert board.get("/ar/papers/").status_code == 200
    assert Client().get("/papers/").status_code == 302


def test_the_page_asks_as_much_for_many_kept_papers_as_for_one(
    publication, board, django_assert_num_queries
):
    board.get("/papers/")
    with django_assert_num_queries(5):
        board.get("/papers/")
    kept_or_made(publication, LIST, "en", "pdf")
    with django_assert_num_queries(5):
        board.get("/papers/")
