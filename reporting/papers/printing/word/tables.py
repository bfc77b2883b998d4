"""Tables of figures: heads repeated on every sheet, groups across the width, totals ruled."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reporting.papers.printing.word.paragraphs import Block, Writer
from reporting.papers.printing.word.runs import Run
from reporting.papers.printing.word.styles import INK
from reporting.papers.printing.word.widths import least, widths_of
from reporting.papers.printing.word.wordml import Element, add

LONG: Final = 1500
"""Letters of a cell from which on its row may go on on the next sheet: kept whole it would
leave half a sheet empty before it."""

BOARD, PLAIN, MASTHEAD = "BoardTable", "TableNormal", "MastheadTable"
NO_HEADS: Final = {"val": "0600", "firstRow": 0, "firstColumn": 0, "noHBand": 1, "noVBand": 1}
LOOKS: Final = {
    BOARD: {"val": "06A0", "firstRow": 1, "firstColumn": 1, "noHBand": 1, "noVBand": 1},
    PLAIN: NO_HEADS,
    MASTHEAD: NO_HEADS,
}
"""Whether the first row holds heads, and the first cell of a row names it."""

Row = Sequence[Sequence[Run]]


def write_table(writer: Writer, body: Element, block: Block) -> None:
    """A table below its caption, above its note."""
    writer.said(body, "Caption", block["caption"])
    columns = block["columns"]
    shares = [column["share"] for column in columns]
    widths = widths_of(shares, [least(column["head"]) for column in columns])
    table = begun(writer, body, BOARD, widths, described=block)
    write_heads(writer, table, columns, widths)
    for place, row in enumerate(block["rows"]):
        if len(row) == 1 < len(columns):
            write_group(writer, table, row[0], widths)
        else:
            write_row(writer, table, row, columns, widths, is_total=place in block["totals"])
    write_note(writer, body, block["note"])


def begun(
    writer: Writer, body: Element, style: str, widths: Sequence[int], described: Mapping[str, Any]
) -> Element:
    """A table without rows. What it shows is said for those who hear it."""
    table = add(body, "tbl")
    look = add(table, "tblPr")
    add(look, "tblStyle", val=style)
    if writer.story.manner.is_rtl:
        add(look, "bidiVisual")
    add(look, "tblW", w=sum(widths), type="dxa")
    add(look, "tblLayout", type="fixed")
    add(look, "tblLook", **LOOKS[style])
    for name, key in (("tblCaption", "caption"), ("tblDescription", "alt")):
        if described.get(key):
            add(look, name, val=described[key])
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    return table


def write_heads(
    writer: Writer, table: Element, columns: Sequence[Mapping[str, Any]], widths: Sequence[int]
) -> None:
    """The row of heads, which Word repeats on every sheet."""
    row = add(table, "tr")
    look = add(row, "trPr")
    add(look, "cantSplit")
    add(look, "tblHeader")
    for column, width in zip(columns, widths, strict=True):
        style = "TableHeadingNumber" if column["is_number"] else "TableHeading"
        cell_, _look = cell(row, width)
        add(_look, "vAlign", val="bottom")
        writer.said(cell_, style, column["head"])


def write_group(writer: Writer, table: Element, runs: Sequence[Run], widths: Sequence[int]) -> None:
    """A row that begins a group: one cell across the width, kept with the row that follows."""
    row = add(table, "tr")
    add(add(row, "trPr"), "cantSplit")
    place, look = cell(row, sum(widths))
    add(look, "gridSpan", val=len(widths))
    writer.lines(place, "TableGroup", runs)


def write_row(
    writer: Writer,
    table: Element,
    cells: Row,
    columns: Sequence[Mapping[str, Any]],
    widths: Sequence[int],
    *,
    is_total: bool,
) -> None:
    """A row of figures or words."""
    row = add(table, "tr")
    if not is_long(cells):
        add(add(row, "trPr"), "cantSplit")
    for runs, column, width in zip(cells, columns, widths, strict=True):
        place, look = cell(row, width)
        if is_total:
            rule(look)
        style = "TableNumber" if column["is_number"] else "TableText"
        writer.lines(place, style, list(strong(runs)) if is_total else runs)


def is_long(cells: Row) -> bool:
    """Whether a row is too long to be kept on one sheet."""
    return any(sum(len(run["text"]) for run in runs) > LONG for runs in cells)


def cell(row: Element, width: int) -> tuple[Element, Element]:
    """A cell and its properties."""
    element = add(row, "tc")
    look = add(element, "tcPr")
    add(look, "tcW", w=width, type="dxa")
    return element, look


def rule(look: Element) -> None:
    """Strong rules above and below a total."""
    rules = add(look, "tcBorders")
    for side in ("top", "bottom"):
        add(rules, side, val="single", sz=12, space=0, color=INK)


def strong(runs: Sequence[Run]) -> Iterator[Run]:
    """The words of a total."""
    return ({**run, "strong": True} for run in runs)


def write_note(writer: Writer, body: Element, note: str) -> None:
    """The note below; without one an empty line, or two tables would become one."""
    writer.said(body, "TableNote" if note else "TableEnd", note)
