"""The Board's pages, drawn from one section of a publication."""

import hashlib
import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models.users import Role
from reporting.models import PublicationNotice
from tests import factories as make
from tests.reporting.views.test_overview import PAPER
from tests.reporting.world import answered_round, make_publication, make_world, publish_round

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/offices/",
    "/offices/ROAF/",
    "/offices/ROAS/",
    "/offices/HQ/",
    "/countries/",
    "/countries/KEN/",
    "/countries/FJI/",
    "/countries/OMN/",
    "/countries/USA/",
    "/teams/",
    "/teams/KEN/",
    "/teams/PACIFIC/",
    "/pillars/",
    "/pillars/NGT/",
    "/answers/",
    "/answers/?kind=not_full",
    "/constraints/",
    "/constraints/?office=ROAS",
    "/constraints/?pillar=NGT&office=ROAF",
    "/items/NGT-01/",
    "/items/NGT-08/",
    "/frameworks/",
    "/frameworks/calendar/",
    "/frameworks/calendar/?office=ROAF",
    "/programme-documents/",
    "/mechanisms/",
    "/requests/",
    "/findings/",
    "/findings/?outcome=not_checkable",
    "/documents/",
    "/method/",
    "/papers/note/",
    "/publications/",
    "/publications/2026/1/",
    "/publications/2026/1/overview/",
    "/publications/2026/1/offices/ROAF/",
]


def reader(role=Role.BOARD_MEMBER, *offices):
    client = Client()
    client.force_login(make.make_user(role, *offices))
    return client


def text_of(response):
    """What a reader sees, without markup and with single spaces."""
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", words)


def links_of(response):
    return [unescape(link) for link in re.findall(r'href="([^"#]+)"', response.content.decode())]


def listed(response, section):
    """The names of the rows of the table in a section."""
    body = response.content.decode().split(f'id="{section}"')[1]
    return re.findall(r'<th scope="row"><a [^>]+>([^<]+)</a>', body)


def test_every_page_is_drawn_in_english_and_in_arabic():
    make_publication()
    board = reader()
    answers = {
        (prefix + page): board.get(prefix + page).status_code
        for page in PAGES
        for prefix in ("", "/ar")
    }
    assert set(answers.values()) == {200}, answers


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh-hans"])
def test_the_overview_is_drawn_in_every_language(language):
    make_publication()
    response = reader().get(f"/{language}/")
    assert f'<html lang="{language}"' in response.content.decode()


def test_every_address_on_a_page_leads_somewhere():
    make_publication()
    board = reader()
    found = {link for page in PAGES for link in links_of(board.get(page)) if link.startswith("/")}
    others = ("/static/", "/accounts/")
    own = {each for each in found if not each.startswith(others) and not PAPER.match(each)}
    assert {link: board.get(link).status_code for link in own} == dict.fromkeys(own, 200)


def test_the_pages_of_a_named_publication_lead_only_to_its_own():
    make_publication()
    response = reader().get("/publications/2026/1/offices/ROAF/")
    matter = response.content.decode().split("<main")[1].split("</main>")[0]
    addresses = [link for link in re.findall(r'href="([^"#]+)"', matter) if link[0] == "/"]
    assert addresses
    assert [link for link in addresses if not link.startswith("/publications/2026/1/")] == []


@pytest.mark.parametrize("role", list(Role))
def test_everyone_signed_in_may_read(role):
    make_publication()
    assert reader(role).get("/").status_code == 200


@pytest.mark.parametrize("page", ["/", "/countries/KEN/", "/publications/2026/1/canonical.json"])
def test_a_stranger_is_led_to_the_sign_in_page(page):
    make_publication()
    response = Client().get(page)
    assert (response.status_code, response["Location"]) == (
        302,
        f"{reverse('account_login')}?next={page}",
    )


