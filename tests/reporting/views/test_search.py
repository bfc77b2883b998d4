"""The search of a publication: by any word, in any language, of the latest or the named one."""

import re

import pytest

from accounts.models.users import Role
from checklist.models import Answer, ReportingRound
from tests import factories as make
from tests.reporting.views.test_pages import links_of, reader, text_of
from tests.reporting.world import (
    accept,
    answered_round,
    make_publication,
    make_world,
    publish_round,
)

pytestmark = pytest.mark.django_db


def groups(response):
    """What was found: kind by kind, how many."""
    body = response.content.decode()
    return {
        code: int(number)
        for number, code in re.findall(r'<p class="label">(\d+)</p><h2 id="found-([a-z-]+)"', body)
    }


def marks(response):
    return re.findall(r"<mark>([^<]+)</mark>", response.content.decode())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kenya", {}),  # the names of the small world are codes
        (
            "KEN",
            {
                "countries": 1,
                "teams": 1,
                "frameworks": 1,
                "contributions": 1,
                "programme-documents": 1,
                "mechanisms": 1,
                "answers": 2,
            },
        ),
        ("ngt-01", {"items": 1, "answers": 2}),
        ("coalition", {"mechanisms": 1}),
        ("youth", {"mechanisms": 1}),
        ("minutes", {"answers": 1}),
        ("secret", {}),
        ("FJI team", {"teams": 1, "frameworks": 1, "contributions": 1}),
        ("counties", {"contributions": 1}),
    ],
)
def test_records_are_found_by_their_words(asked, found):
    make_publication()
    assert groups(reader().get("/search/", {"q": asked})) == found


def test_what_was_not_accepted_is_found_by_nobody():
    make_publication()
    for role in Role:
        assert "SECRET" not in reader(role).get("/search/?q=secret+draft").content.decode()


def publish_words(*narratives, language="en"):
    """One round whose answers say these words."""
    make_world()
    round_ = make.make_open_round("2026")
    subjects = [("NGT-01", "KEN"), ("NGT-01", "PACIFIC"), ("NGT-02", "KEN"), ("NGT-08", "ROAF")]
    for (item, subject), words in zip(subjects, narratives, strict=False):
        accept(round_, item, subject, "partial", narrative=words, language=language)
    return publish_round(round_)


@pytest.mark.parametrize("asked", ["供资契约", "筹资契约", "供资", "筹资"])
@pytest.mark.parametrize("prefix", ["", "/zh-hans"])
def test_a_word_in_either_chinese_form_of_the_funding_compact_finds_both(asked, prefix):
    publish_words("执行供资契约的情况", "落实筹资契约", "其他", language="zh-hans")
    page = reader().get(f"{prefix}/search/", {"q": asked})
    assert groups(page) == {"answers": 2}
    assert {mark[:2] for mark in marks(page)} == {"供资", "筹资"}


def test_the_words_around_are_shown_in_their_own_language_and_marked():
    publish_words("Apporte des données sur le logement.", language="fr")
    page = reader().get("/search/?q=donnees")
    assert '<bdi lang="fr" dir="auto">Apporte des <mark>données</mark> sur le logement.</bdi>' in (
        page.content.decode()
    )


def test_a_name_in_another_language_finds_the_record_and_is_quoted():
    make_world()
    country = make.make_country("OMN")
    country.names = {"en": "Oman", "ru": "Оман"}
    country.save()
    publish_round(answered_round())
    page = reader().get("/search/", {"q": "оман"})
    assert groups(page) == {"countries": 1}
    assert '<bdi lang="ru" dir="auto"><mark>Оман</mark></bdi>' in page.content.decode()


def test_the_whole_organisation_is_named_in_the_language_of_the_page():
    make_publication()
    body = reader().get("/fr/search/", {"q": "NGT-08 GLOBAL"}).content.decode()
    assert re.search(r"<bdi>\s*ONU-Habitat dans son ensemble", body)


def test_signs_that_ask_a_database_something_are_inert():
    make_publication()
    for asked in ("' OR 1=1 --", "a:*|b", "!(((", "\\", "%_", "<script>", "ken & !team", "' :* '"):
        assert reader().get("/search/", {"q": asked}).status_code == 200, asked


