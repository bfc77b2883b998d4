"""The workbook holds the whole publication, as text that stays text, in the reader's direction."""

import re
import subprocess
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from checklist.models import Answer
from regions.models import RegionalOffice
from reporting.models import PublicationRow
from reporting.papers.reading import reading_in
from reporting.papers.workbook.book import workbook
from reporting.papers.workbook.page import HEAD_ROW
from tests.reporting.world import (
    answered_round,
    make_figure,
    make_publication,
    make_world,
    publish_round,
)

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "ar", "zh-hans", "fr", "ru", "es")
ENGLISH = [
    "Cover",
    "Summary",
    "Pillars and offices",
    "Answers",
    "Frameworks",
    "Programme documents",
    "Findings",
    "Figures",
    "How it is counted",
    "The checklist",
    "Rules of alignment",
    "What is real",
    "Words",
]
HOSTILE = '=HYPERLINK("http://a.example","x")\x07 \u202egpj.exe <r><t>y</t></r> {{ 1 }} &P @SUM(A1)'


@pytest.fixture
def publication():
    return make_publication()


def made(publication, language="en"):
    with reading_in(publication, language) as source:
        return workbook(source)


def rows_of(content, title, *, after=HEAD_ROW + 1):
    """The rows of a sheet under its heads."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(title)
    return sheet.to_python(skip_empty_area=False)[after:]


def xml_of(content, title):
    """The XML of a sheet, by its name."""
    names = CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names
    with ZipFile(BytesIO(content)) as package:
        return package.read(f"xl/worksheets/sheet{names.index(title) + 1}.xml").decode()


def sheet_names(content):
    return CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names


def hostile_publication(text, **names):
    """A publication with an answer that an office wrote to do harm, or with names that do."""
    make_world()
    if names:
        RegionalOffice.objects.filter(code="ROAF").update(**names)
    round_ = answered_round()
    Answer.objects.filter(round=round_, item__code="NGT-01", subject="KEN").update(narrative=text)
    make_figure(round_)
    return publish_round(round_)


def test_every_table_has_a_sheet_of_its_own(publication):
    assert sheet_names(made(publication)) == ENGLISH


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_sheets_are_legal_and_differ_in_every_language(publication, language):
    names = sheet_names(made(publication, language))
    assert len({name.casefold() for name in names}) == len(names) == len(ENGLISH)
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Answers", "answers"),
        ("Frameworks", "frameworks"),
        ("Programme documents", "programme-documents"),
        ("Findings", "findings"),
    ],
)
def test_every_row_of_the_publication_is_there(publication, title, listed):
    rows = PublicationRow.objects.filter(publication=publication, listed=listed)
    assert len(rows_of(made(publication), title)) == rows.count()


def test_the_cover_says_what_it_is_and_what_stands_where(publication):
    cover = rows_of(made(publication), "Cover", after=0)
    facts = {row[0]: row[1] for row in cover}
    assert facts["SHA-256"] == publication.sha256
    assert facts["Permanent address"].endswith("/publications/2026/1/")
    assert facts["Register as of"] == "24 February 2026"
    assert facts["Answers as of"] == "24 February 2026"
    assert (facts["Answers"], facts["Frameworks"]) == (7, 2)


def test_only_a_demonstration_is_marked(publication):
    def marks():
        content = made(publication)
        return [
            rows_of(content, "Cover", after=2)[0][0],
            rows_of(content, "Answers", after=2)[0][0],
            "&amp;RDemonstration data." in xml_of(content, "Frameworks"),
        ]

    assert marks() == ["", "", False]
    publication.is_demonstration = True
    assert marks() == ["Demonstration data.", "Demonstration data.", True]


def test_numbers_are_numbers_days_are_days_and_codes_are_words(publication):
    content = made(publication)
    assert rows_of(content, "Frameworks")[0][:10] == [
        *("KEN", "Team KEN", "KEN", "ROAF", "Cooperation Framework"),
        *(date(2023, 1, 1), date(2027, 12, 31), date(2025, 12, 31), "Yes", "Active"),
    ]
    assert rows_of(content, "Figures") == [
        [
            *("ROAF", "Cooperation Frameworks signed", "At least", 3.0, ""),
            *("HSP/EB.2026/5", "12", date(2026, 2, 24), 1.0, 1.0, -2.0, "Differs"),
            "At least 3 reported, 1 recorded, 2 fewer in the records.",
        ]
    ]


def test_the_summary_gives_counts_where_there_are_too_few_for_a_share(publication):
    summary = rows_of(made(publication), "Summary", after=HEAD_ROW + 1)
    found = [row[:3] for row in summary if row[0] in {"New generation", "All pillars"}]
    assert found == [
        ["New generation", "2 of 6", "1 of 1"],
        ["All pillars", "2 of 6", "1 of 1"],
        *[["New generation", 2.0, 1.0], ["All pillars", 2.0, 1.0]],
        *[["New generation", 6.0, 1.0], ["All pillars", 6.0, 1.0]],
    ]


def test_text_of_people_is_text_whatever_it_says():
    content = made(hostile_publication(HOSTILE))
    row = next(row for row in rows_of(content, "Answers") if row[:3:2] == ["NGT-01", "KEN"])
    assert row[8] == HOSTILE.replace("\x07", "").replace("\u202e", "")
    assert "<f>" not in xml_of(content, "Answers")


def test_nothing_on_any_sheet_turns_text_round():
    content = made(hostile_publication(HOSTILE, area_names={"en": "Africa \u202eexe"}))
    assert [name for name in sheet_names(content) if "\u202e" in xml_of(content, name)] == []
    assert "Africa exe" in xml_of(content, "Summary")


def test_text_that_pretends_to_be_the_format_does_not_break_the_sheet():
    content = made(hostile_publication("<r></c></row></r>"))
    row = next(row for row in rows_of(content, "Answers") if row[:3:2] == ["NGT-01", "KEN"])
    assert row[8].strip() == "<r></c></row></r>"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_same_publication_is_the_same_bytes(publication, language):
    assert made(publication, language) == made(publication, language)


def test_a_table_is_filtered_frozen_and_printed_on_one_sheet_across(publication):
    xml = xml_of(made(publication), "Answers")
    last = HEAD_ROW + 1 + len(rows_of(made(publication), "Answers"))
    assert f'<autoFilter ref="A{HEAD_ROW + 1}:L{last}"/>' in xml
    assert f'ySplit="{HEAD_ROW + 1}" topLeftCell=' in xml
    setup = re.search("<pageSetup [^>]*>", xml).group()
    assert ('paperSize="9"' in setup, 'orientation="landscape"' in setup) == (True, True)
    assert "<pageSetUpPr fitToPage=" in xml
    assert 'fitToHeight="0"' in setup
    assert f"SHA-256 {publication.sha256}" in xml
    with ZipFile(BytesIO(made(publication))) as package:
        names = package.read("xl/workbook.xml").decode()
    assert f"'Pillars and offices'!${HEAD_ROW + 1}:${HEAD_ROW + 1}" in names


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_arabic_runs_from_right_to_left(publication, language):
    content = made(publication, language)
    turned = ['rightToLeft="1"' in xml_of(content, name) for name in sheet_names(content)]
    assert set(turned) == {language == "ar"}


def test_the_queries_do_not_grow_with_the_answers(publication, django_assert_num_queries):
    with django_assert_num_queries(14):
        made(publication)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_libreoffice_reads_the_same_without_a_warning(publication, language, tmp_path):
    content = made(publication, language)
    (tmp_path / "book.xlsx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    told = subprocess.run(
        [*command, "--convert-to", "ods", "--outdir", tmp_path, tmp_path / "book.xlsx"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    again = (tmp_path / "book.ods").read_bytes()
    assert [line for line in told.stderr.splitlines() if "javaldx" not in line] == []
    assert {name: rows_of(again, name, after=0) for name in sheet_names(again)} == {
        name: rows_of(content, name, after=0) for name in sheet_names(content)
    }