@pytest.mark.parametrize(
    "page",
    [
        "/offices/XXXX/",
        "/offices/roaf/",
        "/countries/XXX/",
        "/teams/NOBODY/",
        "/pillars/XXX/",
        "/items/NGT-99/",
        "/items/NGT-09/",
        "/publications/2026/2/",
        "/publications/2026/2/offices/ROAF/",
        "/publications/1999/1/",
        "/publications/2026/99999999999999999999/",
        "/publications/2026/1/canonical.json/",
        "/publications/2026/2/canonical.json",
        "/countries/KEN%0a/",
        "/offices/" + "A" * 300 + "/",
    ],
)
def test_an_unknown_code_is_not_found(page):
    make_publication()
    assert reader().get(page).status_code == 404


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/?office=ROAF", "There is no parameter “office”."),
        ("/offices/ROAF/?kind=full", "There is no parameter “kind”."),
        ("/publications/?page=2", "There is no parameter “page”."),
        ("/pillars/NGT/?office=XXXX", "“XXXX” is not known for “office”."),
        ("/items/NGT-01/?kind=good", "“good” is not known for “kind”."),
        ("/items/NGT-01/?sort=name", "There is no parameter “sort”."),
        ("/frameworks/?signatory=maybe", "“maybe” is not known for “signatory”."),
        ("/frameworks/?running_on=2025-02-30", "“2025-02-30” is not known for “running_on”."),
        ("/frameworks/?running_on=20250101", "Known here: a day such as 2025-01-27."),
        ("/countries/?presence=some", "“some” is not known for “presence”."),
    ],
)
def test_a_filter_that_is_not_known_is_refused_in_words(page, words):
    make_publication()
    response = reader().get(page)
    assert response.status_code == 400
    assert words in text_of(response)


def answered_by(response):
    """The codes in the first column of the table of answers."""
    return re.findall(
        r'<td class="code" role="cell"><bdi>([^<]+)</bdi></td>', response.content.decode()
    )


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["KEN", "PACIFIC"]),
        ("?office=ROAF", ["KEN"]),
        ("?kind=partial", ["PACIFIC"]),
        ("?constraint=core_funding", ["PACIFIC"]),
        ("?office=ROAF&kind=partial", []),
    ],
)
def test_filters_narrow_the_answers_to_an_item(query, codes):
    make_publication()
    response = reader().get(f"/items/NGT-01/{query}")
    assert answered_by(response) == codes
    assert ("No line matches these filters" in text_of(response)) == (not codes)


@pytest.mark.parametrize(
    ("query", "teams"),
    [
        ("", ["Team KEN", "Team PACIFIC (2 countries)"]),
        ("?signatory=yes", ["Team KEN"]),
        ("?signatory=unknown&office=ROAS", ["Team PACIFIC (2 countries)"]),
        ("?level=active&running_on=2026-02-24", ["Team KEN"]),
        ("?running_on=2028-01-01", []),
    ],
)
def test_filters_narrow_the_frameworks(query, teams):
    make_publication()
    assert listed(reader().get(f"/frameworks/{query}"), "frameworks") == teams


@pytest.mark.parametrize(
    ("query", "countries"),
    [
        ("?office=ROAF", ["Country KEN"]),
        ("?office=ROAS", ["Country FJI", "Country OMN", "Country WSM"]),
        ("?presence=physical", ["Country KEN"]),
        ("?covered_on=2026-02-24&presence=unknown", ["Country FJI", "Country OMN", "Country WSM"]),
    ],
)
def test_filters_narrow_the_countries(query, countries):
    make_publication()
    body = reader().get(f"/countries/{query}").content.decode()
    assert re.findall(r'<th scope="row"><a [^>]+>([^<]+)</a> <span', body) == countries


def test_a_counted_figure_leads_to_exactly_the_rows_it_counted():
    make_publication()
    board = reader()
    overview = board.get("/").content.decode()
    address, number = re.search(r'<a href="(/frameworks/\?[^"]+)"><b>(\d+)</b>', overview).groups()
    assert len(listed(board.get(unescape(address)), "frameworks")) == int(number) == 1


