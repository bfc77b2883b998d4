"""A paper as PDF: one file that people read, and that a screen reader reads aloud."""

import re
import subprocess
import unicodedata

import pytest

from reporting.papers.blocks import (
    Bar,
    Chart,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    TableColumn,
    words,
)
from reporting.papers.printers import print_document
from tests.factories.papers import LANGUAGES, PAGE, SAID, sample_document

TWO = (TableColumn("Who"), TableColumn("What"))


def printed(*blocks, **fields):
    return print_document(sample_document(blocks=blocks, **fields), "pdf")


def read(paper, program="pdftotext", *options):
    """What a program of poppler reads in a paper."""
    command = (program, *options, "-", *(["-"] if program == "pdftotext" else []))
    return subprocess.run(command, input=paper, capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


def structure(paper):
    return read(paper, "pdfinfo", "-struct-text")


def letters(text):
    """Text without signs of direction, marks over letters and spaces: readers place them freely."""
    plain = unicodedata.normalize("NFD", text)
    return "".join(x for x in plain if unicodedata.category(x)[0] not in "CMZ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_meets_the_standard_of_readable_papers(language):
    paper = print_document(sample_document(language), "pdf")

    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper
    assert f"/Lang({language.split('-')[0]}".encode() in paper.replace(b" ", b"")


def test_the_same_document_is_the_same_bytes():
    document = sample_document("ar")

    assert print_document(document, "pdf") == print_document(document, "pdf")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_found_in_their_order(language):
    said = SAID[language]
    found = letters(read(print_document(sample_document(language), "pdf")))

    places = [
        found.find(letters(text))
        for text in (said.organisation, said.session, said.byline, said.heading, said.country)
    ]

    assert -1 not in places
    assert places == sorted(places)


def test_the_file_says_what_it_is_whose_and_of_which_day():
    found = read(print_document(sample_document(), "pdf"), "pdfinfo", "-rawdates")
    facts = dict(line.split(":", 1) for line in found.splitlines())
    named = ("Title", "Author", "Keywords", "Tagged", "CreationDate")

    assert [facts[name].strip() for name in named] == [
        SAID["en"].title,
        "UN-Habitat",
        "HSP/EB.2027/4, UN-Habitat",
        "yes",
        "D:20261123000000Z",
    ]


def test_headings_tables_and_links_are_what_they_are_called():
    found = structure(print_document(sample_document(), "pdf"))

    for tag in ("H1", "H2", "H3", "Table", "THead", "TH", "TBody", "L", "Note", "Link", "Figure"):
        assert re.search(rf"^\s*{tag}\b", found, re.MULTILINE), tag


def test_headings_never_skip_a_level():
    paper = printed(Heading(3, words("Deep")), Heading(1, words("Part")), Heading(3, words("Far")))

    assert re.findall(r"H\d", structure(paper)) == ["H1", "H1", "H2"]


def test_every_sheet_bears_publication_number_symbol_and_mark():
    many = [Paragraph(words("A line. " * 40), number) for number in range(1, 30)]
    sheets = read(printed(*many, mark="Demonstration data", foot="2026/1 · SHA-256 3f0c"))
    first, second, *_rest = sheets.split("\f")

    for sheet, number in ((first, "1/"), (second, "2/")):
        assert sheet.count("Demonstration data") == 1
        assert "2026/1 · SHA-256 3f0c" in sheet
        assert "HSP" in sheet
        assert re.search(rf"^{number}\d$", sheet, re.MULTILINE)


def test_a_long_table_repeats_its_heads_and_its_group():
    rows = [(words("Africa"),), *([(words("Kenya"), words("Full"))] * 90)]
    sheets = read(printed(Table("Caption", TWO, tuple(rows))), "pdftotext", "-layout").split("\f")

    assert [("Who" in sheet, "Africa" in sheet) for sheet in sheets[:3]] == [(True, True)] * 3


@pytest.mark.parametrize("lines", range(12, 24))
def test_a_heading_its_words_and_the_begin_of_its_table_stand_on_one_sheet(lines):
    before = [Paragraph(words(f"Line {place}.")) for place in range(lines)]
    lead = (Heading(1, words("A heading")), Paragraph(words("What proves it."), style="small"))
    table = Table("Answers", TWO, ((words("Kenya"), words("Full")),))
    sheets = read(printed(*before, *lead, table)).split("\f")

    (sheet,) = [each for each in sheets if "A heading" in each]
    assert "What proves it." in sheet
    assert "Kenya" in sheet


@pytest.mark.parametrize("lines", range(12, 24))
def test_the_totals_of_a_short_table_of_numbers_are_not_alone_on_the_next_sheet(lines):
    before = [Paragraph(words(f"Line {place}.")) for place in range(lines)]
    columns = (TableColumn("Pillar"), *(TableColumn(x, is_number=True) for x in ("Full", "Part")))
    rows = [tuple(words(x) for x in (name, "1", "2")) for name in ("Africa", "Asia", "All of them")]
    sheets = read(printed(*before, Table("Counts", columns, tuple(rows), (2,)))).split("\f")

    assert [("Africa" in each) == ("All of them" in each) for each in sheets] == [True] * len(
        sheets
    )


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("zh-hans", "充分遵守 部分遵守 尚未开始 未评估 不适用 有条件遵守"),
        ("es", "Completo Parcial iniciado evaluado procede completas"),
        ("fr", "Intégral Partiel commencé évalué objet intégrales"),
        ("ru", "Полностью Частично начато оценено Неприменимо"),
        ("ar", "كامل جزئي يبدأ يقيم ينطبق الكاملة"),
    ],
)
def test_no_word_of_a_head_is_broken(language, heads):
    columns = [TableColumn("#", 4), *(TableColumn(x, is_number=True) for x in heads.split())]
    table = Table("", tuple(columns), (tuple(words("1") for _each in columns),))
    found = read(print_document(sample_document(language, blocks=(table,)), "pdf"))

    assert [
        word for word in heads.split() if letters(word) not in map(letters, found.split())
    ] == []


