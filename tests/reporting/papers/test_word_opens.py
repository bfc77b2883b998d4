"""The papers open: they keep to the schemas of Word, and LibreOffice makes a PDF of them.

Word calls a file damaged, and offers to repair it, for a property in another place than the
standard's or a reference to nothing; the schemas tell before Word does.
"""

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from reporting.papers.blocks import Paragraph, words
from reporting.papers.printers import print_document
from reporting.papers.printing.word import to_word
from tests.factories.papers import LANGUAGES, sample_document
from tests.reporting.papers.opened import converted


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["document of the Board", "briefing"])
def test_word_finds_nothing_to_repair(tmp_path, language, kind):
    head = {"masthead": None} if kind == "briefing" else {"symbol": ""}
    paper = tmp_path / "paper.docx"
    paper.write_bytes(to_word(sample_document(language, mark="Made up", **head).as_record()))

    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(paper)

    assert [(error.part_uri, error.description) for error in found.errors] == []


def test_it_opens_every_paper_and_makes_a_pdf_of_it(tmp_path):
    papers = {name: print_document(sample_document(name), "docx") for name in LANGUAGES}

    made = converted(tmp_path, "pdf", **papers)

    assert {name: paper[:5] for name, paper in made.items()} == dict.fromkeys(LANGUAGES, b"%PDF-")


def test_it_shows_the_numbers_and_words_of_the_paper(tmp_path):
    blocks = tuple(Paragraph(words(f"Text of {n}."), number=n) for n in (1, 2, 7, 8, 1))
    paper = print_document(sample_document(blocks=blocks), "docx")

    text = converted(tmp_path, "txt:Text", paper=paper)["paper"].decode()

    numbered = [line.strip("\ufeff ") for line in text.splitlines() if "Text of" in line]
    assert numbered == [f"{n}. Text of {n}." for n in (1, 2, 7, 8, 1)]