def test_a_cell_of_the_matrix_leads_to_the_items_of_that_office():
    make_publication()
    board = reader()
    assert "/pillars/NGT/?office=ROAF" in links_of(board.get("/"))
    items = links_of(board.get("/pillars/NGT/?office=ROAF"))
    assert "/items/NGT-01/?office=ROAF" in items
    assert "/countries/KEN/" in links_of(board.get("/items/NGT-01/?office=ROAF"))


def test_words_that_were_not_accepted_are_on_no_page():
    make_publication()
    board = reader()
    assert [page for page in PAGES if "SECRET" in board.get(page).content.decode()] == []


def test_the_page_of_a_country_tells_framework_engagement_and_evidence():
    make_publication()
    words = text_of(reader().get("/countries/KEN/"))
    for expected in (
        "The programme document ends a year before the framework it serves",
        (
            "The framework of 1 January 2023 was agreed to 31 December 2025; it now runs to 31 "
            "December 2027."
        ),
        "12 months uncovered",
        "Plans with counties.",
        "Coalition 3",
        "Minutes of 2026",
        "1 of 1 full",
    ):
        assert expected in words


def test_a_link_to_evidence_tells_its_target_nothing():
    make_publication()
    body = reader().get("/countries/KEN/").content.decode()
    assert 'href="https://example.org/minutes" rel="noopener nofollow noreferrer"' in body


def test_a_country_without_a_team_says_so():
    make_publication()
    words = text_of(reader().get("/countries/OMN/"))
    assert "No United Nations country team serves it" in words
    assert "0%" not in words


def test_before_the_first_publication_pages_say_when_it_is_due():
    make_world()
    answered_round()
    response = reader().get("/")
    words = text_of(response)
    assert "Round 2026 is not published yet" in words
    assert "Nothing is shown before publication, not even totals." in words
    assert "0%" not in words
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["/offices/ROAF/", "/countries/", "/method/", "/publications/"])
def test_before_the_first_publication_every_page_says_so(page):
    assert "Not published yet" in text_of(reader().get(page))


def test_a_page_is_compared_with_the_publication_before():
    make_world()
    publish_round(answered_round("2025"))
    publish_round(answered_round("2026"))
    words = text_of(reader().get("/"))
    assert "No answer moved up or down since 2025" in words
    assert "Round 2025" in words


def test_an_earlier_publication_stays_readable_and_says_that_a_newer_one_is_in_force():
    make_world()
    publish_round(answered_round("2025"))
    publish_round(answered_round("2026"))
    board = reader()
    assert "A newer one is in force." in text_of(board.get("/publications/2025/1/offices/ROAF/"))
    assert "A newer one is in force." not in text_of(board.get("/publications/2026/1/overview/"))


def test_a_withdrawn_publication_says_why_and_is_no_longer_the_latest():
    make_world()
    publish_round(answered_round("2025"))
    latest = publish_round(answered_round("2026"))
    PublicationNotice.objects.create(
        publication=latest,
        kind="withdrawal",
        reason="Two offices were exchanged.",
        made_by=latest.published_by,
        made_at=latest.published_at,
    )
    board = reader()
    assert "Round 2025, publication 1" in text_of(board.get("/"))
    for page in ("/publications/2026/1/", "/publications/2026/1/overview/", "/publications/"):
        assert "Two offices were exchanged." in text_of(board.get(page))


def test_the_file_is_downloaded_as_the_bytes_that_were_sealed():
    publication = make_publication()
    response = reader().get("/publications/2026/1/canonical.json")
    assert hashlib.sha256(response.content).hexdigest() == publication.sha256
    assert response["Content-Disposition"] == 'attachment; filename="habitat-reform-2026-1.json"'
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
