"""The note on the web: one language or the way to others; every figure leads to its records."""

import re
from html import unescape

import pytest
from django.test import Client

from accounts.models.users import Role
from tests.factories import make_user
from tests.reporting.papers.notes import issue_note
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    client = Client()
    client.force_login(make_user(Role.BOARD_MEMBER))
    return client


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_each_figure_leads_to_its_records_and_its_reference_to_its_source(board):
    issue_note(make_publication())
    html = page(board, "/papers/note/")
    assert '<a href="/offices/ROAF/">at least 3</a><sup class="ref"><a href="#f1">' in html
    assert '<tr id="f1">' in html
    for address in set(re.findall(r'href="(/[^"#]+)', unescape(html))):
        if address.startswith(("/offices", "/frameworks", "/answers", "/teams")):
            page(board, address)


def test_paragraphs_and_footnotes_have_places_of_their_own(board):
    issue_note(make_publication())
    html = page(board, "/papers/note/")
    assert 'id="p1"' in html
    assert 'id="p2"' in html
    assert 'href="#n1"' in html
    assert 'id="n1"' in html


def test_below_a_publication_its_links_stay_there(board):
    issue_note(make_publication())
    html = page(board, "/publications/2026/1/papers/note/")
    assert 'href="/publications/2026/1/offices/ROAF/">at least 3</a>' in html


def test_the_note_is_read_in_the_language_of_the_page(board):
    publication = make_publication()
    issue_note(publication, "ar")
    html = page(board, "/ar/papers/note/")
    assert "ما لا يقل عن 3" in html
    assert 'href="/ar/offices/ROAF/"' in html


def test_without_an_issue_in_the_language_the_page_offers_those_there_are(board):
    publication = make_publication()
    issue_note(publication, "ar")
    issue_note(publication, "zh-hans")
    html = page(board, "/papers/note/")
    assert "The note is not issued in this language" in html
    assert '<a href="/ar/papers/note/">Arabic</a>' in html
    assert '<a href="/zh-hans/papers/note/">Chinese</a>' in html


def test_before_the_first_issue_the_page_says_so(board):
    make_publication()
    assert "The note of this publication is not issued yet" in page(board, "/papers/note/")


def test_a_new_issue_says_why_and_the_older_stays_readable(board):
    publication = make_publication()
    issue_note(publication, basis="First words.")
    issue_note(publication, number=2, basis="Other words.")
    html = page(board, "/papers/note/")
    assert "A better word." in html
    assert "Other words." in html
    assert 'href="/papers/note/?issue=1"' in html
    assert "First words." in page(board, "/papers/note/?issue=1")
    assert board.get("/papers/note/?issue=3").status_code == 400


def test_a_number_of_an_issue_that_another_language_has_shows_the_newest_in_this_one(board):
    publication = make_publication()
    for number in (1, 2):
        issue_note(publication, number=number)
    issue_note(publication, "ar")
    assert "ما لا يقل عن 3" in page(board, "/ar/papers/note/?issue=2")
    assert "La note n’est pas parue dans cette langue" in page(board, "/fr/papers/note/?issue=2")


def test_a_page_that_was_kept_is_drawn_anew_for_a_new_issue(board):
    publication = make_publication()
    issue_note(publication)
    tag = board.get("/papers/note/")["ETag"]
    same = board.get("/papers/note/", headers={"If-None-Match": tag})
    issue_note(publication, number=2)
    other = board.get("/papers/note/", headers={"If-None-Match": tag})
    assert (same.status_code, other.status_code) == (304, 200)


def test_an_untranslated_paragraph_says_its_language(board):
    issue_note(make_publication(), "fr", untranslated=("africa",))
    html = page(board, "/fr/papers/note/")
    assert '<span lang="en" dir="ltr">In </span>' in html
    assert "[anglais]" in html.lower()
    assert '<a href="/fr/offices/ROAF/">at least 3</a>' in html
    assert 'href="/offices/ROAF/"' not in html


def test_the_note_takes_as_many_queries_with_one_paragraph_as_with_many(
    board, django_assert_num_queries
):
    publication = make_publication()
    issue_note(publication)
    many = [
        {"key": f"p{n}", "kind": "text", "text": "{register.teams}", "language": "en"}
        for n in range(50)
    ]
    issue_note(publication, number=2, paragraphs=many[:1])
    issue_note(publication, number=3, paragraphs=many)
    for address, number in (
        ("/papers/note/?issue=2", 6),
        ("/papers/note/?issue=3", 6),
        ("/papers/note/?issue=1", 8),
    ):
        with django_assert_num_queries(number, info=address):
            board.get(address)
