"""The sheets of an OpenDocument workbook: how far each reaches, repetitions counted."""

from collections.abc import Mapping

from regions.sandbox.scanning import Extent, by_local_name, walk
from regions.sandbox.unfit import Unfit


class Content:
    """A document on its way past: which sheet, row and cell one is in."""

    def __init__(self) -> None:
        self.extents: dict[str, Extent] = {}
        self.extent = Extent()
        self.row, self.column, self.rows, self.columns = 0, 0, 1, 1

    def start(self, name: str, facts: Mapping[str, str]) -> None:
        """A cell that says something says it as often as it is repeated."""
        if name == "table":
            self.extent = self.extents.setdefault(by_local_name(facts).get("name", ""), Extent())
            self.row = 0
        elif name == "table-row":
            self.column, self.rows = 0, times(facts, "number-rows-repeated")
        elif name in ("table-cell", "covered-table-cell"):
            self.cell(by_local_name(facts))
        elif name == "p":
            self.reach()

    def cell(self, facts: Mapping[str, str]) -> None:
        """One cell, with its value and its formula."""
        self.extent.look()
        self.columns = int(facts.get("number-columns-repeated") or 1)
        if "formula" in facts:
            self.extent.formula(self.row, self.column)
        if "value-type" in facts or "formula" in facts:
            self.reach()

    def reach(self) -> None:
        """There is content here, and in every repetition of it."""
        self.extent.reach(self.row + self.rows - 1, self.column + self.columns - 1)

    def end(self, name: str) -> None:
        """On to the next cell or row."""
        if name in ("table-cell", "covered-table-cell"):
            self.column += self.columns
        elif name == "table-row":
            self.row += self.rows


def times(facts: Mapping[str, str], name: str) -> int:
    """How often something is repeated."""
    return int(by_local_name(facts).get(name) or 1)


def extents_of(parts: dict[str, bytes]) -> dict[str, Extent]:
    """How far each sheet reaches; an encrypted document is told by its manifest."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unfit("workbook_encrypted")
    content = Content()
    walk(parts["content.xml"], content.start, content.end)
    return content.extents
