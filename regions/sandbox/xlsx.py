"""The sheets of an xlsx workbook: where they are, and how far each reaches."""

from collections.abc import Mapping

from regions.sandbox.scanning import Extent, by_local_name, position, walk
from regions.sandbox.unfit import Unfit

CONTENT = {"v", "is", "t"}


def sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """The part of each sheet, by the sheet's name."""
    targets: dict[str, str] = {}
    names: list[tuple[str, str]] = []

    def relation(name: str, facts: Mapping[str, str]) -> None:
        if name == "Relationship":
            known = by_local_name(facts)
            targets[known.get("Id", "")] = known.get("Target", "")

    def sheet(name: str, facts: Mapping[str, str]) -> None:
        if name == "sheet":
            known = by_local_name(facts)
            names.append((known.get("name", ""), known.get("id", "")))

    walk(part(parts, "xl/_rels/workbook.xml.rels"), relation)
    walk(part(parts, "xl/workbook.xml"), sheet)
    found = {name: place(targets.get(key, "")) for name, key in names}
    return {name: where for name, where in found.items() if where in parts}


def part(parts: dict[str, bytes], name: str) -> bytes:
    """A part that no workbook can do without."""
    if name not in parts:
        raise Unfit("workbook_unreadable")
    return parts[name]


def place(target: str) -> str:
    """Where a relation points, from the top of the archive."""
    return target[1:] if target.startswith("/") else f"xl/{target}"


class Sheet:
    """A sheet on its way past: which cell one is in, and whether it says anything."""

    def __init__(self) -> None:
        self.extent = Extent()
        self.row, self.column = -1, -1

    def start(self, name: str, facts: Mapping[str, str]) -> None:
        """Content and formulas count where their cell is; a cell may leave out its own name."""
        if name == "row":
            self.row = int(facts.get("r") or self.row + 2) - 1
            self.column = -1
        elif name == "c":
            self.extent.look()
            self.cell(facts.get("r"))
        elif name == "f":
            self.extent.formula(self.row, self.column)
        elif name in CONTENT:
            self.extent.reach(self.row, self.column)

    def cell(self, reference: str | None) -> None:
        """The next cell, or the one it says it is."""
        if reference:
            self.row, self.column = position(reference)
        else:
            self.column += 1


def extent_of(content: bytes) -> Extent:
    """How far a sheet reaches."""
    sheet = Sheet()
    walk(content, sheet.start)
    return sheet.extent
