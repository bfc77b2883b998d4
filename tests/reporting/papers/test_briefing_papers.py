"""The briefings of offices and countries on paper: what the pages say, on two sheets."""

from dataclasses import replace

import pytest

from reporting.pages.briefings.parts import LETTERS
from reporting.papers.blocks import Bullets, Chart, Document, Heading, Run, Table, all_runs, plain
from reporting.papers.builders.country import country
from reporting.papers.builders.office import office
from reporting.papers.printers import print_document
from reporting.papers.reading import reading_in
from tests.reporting.papers.opened import sheets_in
from tests.reporting.world import (
    accept,
    answered_round,
    make_figure,
    make_publication,
    make_world,
    publish_round,
)

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "ar", "zh-hans")
HOSTILE = '=HYPERLINK("x") {{ 7*7 }} {% now %} <b>#emph[x]</b> $x$ \\u{202e} '


@pytest.fixture
def publication():
    return make_publication()


def built(publication, builder, code, language="en") -> Document:
    with reading_in(publication, language) as source:
        return builder(source, code)


def sheets(document: Document) -> int:
    return sheets_in(print_document(document, "pdf"))


def captions(document: Document) -> list[str]:
    return [block.caption for block in document.blocks if isinstance(block, Table)]


def headings(document: Document) -> list[str]:
    return [block.runs[0].text for block in document.blocks if isinstance(block, Heading)]


def test_the_briefing_of_an_office_tells_what_its_page_tells(publication):
    document = built(publication, office, "ROAF")

    assert (document.title, document.sheets) == ("Area ROAF. Delegate’s briefing", 2)
    assert document.subtitle == "Area ROAF: 1 of 2 answers are full"
    assert headings(document) == [
        "What changed since the last session",
        "Why it is not full",
        "Findings",
        "Frameworks and programme documents",
        "What comes next",
    ]
    assert captions(document) == [
        "Reported and counted figures",
        "Answers by pillar",
        "A framework runs in 1 of 1 country team",
        "Programme documents",
        "The frameworks that end first",
        "UN-Habitat has a role on record in 1 of 1 regional mechanism",
    ]


def test_the_briefing_of_a_country_sets_framework_beside_programme_document(publication):
    document = built(publication, country, "KEN")

    periods = next(
        block for block in document.blocks if isinstance(block, Table) and len(block.columns) == 5
    )
    assert [[row[0][0].text, row[3][0].text] for row in periods.rows] == [
        ["Framework, as agreed", "36"],
        ["Framework, as extended", "60"],
        ["Programme document", "48"],
        ["Without a programme document", "12"],
    ]


def test_the_bars_say_the_same_as_the_table_below_them(publication):
    document = built(publication, office, "ROAF")

    chart = next(block for block in document.blocks if isinstance(block, Chart))
    table = next(
        block
        for block in document.blocks
        if isinstance(block, Table) and block.caption == "Answers by pillar"
    )
    assert [(bar.label, bar.said) for bar in chart.bars] == [
        (row[0][0].text, row[6][0].text) for row in table.rows[:-1]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("builder", "code"), [(office, "ROAF"), (country, "KEN")])
def test_it_is_printed_on_two_sheets_in_every_script(publication, builder, code, language):
    document = built(publication, builder, code, language)

    assert document.language == language
    assert publication.sha256 in document.foot
    assert sheets(document) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_of_a_page_is_left_in_it(publication, language):
    for builder, code in ((office, "ROAF"), (country, "KEN")):
        document = built(publication, builder, code, language)

        assert "<bdi" not in plain(document)
        assert all(type(run.text) is str for run in all_runs(document))


def test_what_stands_in_english_in_every_language_says_so(publication):
    document = built(publication, office, "ROAF", "ar")

    said = {run.text: run.lang for run in all_runs(document)}
    assert said["Youth"] == "en"


@pytest.mark.parametrize(
    ("builder", "page"), [(office, "offices/ROAF"), (country, "countries/KEN")]
)
def test_its_address_is_whole_and_holds_whatever_is_published_later(
    publication, settings, builder, page
):
    document = built(publication, builder, page.rpartition("/")[2], "fr")

    links = [run.url for run in all_runs(document) if run.url]
    assert links == [f"{settings.SITE_URL}/fr/publications/2026/1/{page}/briefing/"]


def test_a_country_without_team_framework_and_document_is_told_of(publication):
    document = built(publication, country, "USA")

    assert document.subtitle == "No Cooperation Framework is on record"
    assert not [block for block in document.blocks if isinstance(block, Chart)]
    assert "none runs on this day" in plain(document)
    assert sheets(document) == 1


def test_an_office_that_serves_no_country_is_told_of(publication):
    document = built(publication, office, "HQ")

    assert "There is no earlier publication to compare with" in plain(document)
    assert sheets(document) <= 2


def test_what_people_wrote_is_cut_and_stays_as_they_wrote_it():
    make_world()
    round_ = answered_round()
    make_figure(round_)
    step = HOSTILE + "long " * 400
    accept(
        round_, "NGT-01", "KEN", "partial", constraints=["core_funding"],
        next_step=step, next_step_due="2026-06-30",
    )  # fmt: skip
    publication = publish_round(round_)

    document = built(publication, country, "KEN")

    lines = [
        items[0] for block in document.blocks if isinstance(block, Bullets) for items in block.items
    ]
    assert any(run.text.startswith(HOSTILE[:40]) and len(run.text) == LETTERS for run in lines)
    assert sheets(document) <= 2


def test_a_paper_that_would_take_more_sheets_is_set_closer(publication):
    document = built(publication, office, "ROAF", "ar")
    bullets = Bullets(tuple((Run("نص " * 40),) for _line in range(16)))

    fuller = replace(document, blocks=(*document.blocks, bullets))

    assert sheets(fuller) == 2
    assert sheets(replace(fuller, sheets=0)) > 2
