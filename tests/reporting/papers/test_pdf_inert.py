"""What people wrote is printed as letters, whatever it looks like."""

import pytest

from reporting.papers.blocks import Paragraph, Table, TableColumn, words
from tests.factories.papers import HOSTILE, UNPRINTABLE
from tests.reporting.papers.test_pdf import printed, read


def text_of(text):
    return " ".join(read(printed(Paragraph(words(text)))).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_templates_and_formulas_are_letters(text):
    assert " ".join(text.split()) in text_of(text)


def test_control_characters_and_what_turns_text_round_are_left_out():
    assert "abcdefghijklmn" in text_of(UNPRINTABLE)


def test_other_scripts_than_ours_are_set_in_fonts_of_the_same_package():
    assert "ไทย ქართული አማርኛ" in text_of("ไทย ქართული አማርኛ")


def test_a_letter_that_no_font_has_is_printed_as_the_mark_for_it():
    assert "word\ufffdword" in text_of("word\N{GRINNING FACE}word")


def test_a_word_longer_than_the_line_stays_on_the_sheet():
    columns = (TableColumn("a"), TableColumn("b"))
    table = Table("c", columns, ((words("W" * 300), words("end")),))
    layout = read(printed(table), "pdftotext", "-bbox")

    ends = [float(part.split('"')[0]) for part in layout.split('xMax="')[1:]]
    assert max(ends) < 560


def test_a_text_longer_than_a_sheet_goes_on_on_the_next():
    columns = (TableColumn("a"), TableColumn("b"))
    table = Table("c", columns, ((words("x"), words("word " * 3000)),))

    assert read(printed(table)).count("word") == 3000
