"""Pages of a publication are kept by the reader's browser and asked for again each time."""

import pytest
from django.test import Client

from accounts.models.users import Role
from reporting.models import PublicationNotice
from tests import factories as make
from tests.reporting.world import answered_round, make_publication, make_world, publish_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


PAGES = [
    "/",
    "/offices/ROAF/",
    "/publications/2026/1/method/",
    "/publications/2026/1/canonical.json",
]


@pytest.mark.parametrize("page", PAGES)
def test_an_unchanged_page_is_not_sent_again(board, page):
    make_publication()
    first = board.get(page)
    again = board.get(page, headers={"If-None-Match": first["ETag"]})
    assert first["ETag"].startswith('W/"')
    assert (again.status_code, again.content) == (304, b"")
    for response in (first, again):
        assert set(response["Cache-Control"].split(", ")) == {"private", "no-cache"}


def tags(client, *pages):
    return [client.get(page)["ETag"] for page in pages]


def test_page_query_language_and_publication_have_their_own_tags(board):
    make_world()
    publish_round(answered_round("2025"))
    publish_round(answered_round("2026"))
    found = tags(
        board,
        "/",
        "/ar/",
        "/offices/",
        "/pillars/NGT/",
        "/pillars/NGT/?office=ROAF",
        "/publications/2025/1/pillars/NGT/",
        "/publications/2026/1/pillars/NGT/",
    )
    assert len(set(found)) == len(found)


def test_another_reader_of_the_same_browser_is_not_shown_the_page_of_the_first(board):
    make_publication()
    other = Client()
    other.force_login(make.make_user(Role.BOARD_MEMBER))
    tag = board.get("/")["ETag"]
    assert other.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_a_withdrawal_is_shown_at_once(board):
    publication = make_publication()
    page = "/publications/2026/1/overview/"
    tag = board.get(page)["ETag"]
    PublicationNotice.objects.create(
        publication=publication,
        kind="withdrawal",
        reason="Wrong.",
        made_by=publication.published_by,
        made_at=publication.published_at,
    )
    assert board.get(page, headers={"If-None-Match": tag}).status_code == 410


def test_a_new_release_draws_pages_anew(board, monkeypatch):
    make_publication()
    tag = board.get("/")["ETag"]
    monkeypatch.setattr("reporting.views.published.release", lambda: "next")
    assert board.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_a_page_that_says_what_an_act_has_done_is_not_kept(board):
    make_publication()
    tag = board.get("/")["ETag"]
    session = board.session
    session["_messages"] = '[["__json_message",0,25,"Round 2026 is published."]]'
    session.save()
    said = board.get("/", headers={"If-None-Match": tag})
    assert "Round 2026 is published." in said.content.decode()
    assert (said.get("ETag"), said["Cache-Control"]) == (None, "no-store")
    assert board.get("/", headers={"If-None-Match": tag}).status_code == 304
