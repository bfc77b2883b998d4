"""The information document holds every answer as it was published, and nothing else."""

import pytest

from reporting.models import PublicationRow
from reporting.papers.blocks import Heading, Table, plain
from reporting.papers.builders.checklist import checklist
from reporting.papers.printers import print_document
from reporting.papers.reading import reading_in
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return make_publication()


def built(publication, language="en"):
    with reading_in(publication, language) as source:
        return checklist(source)


def test_every_answer_stands_under_its_item(publication):
    document = built(publication)

    answers = PublicationRow.objects.filter(publication=publication, listed="answers")
    tables = [block for block in document.blocks if isinstance(block, Table)][1:]
    answered = [row for table in tables for row in table.rows if len(row) == len(table.columns)]
    assert len(answered) == answers.count() > 5


def test_pillars_and_items_are_headings_that_links_lead_to(publication):
    headings = [block for block in built(publication).blocks if isinstance(block, Heading)]

    assert [(each.level, each.anchor) for each in headings] == [
        (1, "NGT"),
        (2, "NGT-01"),
        (2, "NGT-02"),
        (2, "NGT-08"),
    ]


@pytest.mark.parametrize("language", ["en", "ar", "zh-hans", "fr", "ru", "es"])
def test_it_is_made_in_every_language(publication, language):
    document = built(publication, language)

    assert (document.language, "NGT-01" in plain(document)) == (language, True)
    assert publication.sha256 in document.foot


def test_the_queries_do_not_grow_with_the_answers(publication, django_assert_num_queries):
    with django_assert_num_queries(4):
        built(publication)


def test_it_becomes_a_pdf(publication):
    assert print_document(built(publication), "pdf").startswith(b"%PDF")
