"""A file of any kind that can hold a table; workbooks are read by a process of their own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from regions.sandbox.archive import OLE, ZIP, judge
from regions.sandbox.unfit import Unfit
from regions.tables.delimited import read_delimited
from regions.tables.grid import Grid, cell_name
from regions.tables.head import FEWEST, Named, among, find_head
from regions.tables.marks import MARKS_SHEET, marks_in
from regions.tables.refusals import WORDS, NotRead, refusal

TOP: Final = Path(__file__).resolve().parents[2]
COMMAND: Final = (sys.executable, "-E", "-s", "-m", "regions.sandbox")
SECONDS: Final = 20
"""By the clock; the process limits its own time of work to less."""

DELIMITED: Final = ("csv", "tsv", "txt", "text/plain", "text/tab-separated-values")

Sheet = Mapping[str, Any]


def read_grid(content: bytes, name: str, known: Collection[str]) -> Grid | NotRead:
    """The rows of a file; `name` is its name or media type, its first bytes have the last word.

    `known` are the heads that tell which sheet is meant, and by what a CSV file is separated.
    """
    looks_delimited = name.lower().partition(";")[0].strip().endswith(DELIMITED)
    is_delimited = looks_delimited and not content.startswith((ZIP, OLE))
    read = read_delimited if is_delimited else read_workbook
    return read(content, among(known))


def read_workbook(content: bytes, named: Named) -> Grid | NotRead:
    """The sheet of a workbook that names the most columns, or why it is not read."""
    try:
        judge(content)
        answer = values_of(content)
    except Unfit as unfit:
        return refusal(unfit.code)
    grid = chosen(answer["sheets"], named)
    if grid is None or (answer["too_long"] and not is_meant(grid, named)):
        return refusal("too_many_lines" if answer["too_long"] else "not_a_workbook")
    return grid


def is_meant(grid: Grid, named: Named) -> bool:
    """Whether a sheet is the table, and not one beside it that mentions a column."""
    return len(find_head(grid, named).names) >= FEWEST


def values_of(content: bytes) -> dict[str, Any]:
    """What the reading process says; one that died of its limits has said nothing."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told:
        given.write(content)
        given.seek(0)
        try:
            subprocess.run(
                COMMAND, stdin=given, stdout=told, stderr=subprocess.DEVNULL,
                cwd=TOP, timeout=SECONDS, check=True,
            )  # fmt: skip
            told.seek(0)
            answer: dict[str, Any] = json.load(told)
        except (subprocess.SubprocessError, ValueError) as fault:
            raise Unfit("workbook_unreadable") from fault
    if "refused" in answer:
        raise Unfit(answer["refused"] if answer["refused"] in WORDS else "workbook_unreadable")
    return answer


def chosen(sheets: Sequence[Sheet], named: Named) -> Grid | None:
    """The sheet that names the most columns, wherever it stands and whatever its name."""
    marks = next((marks_in(x["rows"]) for x in sheets if x["name"] == MARKS_SHEET), {})
    grids = [grid_of(each, marks) for each in sheets if each["name"] != MARKS_SHEET]
    return max(grids, key=lambda grid: len(find_head(grid, named).names), default=None)


def grid_of(sheet: Sheet, marks: Mapping[str, str]) -> Grid:
    """One sheet as a table."""
    formulas = frozenset(cell_name(row, column) for row, column in sheet["formulas"])
    return Grid(sheet["rows"], formulas, marks)
