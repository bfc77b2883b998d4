"""A briefing keeps to two sheets, in PDF and in Word, however much is told in it."""

from dataclasses import replace
from itertools import islice

import pytest

from reporting.papers.blocks import Bullets, Document, Heading, Table, TableColumn, plain, words
from reporting.papers.printers import print_document
from reporting.papers.printing.shortening import TooManySheets, fitted, versions
from reporting.papers.printing.word.closeness import CLOSER, LEAST
from tests.factories.papers import CHECKSUM, DAY, SAID
from tests.reporting.papers.opened import converted, sheets_in
from tests.reporting.papers.word_parts import W, printed

FULL, OVERFULL = 110, 260
"""Letters of each text: as many as two sheets hold with small letters, and many more."""

FEW = tuple(TableColumn(each) for each in ("Mechanism", "Role", "What"))


def briefing(language, letters):
    """Five parts, each with a list and a table, all their texts of so many letters."""
    text = (f"{SAID[language].sentence} " * letters)[:letters]
    part = (
        Heading(1, words(SAID[language].heading)),
        Bullets((words(text),) * 4),
        Table(SAID[language].country, FEW, ((words(text),) * 3,) * 5),
    )
    return Document(language, "A briefing", "", CHECKSUM, DAY, part * 5, sheets=2)


def shown(language, letters, form, folder):
    """How many sheets it takes, as it is printed."""
    paper = print_document(briefing(language, letters), form)
    if form == "docx":
        paper = converted(folder, "pdf", paper=paper)["paper"]
    return sheets_in(paper)


@pytest.mark.parametrize("letters", [FULL, OVERFULL])
@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_full_briefing_keeps_to_two_sheets(language, form, letters, tmp_path):
    assert shown(language, letters, form, tmp_path) == 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_word_sets_it_closer_before_it_cuts_a_text(language):
    short, full = printed(briefing(language, 20)), printed(briefing(language, FULL))

    assert sizes(full) < sizes(short)
    assert {len(text) for text in full.styled("ListBullet")} == {FULL}


def sizes(word):
    """Of the letters of a table, in Latin and in Arabic."""
    letters = word.find("//w:style[@w:styleId='TableText']/w:rPr", "word/styles.xml")[0]
    return [int(letters.find(W + name).get(W + "val")) for name in ("sz", "szCs")]


@pytest.mark.parametrize("closeness", CLOSER)
@pytest.mark.parametrize("size", [16, 17, 20, 28])
def test_no_letter_is_smaller_than_eight_points(closeness, size):
    assert closeness.size(size) >= LEAST
    assert closeness.arabic_size(size) >= LEAST


def test_a_text_that_is_cut_says_so_and_no_other_is():
    record = briefing("en", OVERFULL).as_record()

    first, second = islice(versions(record), 2)

    assert first == record
    texts = [run["text"] for runs in second["blocks"][1]["items"] for run in runs]
    assert {(len(text) > 80, len(text) > 90, text[-1]) for text in texts} == {(True, False, "…")}
    assert second["blocks"][0] == record["blocks"][0]


def test_what_cannot_be_told_on_two_sheets_takes_a_third():
    def three(record):
        if record["sheets"] < 3:
            raise TooManySheets
        return b"three"

    assert fitted(three, briefing("en", FULL).as_record()) == b"three"


def test_a_paper_of_any_number_of_sheets_is_never_cut():
    document = replace(briefing("en", OVERFULL), sheets=0)

    assert plain(document).count("…") == 0
    assert "…" not in "".join(printed(document).styled("TableText"))
