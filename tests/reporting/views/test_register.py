"""Lists of the register: a number opens as many rows as it counts, on however many pages."""

import csv
import json
import re
from html import unescape
from io import StringIO

import pytest
from django.test import Client
from django.utils.translation import override

from accounts.models.users import Role
from checklist.models import Answer
from programmes.models import CountryProgrammeDocument
from reporting.models import PublicationRow
from reporting.selecting import select_documents, select_frameworks
from tests import factories as make
from tests.reporting.alignment import make_rule
from tests.reporting.world import (
    AT,
    answered_round,
    make_coverage,
    make_engagement,
    make_figure,
    make_framework,
    make_world,
    publish_round,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


@pytest.fixture
def published():
    """The small world with programme documents of every kind, and rules that look at them."""
    make_world()
    for code, severity in (("A03", "error"), ("A13", "error"), ("A22", "warning")):
        make_rule(code, severity)
    make_rule("A05", parameters={"months": 6})
    for iso3, stage in (("FJI", "running"), ("WSM", "withdrawn"), ("OMN", "ended")):
        CountryProgrammeDocument.objects.create(
            country=make.make_country(iso3), generation="earlier", kind="full", stage=stage
        )
    round_ = answered_round()
    make_figure(round_)
    return publish_round(round_)


COUNTED = {
    "/frameworks/": "frameworks",
    "/programme-documents/": "documents",
    "/mechanisms/": "roles",
    "/findings/": "findings",
    "/frameworks/calendar/": "ends",
}


def counted_links(response):
    """The numbers of a page that lead to rows, with their addresses."""
    body = re.sub(r'<nav class="filters".*?</nav>', "", response.content.decode(), flags=re.S)
    found = re.findall(r'<a href="([^"#]+)(?:#[a-z]+)?">(\d+)<', body)
    return [(unescape(address), int(number)) for address, number in found]


def rows_of_file(board, address):
    page, _, query = address.partition("?")
    file = board.get(f"{page}table/{COUNTED[page]}.csv?{query}").content.decode("utf-8-sig")
    return list(csv.reader(StringIO(file)))[1:]


def rows_of_page(board, address):
    body = board.get(address).content.decode().rsplit("<table", 1)[1]
    return re.findall(r'<th scope="row"', body)


@pytest.mark.parametrize("page", COUNTED)
def test_every_number_of_a_table_opens_as_many_rows_as_it_counts(published, board, page):
    links = counted_links(board.get(page))
    assert links
    opened = {
        address: (len(rows_of_page(board, address)), len(rows_of_file(board, address)))
        for address, _number in links
    }
    assert opened == {address: (number, number) for address, number in links}


def many_frameworks(number):
    office = make.make_office("ROAF")
    for place in range(number):
        team = make.make_team(f"X{chr(65 + place // 26)}{chr(65 + place % 26)}", office)
        make_coverage(team.countries.get(), office)
        make_engagement(make_framework(team), level="light")
    round_ = make.make_open_round()
    Answer.objects.update(kind="full", progress="accepted", narrative="Done.")
    return publish_round(round_, at=AT)


@pytest.mark.parametrize("query", ["level=light", "level=light&running_on=2026-02-24"])
def test_a_list_of_two_pages_tells_its_whole_number_on_each(board, query):
    many_frameworks(101)
    for page, shown in ((1, 100), (2, 1)):
        response = board.get(f"/frameworks/?{query}&page={page}")
        body = response.content.decode()
        assert "101 frameworks pass these filters" in body
        assert len(re.findall(r'<th scope="row"', body.rsplit("<table", 1)[1])) == shown
    assert len(rows_of_file(board, f"/frameworks/?{query}")) == 101


def test_a_group_tells_how_many_teams_its_office_has_not_how_many_stand_on_this_page(board):
    many_frameworks(101)
    [group] = board.get("/teams/?page=2").context["page"].groups
    assert (group.total, len(group.rows)) == (101, 1)


def test_a_filter_that_leaves_nothing_can_be_taken_off(published, board):
    body = board.get("/teams/?office=HQ").content.decode()
    assert "No line matches these filters" in body
    assert "<table" not in body


def test_an_empty_register_has_no_filter_to_take_off(board):
    make.make_office("HQ")
    make.make_checklist(levels=("G",))
    round_ = make.make_open_round()
    Answer.objects.update(kind="full", progress="accepted", narrative="Done.")
    publish_round(round_, at=AT)
    for page in ("/teams/", "/frameworks/", "/programme-documents/", "/mechanisms/"):
        body = board.get(page).content.decode()
        assert "Nothing is on record yet" in body
        assert 'href=""' not in body


FILTERS = {
    "frameworks": [
        {},
        *({"office": code} for code in ("ROAF", "ROAS", "HQ")),
        *({"signatory": each} for each in ("yes", "no", "unknown")),
        *({"level": each} for each in ("active", "light", "none", "unknown")),
        {"office": "ROAF", "signatory": "yes", "level": "active"},
    ],
    "programme-documents": [
        *({"office": code} for code in ("ROAF", "ROAS")),
        *({"generation": each} for each in ("new", "earlier")),
        *({"derived": each} for each in ("yes", "no", "unknown")),
        *({"running": each} for each in ("yes", "no", "unknown")),
        {"office": "ROAS", "running": "yes", "generation": "earlier"},
    ],
}
SELECT = {"frameworks": select_frameworks, "programme-documents": select_documents}


@pytest.mark.parametrize(
    ("collection", "filters"), [(name, each) for name, rows in FILTERS.items() for each in rows]
)
def test_facets_mean_what_the_filters_of_the_register_mean(published, collection, filters):
    rows = list(PublicationRow.objects.filter(publication=published, listed=collection))
    asked = {f"{name}:{value}" for name, value in filters.items()}
    by_facet = [row.key for row in rows if asked <= set(row.facets)]
    passed = SELECT[collection]([{**row_body(row), "key": row.key} for row in rows], filters)
    assert sorted(by_facet) == sorted(each["key"] for each in passed)


def row_body(row):
    found: dict[str, object] = json.loads(row.body)
    return found


def test_without_a_filter_a_withdrawn_document_is_shown_and_with_one_it_is_not(published, board):
    assert len(rows_of_file(board, "/programme-documents/?")) == 4
    assert len(rows_of_file(board, "/programme-documents/?running=yes")) == 1
    assert [row[0] for row in rows_of_file(board, "/programme-documents/?office=ROAS")] == [
        "FJI",
        "OMN",
    ]


def test_pages_open_with_a_finding(published, board):
    heads = {page: headline(board.get(page)) for page in (*COUNTED, "/documents/", "/method/")}
    assert heads == {
        "/frameworks/": "No framework ends in the next 12 months",
        "/programme-documents/": (
            "0 of 1 programme document of the new generation is derived from its framework; for 1 "
            "it is not recorded"
        ),
        "/mechanisms/": "UN-Habitat has a role on record in 1 of 1 regional mechanism",
        "/findings/": "1 finding on alignment, none an error",
        "/frameworks/calendar/": "No framework ends in the next 18 months",
        "/documents/": "The Board had the reform before it in writing at 1 of 1 session on record",
        "/method/": "3 of 4 items are asked; the wording is a working reconstruction",
    }


def test_a_narrowed_list_of_findings_is_headed_by_what_it_holds(published, board):
    whole = board.get("/findings/").content.decode()
    narrowed = board.get("/findings/?outcome=passed").content.decode()
    (title,) = re.findall(r'<h2 id="findings">([^<]+)</h2>', narrowed)
    assert title == headline(board.get("/findings/?outcome=passed"))
    assert title.endswith("these filters")
    assert "that could be made" in re.search(r'<h2 id="findings">([^<]+)</h2>', whole).group(1)


def headline(response):
    return unescape(re.search(r"<h1>(.*?)</h1>", response.content.decode()).group(1))


def test_the_sections_of_lists_do_not_grow_with_the_countries():
    publication = many_frameworks(30)
    sizes = {
        key: len(publication.sections.get(key=key).body)
        for key in ("frameworks", "framework-calendar", "programme-documents", "mechanisms")
    }
    assert {key: size for key, size in sizes.items() if size > 4_000} == {}


def test_the_glossary_is_that_of_the_day_of_publication(published, board, monkeypatch):
    monkeypatch.setattr("reporting.snapshots.terms.read_terms", list)
    with override("fr"):
        body = board.get("/fr/method/").content.decode()
    assert 'lang="zh-hans"' in body
    assert "Plan-cadre de coopération" in unescape(body)


def test_every_record_is_counted_by_whose_word_it_stands(published, board):
    origins = {row["kind"]: row for row in section_of(published, "method")["origins"]}
    assert origins["engagement"] == {
        "kind": "engagement",
        "records": 1,
        "document": 0,
        "entered": 0,
        "invented": 1,
        "certainty": {},
    }
    assert origins["coverage"]["certainty"] == {"proposed": 4}
    assert all(
        row["records"] == row["document"] + row["entered"] + row["invented"]
        for row in origins.values()
    )


def section_of(publication, key):
    return json.loads(publication.sections.get(key=key).body)


def test_a_session_shows_its_documents_and_its_publications(published, board):
    body = board.get("/documents/").content.decode()
    assert "<bdi>HSP/EB.2026/5</bdi>" in body
    assert 'href="/publications/2026/1/"' in body
    publish_round(answered_round("2027"), at=AT.replace(year=2027))
    again = board.get("/documents/").content.decode()
    assert 'href="/publications/2026/1/"' in again
    assert 'href="/publications/2027/1/"' in again
