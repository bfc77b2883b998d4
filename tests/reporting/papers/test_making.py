"""A paper is made at its first request and is the same bytes ever after."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from threading import Event
from time import monotonic, sleep

import pytest
from django.core.management import call_command
from django.db import Error, InternalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.refusals import Blocked
from reporting.models import IssuedNote, PaperFile
from reporting.papers import fonts, printers
from reporting.papers.building import printed
from reporting.papers.kinds import CHECKLIST, PaperName
from reporting.papers.making import kept_or_made, name_of
from reporting.papers.printers import NotPrinted
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


END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_locks
WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
"""


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


def test_a_word_paper_needs_no_fonts_of_the_server(publication, monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FOLDERS", (tmp_path,))

    assert kept_or_made(publication, LIST, "zh-hans", "docx").size > 0


def test_a_paper_that_cannot_be_printed_is_said_in_the_language_of_the_reader(
    publication, board, monkeypatch
):
    monkeypatch.setattr(printers, "LARGEST", 1)
    answer = board.get(address(publication, language="fr"))

    assert answer.status_code == 503
    assert "This paper is too large to be printed as one document." in answer.content.decode()


def test_who_has_it_costs_no_reading_of_its_bytes(publication, board):
    tag = board.get(address(publication))["ETag"]
    with CaptureQueriesContext(connection) as asked:
        board.get(address(publication), headers={"If-None-Match": tag})

    assert not any('"reporting_paperfile"."content"' in each["sql"] for each in asked)


class Printer:
    """What prints only when it is told to, and counts how often it was asked."""

    def __init__(self, monkeypatch, failure=None):
        self.asked, self.go_on, self.failure = [], Event(), failure
        monkeypatch.setattr("reporting.papers.making.printed", self)

    def __call__(self, *paper):
        self.asked.append(paper)
        assert self.go_on.wait(30)
        if self.failure:
            raise self.failure
        return b"%PDF-1.7 made"


def answered(board, place, status, seconds=30.0):
    """The answer with this status, as soon as there is one."""
    ends = monotonic() + seconds
    while monotonic() < ends:
        answer = board.get(place)
        if answer.status_code == status:
            return answer
    raise AssertionError(answer.status_code)


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_get_the_file_that_one_of_them_makes(board, monkeypatch):
    publication, printer = make_publication(), Printer(monkeypatch)
    with ThreadPoolExecutor(2) as people:
        both = [people.submit(taken, board, address(publication)) for _person in range(2)]
        while not printer.asked:
            sleep(0.01)
        sleep(0.3)
        printer.go_on.set()
        answers = [each.result(30) for each in both]

    assert answers == [(200, b"%PDF-1.7 made")] * 2
    assert (len(printer.asked), PaperFile.objects.count()) == (1, 1)


def taken(board, place):
    """What another person gets, over a connection of their own."""
    try:
        answer = board.get(place)
        return answer.status_code, answer.content
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_longer_for_a_paper_that_goes_on_being_made(board, monkeypatch):
    publication, printer = make_publication(), Printer(monkeypatch)
    monkeypatch.setattr("reporting.papers.making.SECONDS", 0.2)
    first = board.get(address(publication))
    printer.go_on.set()

    assert (first.status_code, first["Refresh"]) == (202, "3")
    assert answered(board, address(publication), 200).content == b"%PDF-1.7 made"
    assert (len(printer.asked), PaperFile.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_who_no_longer_waited_is_told_that_it_was_not_printed(board, monkeypatch):
    publication = make_publication()
    printer = Printer(monkeypatch, NotPrinted("paper_too_large", "Too large."))
    monkeypatch.setattr("reporting.papers.making.SECONDS", 0.2)
    assert board.get(address(publication)).status_code == 202
    printer.go_on.set()
    told = answered(board, address(publication), 503).content.decode()

    assert ("Too large." in told, len(printer.asked)) == (True, 1)


@pytest.mark.django_db(transaction=True)
def test_a_maker_whose_connection_dies_gives_back_its_turn(monkeypatch):
    publication, printer = make_publication(), Printer(monkeypatch)
    asked = (publication, LIST, "en", "pdf")
    with ThreadPoolExecutor(1) as other:
        dying = other.submit(kept_or_made, *asked)
        while not printer.asked:
            sleep(0.01)
        with connection.cursor() as cursor:
            cursor.execute(END_OTHERS)
        printer.go_on.set()
        with pytest.raises(Error):
            dying.result(30)
        other.submit(leave).result()

    assert (kept_or_made(*asked).size, len(printer.asked)) == (13, 2)


@pytest.mark.django_db(transaction=True)
def test_a_page_waits_for_a_paper_that_somebody_else_is_making(board, monkeypatch):
    publication = make_publication()
    monkeypatch.setattr("reporting.papers.making.SECONDS", 0.1)
    with elsewhere(name_of(publication, LIST, "en", "pdf")):
        answer = board.get(address(publication))

    assert (answer.status_code, answer["Retry-After"], answer["Refresh"]) == (202, "3", "3")
    assert answered(board, address(publication), 200).content.startswith(b"%PDF")


def drawn():
    """The preview of a round, and where its papers are."""
    make_world()
    preview = draw_preview(answered_round(), by=make_actor())
    return preview, f"/rounds/{preview.round.code}/preview/papers/"


@pytest.mark.django_db(transaction=True)
def test_papers_of_previews_wait_for_a_place_like_all_others(monkeypatch):
    monkeypatch.setattr("reporting.papers.turns.places", lambda: iter(()))
    monkeypatch.setattr("reporting.papers.making.SECONDS", 0.1)
    _preview, papers = drawn()

    answer = signed_in(make_user("secretariat")).get(f"{papers}checklist.pdf")
    assert (answer.status_code, answer["Retry-After"]) == (202, "3")


def test_a_preview_has_no_note_that_was_issued():
    _preview, papers = drawn()
    answer = signed_in(make_user("secretariat")).get(f"{papers}note.pdf")

    assert answer.status_code == 409
    assert "The note has not been issued in English." in answer.content.decode()


def test_a_preview_is_printed_for_the_secretariat_and_never_kept():
    _preview, papers = drawn()
    place = f"{papers}checklist.pdf"
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


def test_the_size_of_an_older_issue_is_not_told_of_the_newest(publication, board):
    issued = {"publication": publication, "language": "fr", "issued_by": make_user("secretariat")}
    sealed = {"text": "{}", "sha256": "0" * 64, "issued_at": publication.published_at}
    IssuedNote.objects.create(**issued, **sealed)
    PaperFile.objects.create(
        publication=publication, paper="note", language="fr", form="pdf", issue=1,
        content=b"", size=77_000, sha256="0" * 64, made_at=publication.published_at,
    )  # fmt: skip
    assert "75.2" in board.get("/papers/").content.decode()
    IssuedNote.objects.create(**issued, **sealed, number=2, reason="better")

    assert "75.2" not in board.get("/papers/").content.decode()


def test_the_page_asks_as_much_for_many_kept_papers_as_for_one(
    publication, board, django_assert_num_queries
):
    board.get("/papers/")
    with django_assert_num_queries(5):
        board.get("/papers/")
    kept_or_made(publication, LIST, "en", "pdf")
    with django_assert_num_queries(5):
        board.get("/papers/")
