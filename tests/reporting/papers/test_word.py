"""A paper as Word: what a reader sees as structure is structure, by which an office goes on."""

import pytest

from reporting.papers.blocks import (
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    TableColumn,
    words,
)
from tests.factories.papers import PAGE, sample_document, sample_masthead
from tests.reporting.papers.word_parts import NAMES, W, printed, said, value

SHEET = 9638


def numbers_shown(word):
    """The numbers as Word counts them: each numbering from its start."""
    numbering = "word/numbering.xml"
    kinds = {
        num.get(f"{W}numId"): (value(num, "w:abstractNumId"), int(value(num, ".//w:startOverride")))
        for num in word.find("//w:num", numbering)
    }
    decimal = word.find("//w:abstractNum[w:lvl/w:numFmt/@w:val='decimal']", numbering)[0]
    counts, shown = {}, []
    for each in word.find("//w:p/w:pPr/w:numPr/w:numId/@w:val"):
        kind, start = kinds[each]
        counts[each] = counts.get(each, start - 1) + 1
        if kind == decimal.get(f"{W}abstractNumId"):
            shown.append(counts[each])
    return shown


def table_of(word, style="BoardTable"):
    return word.find(f"//w:tbl[w:tblPr/w:tblStyle/@w:val='{style}']")[0]


def rows(table):
    return table.findall(f"{W}tr")


def test_headings_stand_in_the_outline():
    word = printed(sample_document())

    assert [word.styled(f"Heading{level}") for level in (1, 2, 3)] == [
        ["Introduction"], ["Country"], ["Total"],
    ]  # fmt: skip
    levels = "//w:style[starts-with(@w:styleId, 'Heading')]/w:pPr/w:outlineLvl/@w:val"
    assert word.find(levels, "word/styles.xml") == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("II. ", "II.\tIntroduction"),
        ("三、", "三、\tIntroduction"),
        ("NGT-01. ", None),
        ("A", None),
    ],
)
def test_the_number_of_a_heading_hangs_outside_the_text(sign, shown):
    heading = Heading(1, (Run(sign), Run("Introduction")))

    (paragraph,) = printed(sample_document(blocks=(heading,))).find(
        "//w:p[w:pPr/w:pStyle/@w:val='Heading1']"
    )

    texts = paragraph.xpath("w:r/*[not(self::w:rPr)]", namespaces=NAMES)
    text = "".join("\t" if each.tag == W + "tab" else each.text for each in texts)
    hanging = paragraph.xpath("w:pPr/w:ind/@w:hanging", namespaces=NAMES)
    assert (text, hanging) == (shown or sign + "Introduction", ["680"] if shown else [])


def test_every_style_that_is_used_is_defined():
    word = printed(sample_document(mark="Made up"))
    used = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    parts = [n for n in word.zip.namelist() if n.startswith(("word/doc", "word/foot", "word/head"))]

    names = {name for part in parts for name in word.find(used, part)}

    assert names - set(word.find("//w:style/@w:styleId", "word/styles.xml")) == set()


@pytest.mark.parametrize("numbers", [[1, 2, 3], [1, 2, 5, 6], [4, 5, 1, 2], [7]])
def test_word_counts_the_numbers_that_the_paper_names(numbers):
    blocks = tuple(Paragraph(words(f"Paragraph {n}."), number=n) for n in numbers)

    assert numbers_shown(printed(sample_document(blocks=blocks))) == numbers


def test_bullets_between_paragraphs_do_not_disturb_their_numbers():
    assert numbers_shown(printed(sample_document())) == [1, 2, 3, 4]


def test_footnotes_stand_in_a_part_of_their_own_behind_their_separators():
    word = printed(sample_document())
    notes = word.find("//w:footnote", "word/footnotes.xml")

    assert [(note.get(f"{W}type"), note.get(f"{W}id")) for note in notes] == [
        ("separator", "-1"), ("continuationSeparator", "0"), (None, "1"), (None, "2"),
    ]  # fmt: skip
    assert word.find("//w:footnoteReference/@w:id") == ["1", "2"]
    assert said(notes[2]) == " HSP/EB.2022/9, 7.38F2"
    assert value(notes[2], "w:p/w:pPr/w:pStyle") == "FootnoteText"
    assert word.find("//w:footnotePr/w:footnote/@w:id", "word/settings.xml") == ["-1", "0"]


