"""A paper as Word in six languages: each run says its language and its direction."""

import pytest

from reporting.papers.blocks import Paragraph, Run, Table, TableColumn, words
from reporting.papers.printing.word.bars import bar
from reporting.papers.printing.word.directions import pieces
from tests.factories.papers import LANGUAGES, sample_document
from tests.reporting.papers.word_parts import NAMES, W, printed, said, value

LOCALES = {
    "en": ("val", "en-GB"),
    "ar": ("bidi", "ar-SA"),
    "zh-hans": ("eastAsia", "zh-CN"),
    "fr": ("val", "fr-FR"),
    "ru": ("val", "ru-RU"),
    "es": ("val", "es-ES"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_and_settings_and_properties_name_the_language(language):
    slot, locale = LOCALES[language]
    word = printed(sample_document(language))

    assert word.find(f"//w:docDefaults//w:lang/@w:{slot}", "word/styles.xml") == [locale]
    assert word.find(f"//w:themeFontLang/@w:{slot}", "word/settings.xml") == [locale]
    assert word.find("//dc:language/text()", "docProps/core.xml") == [locale]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_script_has_a_font_that_offices_have(language):
    fonts = printed(sample_document(language)).find("//w:docDefaults//w:rFonts", "word/styles.xml")

    assert [dict(each.attrib) for each in fonts] == [
        {
            W + "ascii": "Times New Roman",
            W + "hAnsi": "Times New Roman",
            W + "eastAsia": "SimSun",
            W + "cs": "Times New Roman",
        }
    ]


def test_arabic_runs_from_right_to_left_in_paragraphs_tables_and_sheet():
    word = printed(sample_document("ar"))

    assert len(word.find("//w:style[@w:styleId='Normal']/w:pPr/w:bidi", "word/styles.xml")) == 1
    assert len(word.find("//w:sectPr/w:bidi")) == 1
    assert len(word.find("//w:tbl")) == len(word.find("//w:tbl/w:tblPr/w:bidiVisual")) == 3


@pytest.mark.parametrize("language", [x for x in LANGUAGES if x != "ar"])
def test_nothing_else_does(language):
    document = sample_document(language, blocks=sample_document(language).blocks[:4])

    word = printed(document)

    for part in ("word/document.xml", "word/styles.xml"):
        assert word.find("//w:bidi | //w:rtl | //w:bidiVisual", part) == []


def test_every_arabic_run_says_so_and_no_latin_one():
    runs = printed(sample_document("ar")).find("//w:r[w:t]")

    for run in runs:
        has_arabic = any("\u0600" <= letter <= "\u06ff" for letter in said(run))
        has_latin = any(letter.isascii() and letter.isalpha() for letter in said(run))
        assert not (has_arabic and has_latin)
        if has_arabic or has_latin:
            assert bool(run.xpath("w:rPr/w:rtl", namespaces=NAMES)) == has_arabic


def test_a_symbol_in_an_arabic_sentence_stays_in_one_piece():
    text = "وفقاً للوثيقة HSP/EB.2025/8، الفقرة 12"

    assert list(pieces(text, is_rtl=True)) == [
        ("وفقاً للوثيقة ", True), ("HSP/EB.2025/8", False), ("، الفقرة 12", True),
    ]  # fmt: skip


def test_a_paragraph_in_another_language_runs_as_that_language_does():
    arabic = Paragraph((Run("أُعد المشروع.", lang="ar"),))
    english = Paragraph((Run("Prepared.", lang="en"),))
    mixed = Paragraph((Run("Prepared. "), Run("أُعد المشروع.", lang="ar")))

    of_english = printed(sample_document(blocks=(arabic, english, mixed)))
    of_arabic = printed(sample_document("ar", blocks=(arabic, english)))

    path = "//w:p[w:pPr/w:pStyle/@w:val='BodyText']"
    assert [value(p, "w:pPr/w:bidi") for p in of_english.find(path)] == ["1", None, None]
    assert [value(p, "w:pPr/w:bidi") for p in of_arabic.find(path)] == [None, "0"]
    assert of_english.find(f"{path}[1]//w:lang/@w:bidi") == ["ar-SA"]
    assert of_arabic.find(f"{path}//w:lang/@w:val") == ["en-GB"]


def test_a_cell_in_another_language_runs_as_that_language_does():
    table = Table("", (TableColumn("Text"),), (((Run("أُعد المشروع.", lang="ar"),),),))

    word = printed(sample_document(blocks=(table,)))

    assert word.find("//w:tbl[2]//w:bidi/@w:val") == ["1"]


def test_each_line_of_a_cell_is_a_paragraph_of_its_own_direction():
    cell = (Run("Next step:", strong=True), Run("\n"), Run("أُعد المشروع.\nثانياً", lang="ar"))

    word = printed(sample_document(blocks=(Table("", (TableColumn("Text"),), ((cell,),)),)))

    lines = word.find("//w:tbl[2]//w:p[w:pPr/w:pStyle/@w:val='TableText']")
    assert [(said(p), value(p, "w:pPr/w:bidi")) for p in lines] == [
        ("Next step:", None), ("أُعد المشروع.", "1"), ("ثانياً", "1"),
    ]  # fmt: skip


def test_arabic_words_that_nobody_marked_are_marked():
    word = printed(sample_document(blocks=(Paragraph(words("Note: أُعد المشروع (2024).")),)))
    runs = word.find("//w:p[w:pPr/w:pStyle/@w:val='BodyText']/w:r")

    assert [(said(run), run.xpath("boolean(.//w:rtl)", namespaces=NAMES)) for run in runs] == [
        ("Note: ", False), ("أُعد المشروع", True), (" (2024).", False),
    ]  # fmt: skip


def test_chinese_takes_its_quotation_marks_from_its_own_font():
    runs = printed(sample_document("zh-hans")).find("//w:p[w:pPr/w:numPr]/w:r[w:t]")

    hints = [
        run.xpath("w:rPr/w:rFonts/@w:hint", namespaces=NAMES) for run in runs if "“" in said(run)
    ]
    assert hints == [["eastAsia"]] * 3


@pytest.mark.parametrize(("language", "slanted"), [("en", 1), ("ar", 1), ("zh-hans", 0)])
def test_only_letters_that_have_italics_are_slanted(language, slanted):
    word = printed(sample_document(language))
    emphasis = "//w:style[@w:styleId='Emphasis']/w:rPr/w:"

    assert len(word.find(emphasis + "i", "word/styles.xml")) == slanted
    assert word.find(emphasis + "iCs", "word/styles.xml") == []


def test_the_bars_of_an_arabic_chart_begin_at_the_right():
    assert bar((1, 2), 3, is_rtl=True) != bar((1, 2), 3, is_rtl=False)
    assert bar((1,), 1, is_rtl=True) == bar((1,), 1, is_rtl=False)
