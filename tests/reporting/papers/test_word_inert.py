"""What people wrote stands in a Word file as they wrote it, and does nothing."""

import zipfile
from io import BytesIO

import pytest

from reporting.papers.blocks import Chart, Heading, Paragraph, Run, Table, TableColumn, words
from reporting.papers.printers import print_document
from tests.factories.papers import HOSTILE, UNPRINTABLE, sample_document
from tests.reporting.papers.word_parts import Word, said


def everywhere(text):
    """The same text in all places where people's text comes to stand."""
    note = (Run(text),)
    return sample_document(
        title=text,
        foot=text,
        mark=text,
        keywords=(text,),
        blocks=(
            Heading(1, words(text), anchor=text),
            Paragraph((Run(text, strong=True, note=note, ref="F1", url=text),), number=1),
            Table(text, (TableColumn(text),), ((words(text),),), note=text),
            Chart(text, text, (text,), ()),
        ),
    )


def texts(word):
    return {
        said(word.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']", part)[0]).strip()
        for style, part in (
            ("Heading1", "word/document.xml"),
            ("Caption", "word/document.xml"),
            ("TableText", "word/document.xml"),
            ("TableNote", "word/document.xml"),
            ("FootnoteText", "word/footnotes.xml"),
            ("Demonstration", "word/header1.xml"),
            ("Footer", "word/footer1.xml"),
        )
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_templates_and_formulas_are_letters(text):
    word = Word(print_document(everywhere(text), "docx"))

    assert texts(word) == {text}
    assert word.find("//dc:title/text()", "docProps/core.xml") == [text]
    assert word.find("//w:hyperlink[@r:id]") == []


def test_control_characters_and_what_turns_text_round_are_left_out():
    word = Word(print_document(everywhere(UNPRINTABLE), "docx"))

    assert texts(word) == {"abcdefghijklmn"}


def test_no_text_becomes_an_instruction_of_word():
    word = Word(print_document(everywhere('INCLUDETEXT "http://x"'), "docx"))

    assert word.find("//w:instrText | //w:fldSimple | //w:altChunk | //w:object") == []
    assert (
        word.find("//p:Relationship[@TargetMode='External']", "word/_rels/document.xml.rels") == []
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_same_document_is_the_same_bytes_in_every_process(language):
    document = sample_document(language)

    paper = print_document(document, "docx")

    assert print_document(document, "docx") == paper
    members = zipfile.ZipFile(BytesIO(paper)).infolist()
    assert {member.date_time for member in members} == {(2026, 11, 23, 0, 0, 0)}
    assert [name for name in (m.filename for m in members) if "thumbnail" in name] == []