def test_a_footnote_within_a_footnote_stands_in_brackets():
    inner = Run("as published", note=(Run("2026/1"),))
    blocks = (Paragraph((Run("Text.", note=(inner,)),)),)

    word = printed(sample_document(blocks=blocks))

    assert said(word.find("//w:footnote[@w:id=1]", "word/footnotes.xml")[0]) == (
        " as published (2026/1)"
    )


def test_the_reference_of_a_figure_leads_to_its_page():
    word = printed(sample_document())
    link = word.find("//w:hyperlink[w:r/w:rPr/w:rStyle/@w:val='FigureReference']")[0]
    raised = "//w:style[@w:styleId='FigureReference']/w:rPr/w:vertAlign/@w:val"
    relation = link.xpath("string(@r:id)", namespaces=NAMES)
    relations = word.part("word/_rels/document.xml.rels")
    (target,) = [each for each in relations if each.get("Id") == relation]

    assert said(link) == "F1"
    assert (target.get("Target"), target.get("TargetMode")) == (PAGE + "#F1", "External")
    assert word.find(raised, "word/styles.xml") == ["superscript"]
    assert word.find("//p:Relationship/@Target", "word/_rels/footnotes.xml.rels") == [PAGE + "#F2"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "//host/x", "http://", "https://a b/", "x",
     "https://[::1", "https://h:99999/", "https://h/" + "x" * 2000],
)  # fmt: skip
def test_words_stay_and_no_link_is_made_of_an_address_that_is_none(url):
    word = printed(sample_document(blocks=(Paragraph((Run("Evidence", url=url),)),)))

    assert word.styled("BodyText") == ["Evidence"]
    assert word.find("//w:hyperlink") == []


def test_an_address_is_written_as_word_takes_it():
    run = Run("Evidence", url="https://example.org/a b/[1]?q=é#x")

    word = printed(sample_document(blocks=(Paragraph((run,)),)))

    link = "//p:Relationship[@TargetMode]/@Target"
    assert word.find(link, "word/_rels/document.xml.rels") == [
        "https://example.org/a%20b/%5B1%5D?q=%C3%A9#x"
    ]


def test_a_link_within_the_paper_leads_to_its_place():
    blocks = (
        Paragraph((Run("See the list", url="#item-NGT-01"),)),
        Heading(2, words("NGT-01"), anchor="item-NGT-01"),
    )

    word = printed(sample_document(blocks=blocks))

    assert word.find("//w:hyperlink/@w:anchor") == word.find("//w:bookmarkStart/@w:name")


def test_heads_of_a_table_are_repeated_and_rows_stay_whole():
    first, *others = rows(table_of(printed(sample_document())))

    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert [row.find(f"{W}trPr/{W}tblHeader") for row in others] == [None] * 4
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))


def test_a_row_longer_than_half_a_sheet_goes_on_on_the_next():
    table = Table("Narratives", (TableColumn("Text"),), ((words("Word " * 400),),))

    row = rows(table_of(printed(sample_document(blocks=(table,)))))[1]

    assert row.find(f"{W}trPr/{W}cantSplit") is None


def test_a_group_spans_the_table_and_a_total_stands_between_strong_rules():
    _heads, group, row, _other, total = rows(table_of(printed(sample_document())))

    assert value(group, "w:tc/w:tcPr/w:gridSpan") == "4"
    assert row.xpath(".//w:tcBorders", namespaces=NAMES) == []
    borders = total.xpath(".//w:tcBorders/*", namespaces=NAMES)
    assert [(each.tag, each.get(f"{W}sz")) for each in borders] == [
        (W + "top", "12"), (W + "bottom", "12"),
    ] * 4  # fmt: skip
    assert value(total, "w:tc[1]//w:rStyle") == "Strong"


def test_columns_share_the_width_of_the_sheet():
    word = printed(sample_document())
    widths = [int(each) for each in word.find("//w:tbl[2]/w:tblGrid/w:gridCol/@w:w")]

    assert sum(widths) == SHEET
    assert [round(width * 9 / SHEET) for width in widths] == [3, 1, 1, 4]