def test_what_was_typed_is_kept_and_escaped():
    make_publication()
    page = reader().get("/search/", {"q": '"><b>ken'})
    assert 'value="&quot;&gt;&lt;b&gt;ken"' in page.content.decode()


def test_nothing_asked_says_what_is_searched():
    make_publication()
    for address in ("/search/", "/search/?q=", "/search/?q=%26%7C"):
        words = text_of(reader().get(address))
        assert "Search this publication" in words
        assert "All words must be there." in words


def test_a_word_that_is_nowhere_is_named_and_the_others_can_be_searched_alone():
    make_publication()
    page = reader().get("/search/?q=coalition+nowhere")
    assert "No record has this word: “nowhere”" in text_of(page)
    assert "/search/?q=coalition" in links_of(page)


def test_words_that_never_meet_say_so():
    make_publication()
    words = text_of(reader().get("/search/?q=minutes+youth"))
    assert "Each word is there, but no record has all of them" in words
    assert "Search “youth” alone: 1" in words


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?q=a&kind=people", "“people” is not known for “kind”."),
        ("?words=a", "There is no parameter “words”."),
        ("?q=a&page=0", "“0” is not a number that “page” takes."),
        ("?q=a&page=000001" + "0" * 30, "is not a number that “page” takes."),
        ("?q=" + "a" * 201, "is not a value that “q” takes."),
    ],
)
def test_an_address_that_asks_something_else_is_refused_in_words(query, says):
    make_publication()
    response = reader().get(f"/search/{query}")
    assert (response.status_code, says in text_of(response)) == (400, True)


@pytest.fixture
def many():
    """Twenty-five teams of one word, with an answer each."""
    office = make.make_office("ROAF")
    for number in range(25):
        make.make_team(f"A{chr(65 + number)}A", office)
    make.make_open_round()
    Answer.objects.update(kind="full", progress="accepted")
    return publish_round(ReportingRound.objects.get())


def test_of_each_kind_the_first_are_shown_with_the_way_to_all(many):
    page = reader().get("/search/?q=team")
    assert len(re.findall(r"<li>\s*<p><a ", page.content.decode())) == 15
    assert groups(page) == {"teams": 25, "contributions": 25, "answers": 25}
    assert "/search/?q=team&kind=teams" in links_of(page)
    assert "Show all 25 found" in text_of(page)


@pytest.mark.parametrize(("number", "shown"), [("1", 20), ("2", 5), ("9", 5)])
def test_one_kind_is_shown_page_by_page(many, number, shown):
    page = reader().get(f"/search/?q=team&kind=teams&page={number}")
    assert len(re.findall(r"<li>\s*<p><a ", page.content.decode())) == shown
    assert "of 25" in text_of(page)


def test_the_search_stays_in_the_publication_that_is_read():
    make_publication()
    page = reader().get("/publications/2026/1/search/?q=ken")
    matter = page.content.decode().split("<main")[1].split("</main>")[0]
    links = re.findall(r'href="(/[^"#]+)"', matter)
    assert links
    assert [link for link in links if not link.startswith("/publications/2026/1/")] == []
    assert 'role="search" action="/publications/2026/1/search/"' in page.content.decode()


def test_the_search_reads_the_publication_and_not_what_changed_since():
    make_publication()
    country = make.make_country("OMN")
    country.names = {"en": "Renamed"}
    country.save()
    assert groups(reader().get("/search/?q=renamed")) == {}
    assert groups(reader().get("/search/?q=omn")) == {"countries": 1}


@pytest.mark.parametrize("address", ["/", "/countries/KEN/", "/publications/", "/ar/method/"])
def test_every_published_page_has_the_field(address):
    make_publication()
    body = reader().get(address).content.decode()
    prefix = "/ar" if address.startswith("/ar") else ""
    assert f'action="{prefix}/search/"' in body
    assert '<label class="sr" for="seek">' in body


def test_an_unchanged_search_is_not_drawn_again():
    make_publication()
    board = reader()
    tag = board.get("/search/?q=ken")["ETag"]
    assert board.get("/search/?q=ken", headers={"If-None-Match": tag}).status_code == 304
    assert board.get("/search/?q=kenya", headers={"If-None-Match": tag}).status_code == 200
