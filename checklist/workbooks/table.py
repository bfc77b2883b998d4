"""What a table became: lines of the one intake, and for every fault the cell it is in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from accounts.refusals import Fault
from regions.tables.grid import Grid
from regions.tables.head import Head

EMPTY_GRID = Grid(())


@dataclass(frozen=True)
class Table:
    """The lines of a table, ready for `checklist.intake`, with the faults of the table itself.

    `cells` names the cell behind a pointer of a line (`/lines/3/kind` is `I7`); `untouched`
    counts the rows that say nothing new and were left out.
    """

    lines: list[dict[str, Any]] = field(default_factory=list)
    cells: Mapping[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    untouched: int = 0
    grid: Grid = EMPTY_GRID
    head: Head | None = None

    def cell_of(self, pointer: str) -> str:
        """The cell of a fault: of its field, else of its line, else none."""
        while pointer:
            if pointer in self.cells:
                return self.cells[pointer]
            pointer = pointer.rpartition("/")[0]
        return ""


def refused(code: str, message: str) -> Table:
    """A file that cannot be read as a table at all."""
    return Table(faults=[Fault("", code, message)])
