"""The page on which every reader sees whether a publication holds."""

import time

import pytest
from django.utils import timezone

from accounts.models.users import Role
from regions.numbers import moment
from reporting.snapshots.lists import LISTS
from reporting.verifying import KEPT
from tests import factories as make
from tests.checklist.pages import signed_in, text_of
from tests.reporting.test_verifying import tamper
from tests.reporting.world import answered_round, make_publication, make_world, publish_round

pytestmark = pytest.mark.django_db

PAGE = "/publications/2026/1/verification/"


@pytest.fixture
def board():
    return signed_in(make.make_user(Role.BOARD_MEMBER))


def test_it_says_what_was_checked_and_that_it_holds(board):
    publication = make_publication()
    page = text_of(board.get(PAGE))
    sections = sum(not key.startswith("list:") for key in publication.manifest)
    assert "Publication 2026/1 is as it was sealed" in page
    assert moment(timezone.localtime(), "en").rpartition(",")[0] in page
    assert f"{sections} sections" in page
    assert publication.sha256[:8] in page
    assert "sha256sum habitat-reform-2026-1.json" in page


def test_it_says_what_does_not_hold(board):
    make_publication()
    tamper("reporting_publicationsection", "body = '{}' WHERE key = 'overview'")
    page = text_of(board.get(PAGE))
    assert "Publication 2026/1 is not as it was sealed" in page
    assert "Section overview does not have its digest." in page


def test_no_browser_keeps_what_it_says(board):
    make_publication()
    answer = board.get(PAGE)
    assert (answer.get("ETag"), answer["Cache-Control"]) == (None, "no-store")


def test_who_asks_again_costs_no_computation_until_the_minute_is_over(
    board, monkeypatch, django_assert_max_num_queries
):
    make_publication()
    board.get(PAGE)
    tamper("reporting_publicationsection", "body = '{}' WHERE key = 'overview'")
    with django_assert_max_num_queries(8):
        assert "is as it was sealed" in text_of(board.get(PAGE))
    now = time.time()
    monkeypatch.setattr("django.core.cache.backends.locmem.time.time", lambda: now + KEPT + 1)
    assert "is not as it was sealed" in text_of(board.get(PAGE))


def test_what_does_not_hold_is_said_in_the_language_of_each_reader(board):
    make_publication()
    tamper("reporting_publicationsection", "body = '{}' WHERE key = 'overview'")
    fault = "Section overview does not have its digest."
    assert fault in text_of(board.get(PAGE))
    assert fault not in text_of(board.get(f"/ar{PAGE}"))


def asked(board, text):
    return text_of(board.get(PAGE, {"sha256": text}))


def test_a_checksum_from_a_paper_finds_its_publication(board):
    make_world()
    earlier = publish_round(answered_round("2025"))
    publication = publish_round(answered_round("2026"))
    grouped = " ".join(publication.sha256[at : at + 8] for at in range(0, 64, 8)).upper()
    assert "This is the checksum of this publication." in asked(board, grouped)
    assert "checksum of Round 2025, publication 1." in asked(board, earlier.sha256)
    assert "No publication of this site has this checksum." in asked(board, "0" * 64)
    assert "A SHA-256 has 64 digits" in asked(board, "0" * 63)
    assert board.get(PAGE, {"sha256": "0" * 301}).status_code == 400


@pytest.mark.parametrize("publications", [1, 3])
def test_it_takes_as_many_queries_for_one_publication_as_for_three(
    board, publications, django_assert_num_queries
):
    make_world()
    for code in ("2026", "2025", "2024")[:publications]:
        publish_round(answered_round(code))
    with django_assert_num_queries(9 + len(LISTS)):
        assert board.get(PAGE, {"sha256": "0" * 64}).status_code == 200