@pytest.mark.parametrize("rows", [["g"], ["g", "g", 0], [0, "g"], ["g", 0, "g", "g"], []])
def test_a_group_without_rows_is_printed(rows):
    drawn = tuple((words("Group"),) if row else (words("a"), words("b")) for row in rows)
    found = read(printed(Table("Caption", TWO, drawn)))

    assert found.count("Group") == rows.count("g")


def test_a_footnote_within_a_footnote_stands_in_brackets():
    note = (Run("Outer", note=words("inner")),)

    assert "Outer (inner)" in read(printed(Paragraph((Run("Said", note=note),), 1)))


def test_the_reference_of_a_figure_leads_to_its_page():
    figure = Run("at least 45, ", ref="F1", url=f"{PAGE}#F1")
    paper = printed(Paragraph((figure, Run("it says.")), 1))

    assert "at least 45,F1 it says." in read(paper)
    assert f"/URI({PAGE}#F1)".encode() in paper.replace(b" ", b"")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "#nowhere", "x"])
def test_words_stay_and_no_link_is_made_of_an_address_that_is_none(url):
    paper = printed(Paragraph((Run("Read on", url=url),)))

    assert "Read on" in read(paper)
    assert b"/Subtype/Link" not in paper.replace(b" ", b"")


def test_a_chart_says_what_it_shows_to_those_who_do_not_see_it():
    bars = (Bar("Africa", (49, 21, 18, 12), "49%"), Bar("None", (0, 0, 0, 0), "–"))
    paper = printed(Chart("Caption", "Africa is ahead", ("Full", "Partial", "No", "?"), bars))

    assert "Africa is ahead".encode("utf-16-be") in paper or b"(Africa is ahead)" in paper
    assert [word for word in ("Full", "Africa", "49%") if word not in read(paper)] == []


def test_a_paper_without_a_masthead_bears_its_title():
    document = Document("en", "A briefing", "", "foot", "2026-11-23", (), subtitle="On Africa")

    assert read(print_document(document, "pdf")).split("\n")[:2] == ["A briefing", "On Africa"]