def test_a_head_is_not_broken_within_a_word_for_want_of_width():
    heads = ("Компонент", "Полностью", "Неприменимо", "Что говорится в ответе")
    columns = tuple(TableColumn(*each) for each in zip(heads, (4, 1, 1, 20), strict=True))
    table = Table("", columns, ())

    word = printed(sample_document("ru", blocks=(table,)))

    widths = [int(each) for each in word.find("//w:tbl[2]/w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == SHEET
    assert widths[1:3] == [9 * 92 + 170, 11 * 92 + 170]
    assert widths[0] < widths[3]


def test_a_table_is_below_its_caption_and_above_its_note():
    table = table_of(printed(sample_document()))

    assert value(table.getprevious(), "w:pPr/w:pStyle") == "Caption"
    assert value(table.getnext(), "w:pPr/w:pStyle") == "TableNote"
    assert table.xpath("w:tblPr/w:tblCaption/@w:val", namespaces=NAMES) == [
        said(table.getprevious())
    ]


def test_a_chart_says_itself_and_each_bar_in_words():
    word = printed(sample_document())
    chart = word.find("//w:tbl[w:tblPr/w:tblDescription]")[0]

    assert value(chart, "w:tblPr/w:tblDescription").startswith("In Africa, UN-Habitat signed")
    assert chart.xpath(".//wp:docPr/@descr", namespaces=NAMES)[0] == (
        "Full: 310; Partial: 120; Not started: 60; Not assessed: 10"
    )
    assert [said(cell) for cell in rows(chart)[0]][1:] == ["ROAF", "", "62%"]
    numbers = word.find("//wp:docPr/@id")
    assert len(numbers) == len(set(numbers)) == 8


def test_a_new_sheet_begins_with_what_follows():
    blocks = (Paragraph(words("Before")), PageBreak(), Heading(1, words("After")))

    word = printed(sample_document(blocks=blocks))

    broken = word.find("//w:p[w:pPr/w:pageBreakBefore]")
    assert [said(p) for p in broken] == ["After"]


def test_the_masthead_is_that_of_a_document_of_the_board():
    word = printed(sample_document("fr"))
    cells = [[said(p) for p in cell.findall(f"{W}p")] for cell in word.find("//w:tbl[1]//w:tc")]

    assert cells == [
        ["Nations Unies"],
        ["HSP/EB.2027/4"],
        ["Programme des Nations Unies pour les établissements humains"],
        ["Distr.: General", "23 novembre 2026", "Français", "Original : anglais"],
    ]
    assert word.styled("Session")[0] == "Première session de 2027"
    assert word.styled("Subtitle") == ["Note du secrétariat"]


def test_a_symbol_that_is_not_given_leaves_an_open_field():
    word = printed(sample_document(masthead=sample_masthead(symbol=""), symbol=""))

    (field,) = word.find("//w:sdt")
    assert value(field, "w:sdtPr/w:tag") == "symbol"
    assert value(field.getparent(), "w:pPr/w:pStyle") == "DocumentSymbolOpen"
    assert said(field).strip() == ""


def test_a_briefing_has_a_plain_title_and_begins_at_the_margin():
    word = printed(sample_document(masthead=None, subtitle="Africa"))

    assert (len(word.styled("Title")), word.styled("Subtitle")) == (1, ["Africa"])
    assert word.find("//w:style//w:ind", "word/styles.xml") == []


def test_every_sheet_bears_its_symbol_number_publication_and_mark():
    document = sample_document(mark="Demonstration: made-up data")

    word = printed(document)

    assert sorted(word.edges("header")) == [
        ["Demonstration: made-up data", ""], ["Demonstration: made-up data", "HSP/EB.2027/4"],
    ]  # fmt: skip
    assert word.edges("footer") == [["1/1", document.foot]] * 2
    assert word.find("//w:fldSimple/@w:instr", "word/footer1.xml") == [" PAGE ", " NUMPAGES "]
    assert len(word.find("//w:sectPr/w:headerReference | //w:sectPr/w:footerReference")) == 4
    assert len(word.find("//w:sectPr/w:titlePg")) == 1


def test_the_second_sheet_of_a_briefing_says_whose_it_is():
    document = sample_document(masthead=None, symbol="", title="Africa. Briefing")

    assert sorted(printed(document).edges("header")) == [[""], ["Africa. Briefing"]]


def test_the_file_says_whose_it_is_and_of_which_day():
    word = printed(sample_document("fr"))
    properties = {
        path: "".join(word.find(f"//{path}/text()", "docProps/core.xml"))
        for path in ("dc:creator", "dc:language", "dcterms:created", "dc:subject", "cp:keywords")
    }

    assert properties == {
        "dc:creator": "UN-Habitat",
        "dc:language": "fr-FR",
        "dcterms:created": "2026-11-23T00:00:00Z",
        "dc:subject": "HSP/EB.2027/4",
        "cp:keywords": "HSP/EB.2027/4, UN-Habitat",
    }
