"""A large paper is printed in parts and joined: nobody who reads it may notice."""

import re
import sys
from io import BytesIO

import pytest
from pikepdf import Dictionary, Name, Pdf

from reporting.papers import printers
from reporting.papers.blocks import Heading, PageBreak, Paragraph, Run, Table, TableColumn, words
from reporting.papers.printers import NotPrinted, print_document
from reporting.papers.printing.parts import MOST, parted
from tests.factories.papers import PAGE, sample_document
from tests.reporting.papers.test_pdf import read, structure

IN_PARTS = (
    "from reporting.papers.printing import __main__ as m, parts, pdf; parts.MOST = {most}; {more};"
    "m.sys.exit(m.main())"
)
COLUMNS = (TableColumn("Who answers", 1), TableColumn("What they say", 3))


def in_parts(monkeypatch, most=9_000, more="pass"):
    """Parts begin at far fewer letters."""
    code = IN_PARTS.format(most=most, more=more)
    monkeypatch.setattr(printers, "COMMAND", (sys.executable, "-E", "-s", "-c", code))


def chapter(name, rows=30):
    """A chapter on sheets of its own, with a group of rows, a link and a footnote."""
    answers = [
        (words(f"Team {y}", strong=True), words(f"{name} {y} {'why ' * 30}")) for y in range(rows)
    ]
    linked = Run("at least 45", ref="F1", url=f"{PAGE}#F1", note=words("As the note says."))
    return (
        PageBreak(),
        Heading(1, words(f"{name}. A pillar"), anchor=name),
        Paragraph((linked, Run(" of them.")), number=len(name)),
        Heading(2, words(f"{name}-1"), anchor=f"{name}-1"),
        Table(f"Answers to {name}", COLUMNS, ((words("Africa"),), *answers)),
    )


def large(language="en", **fields):
    opening = (Paragraph(words("What to know before reading.")),)
    blocks = (*opening, *chapter("NGT"), *chapter("REGION"), *chapter("FUN 😀 ไทย"))
    return sample_document(language, blocks=blocks, mark="Demonstration data", **fields)


def both(monkeypatch, language="en"):
    """The paper as one, and in parts."""
    whole = print_document(large(language), "pdf")
    in_parts(monkeypatch)
    return whole, print_document(large(language), "pdf")


def dictionaries(paper, name):
    return [each for each in paper.objects if isinstance(each, Dictionary) and name in each]


def table_of(tag):
    while Name.Table != tag.S:
        tag = tag.P
    return tag


def spoken(paper):
    """The tags with their words, without numbers of objects and names."""
    lines = re.sub(r" <[^>]+>", "", structure(paper)).splitlines()
    return [line for line in lines if not re.match(r" *(Object|/Scope|/Headers)", line)]


def test_a_paper_is_parted_where_chapters_begin():
    table = {"kind": "table", "text": "x" * (MOST // 2)}
    head = {"kind": "heading", "level": 1, "runs": ["a"]}
    below = {**head, "level": 2}
    first = {"kind": "paragraph", "number": 1}

    parts = parted({"blocks": [first, head, table, below, head, table, head, below]})

    assert [part["blocks"] for part in parts] == [
        [first, head, table, below],
        [head, table, head, below],
    ]
    assert [(part["part"], part["is_numbered"]) for part in parts] == [(1, True), (2, True)]


def test_a_chapter_that_is_too_large_is_a_part_and_a_small_paper_is_whole():
    large = {"kind": "table", "text": "x" * (MOST + 1)}
    head = {"kind": "heading", "level": 1, "runs": ["a"]}
    small = {"blocks": [head, head]}

    assert parted(small) == [small]
    parts = parted({"blocks": [head, large, head, large, head]})
    assert [part["blocks"] for part in parts] == [[head, large], [head, large], [head]]
    assert [part["is_numbered"] for part in parts] == [False] * 3


@pytest.mark.parametrize("language", ["en", "ar", "zh-hans"])
def test_in_parts_it_reads_sheet_by_sheet_as_in_one(monkeypatch, language):
    whole, paper = both(monkeypatch, language)

    assert len(Pdf.open(BytesIO(whole)).pages) > 4
    assert read(paper).split("\f") == read(whole).split("\f")


def test_in_parts_it_is_read_aloud_as_in_one(monkeypatch):
    whole, paper = both(monkeypatch)

    assert spoken(paper) == spoken(whole)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper


def test_in_parts_it_has_the_same_chapters_addresses_and_number_of_sheets(monkeypatch):
    whole, paper = (Pdf.open(BytesIO(each)) for each in both(monkeypatch))

    def lists(pdf):
        with pdf.open_outline() as outline:
            chapters = [(each.title, [sub.title for sub in each.children]) for each in outline.root]
        names = pdf.Root.Names.Dests.Names
        places = {
            str(name): pdf.pages.index(place[0])
            for name, place in zip(names[::2], names[1::2], strict=True)
        }
        told = re.search(rb"NPages>(\d+)<", pdf.Root.Metadata.read_bytes())[1]
        return chapters, places, told

    assert lists(paper) == lists(whole)
    assert [str(name) for name in paper.Root.Names.Dests.Names[::2]] == sorted(lists(whole)[1])


def test_sheets_and_links_find_their_own_tags_and_cells_their_own_heads(monkeypatch):
    _whole, made = both(monkeypatch)
    paper = Pdf.open(BytesIO(made))
    tree = paper.Root.StructTreeRoot
    numbers = list(tree.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))

    for page in paper.pages:
        tags = [tag for tag in owners.pop(int(page.obj.StructParents)) if tag is not None]
        assert tags
        assert {tag.Pg.objgen for tag in tags if Name.Pg in tag} == {page.obj.objgen}
        for link in page.obj.get(Name.Annots, ()):
            assert owners.pop(int(link.StructParent)).S in (Name.Link, Name.Reference)
    assert owners == {}
    assert {tag.P.objgen for tag in tree.K[0].K} == {tree.K[0].objgen}
    names = list(tree.IDTree.Names)
    tags = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    assert [str(tag.ID) for tag in tags.values()] == sorted(tags)
    assert len(tags) == len(dictionaries(paper, Name.ID))
    for cell in [each for each in dictionaries(paper, Name.A) if each.get(Name.S) == Name.TD]:
        for name in [str(name) for manner in cell.A for name in manner.get(Name.Headers, ())]:
            assert table_of(tags[name]).objgen == table_of(cell).objgen


def test_the_same_document_in_parts_is_the_same_bytes(monkeypatch):
    in_parts(monkeypatch)

    assert print_document(large(), "pdf") == print_document(large(), "pdf")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("os.kill(os.getpid(), 9)", "paper_too_large"),
        ("bytes(10**15)", "paper_too_large"),
        ("part['nothing']", "paper_not_printed"),
    ],
)
def test_a_part_that_is_not_printed_is_told(monkeypatch, act, code):
    in_parts(monkeypatch, more=f"import os; pdf.typeset = lambda part: {act}")

    with pytest.raises(NotPrinted) as refusal:
        print_document(large(), "pdf")
    assert refusal.value.code == code
