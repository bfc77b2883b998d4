"""A workbook read by a process of its own, and the one sheet of it that has our columns."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from checklist.sandbox.archive import judge
from checklist.sandbox.unfit import Unfit
from checklist.workbooks.columns import NEEDED
from checklist.workbooks.grid import Grid, Marker, cell_name
from checklist.workbooks.head import find_head
from checklist.workbooks.identity import MARKER_SHEET, marker_of
from checklist.workbooks.refusals import WORDS, refusal
from checklist.workbooks.table import Table

TOP: Final = Path(__file__).resolve().parents[2]
COMMAND: Final = (sys.executable, "-E", "-s", "-m", "checklist.sandbox")
SECONDS: Final = 20
"""By the clock; the process limits its own time of work to less."""

Sheet = Mapping[str, Any]


def read_workbook(content: bytes) -> Grid | Table:
    """The table of a workbook, or why it is not read."""
    try:
        judge(content)
        answer = values_of(content)
    except Unfit as unfit:
        return refusal(unfit.code)
    grid = chosen(answer["sheets"])
    if grid is None or (answer["too_long"] and not is_ours(grid)):
        return refusal("too_many_lines" if answer["too_long"] else "not_a_workbook")
    return grid


def is_ours(grid: Grid) -> bool:
    """Whether a sheet has the columns without which it has no lines."""
    return set(NEEDED) <= set(find_head(grid).names.values())


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


def chosen(sheets: Sequence[Sheet]) -> Grid | None:
    """The sheet that names the most of our columns, wherever it stands and whatever its name."""
    marker = next((marker_of(x["rows"]) for x in sheets if x["name"] == MARKER_SHEET), None)
    grids = [grid_of(each, marker) for each in sheets if each["name"] != MARKER_SHEET]
    return max(grids, key=lambda grid: len(find_head(grid).names), default=None)


def grid_of(sheet: Sheet, marker: Marker | None) -> Grid:
    """One sheet as a table."""
    formulas = frozenset(cell_name(row, column) for row, column in sheet["formulas"])
    return Grid(sheet["rows"], formulas, marker)
