"""Every figure that a text may name leads to a page on which as many rows stand as it says."""

import json

import pytest
from django.test import Client

from accounts.models.users import Role
from reporting.papers.figures import Figures
from reporting.papers.meanings import meaning
from reporting.papers.notation import Bound
from reporting.papers.reading import reading_in
from reporting.snapshots.sections.papers import PER_CENT
from tests import factories as make
from tests.reporting.alignment import make_finding, make_rule
from tests.reporting.world import accept, answered_round, make_figure, make_world, publish_round

pytestmark = pytest.mark.django_db

NO_ROWS = ("reported", "mechanisms")
"""What a document states has no rows; a mechanism stands in its list once for each role."""


def published():
    """Two rounds, with figures, findings and requests of the Board in several states."""
    make_world()
    make_finding("UGA", make.make_office("ROAF"))
    make_rule("A14")
    publish_round(answered_round("2025"))
    later = answered_round("2026")
    accept(later, "NGT-01", "PACIFIC", "full")
    accept(later, "NGT-01", "KEN", "partial", constraints=["no_presence", "core_funding"])
    make_figure(later)
    make_figure(later, measure="countries_served", value=1, qualifier="exactly")
    make.make_request(make.make_session("2025-1"))
    return publish_round(later)


def rows_on(page):
    """How many rows a page lists, in all its parts."""
    part = getattr(page, "part", None)
    return len(page.rows) if part is None else part.paginator.count


def opened(board, address):
    """The status of an address on paper, and how many rows it lists."""
    answer = board.get(address[address.index("/publications/") :])
    return answer.status_code, rows_on(answer.context["page"]) if answer.status_code == 200 else 0


def lists_rows(name, figure):
    """A share counts no rows."""
    return name.partition(".")[0] not in NO_ROWS and figure.get("unit") != PER_CENT


def test_every_name_leads_to_a_page_with_as_many_rows_as_the_figure_says():
    publication = published()
    board = Client()
    board.force_login(make.make_user(Role.BOARD_MEMBER))
    with reading_in(publication, "en") as source:
        section = source.section("papers").section
        figures = Figures(section, source)
        wrong = {
            name: (address, status, rows)
            for name, figure in section["figures"].items()
            for address in [figures.url(Bound(name, "", ""))]
            for status, rows in [opened(board, address)]
            if status != 200 or (lists_rows(name, figure) and rows != figure["value"])
        }
    assert wrong == {}
    groups = {name.partition(".")[0] for name in section["figures"]}
    assert groups == {
        *("reported", "counted", "register", "frameworks", "programme_documents", "mechanisms"),
        *("answers", "before", "constraints", "reasons", "moved", "findings", "requests"),
    }


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_name_has_words_of_its_own(language):
    publication = published()
    with reading_in(publication, language) as source:
        section = source.section("papers").section
        said = {name: meaning(section, name) for name in section["figures"]}
    assert [name for name, words in said.items() if words == name or "." in words] == []
    assert len(set(said.values())) == len(said)


def test_names_of_figures_are_those_that_the_notation_reads():
    publication = published()
    body = json.loads(publication.sections.get(key="papers").body)
    with reading_in(publication, "en") as source:
        figures = Figures(body, source)
        texts = {name: figures.text(Bound(name, "", "")) for name in body["figures"]}
    assert [name for name, text in texts.items() if not text] == []
