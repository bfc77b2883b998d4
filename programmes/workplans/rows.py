"""The rows of an export as plain values, with every fault named and the cell it is in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.refusals import Fault
from programmes.workplans import agencies
from programmes.workplans.amounts import NotAnAmount, read_amount
from programmes.workplans.codes import code_and_name
from programmes.workplans.fields import AMOUNTS, BY_NAME, RESULTS
from programmes.workplans.mapping import Mapped
from programmes.workplans.years import year_in, year_of_plan
from regions.tables.cells import text_of
from regions.tables.folding import fold
from regions.tables.grid import Cell, Row, cell_name
from regions.texts import DIRECTION, has_control_characters

LIMIT: Final = 2_000
TOTALS: Final = frozenset({"total", "totals", "grand total", "sum", "المجموع", "итого", "合计"})
TEXTS: Final = ("country", "plan", "status", *(name for pair in RESULTS for name in pair))
IN_ANOTHER: Final = {"code": "name", "year": "plan"}
LONGEST_CODE: Final = 40


@dataclass(frozen=True)
class ReadRow:
    """A row: its place in the sheet, what it says, and where each field stands."""

    number: int
    values: Mapping[str, Any]
    cells: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, name: str, code: str, message: str) -> None:
        """Note a fault in a field."""
        self.faults.append(Fault(f"/rows/{self.number}/{name}", code, message))


def read_rows(mapped: Mapped, year: int | None) -> Iterator[ReadRow]:
    """The rows below the heads; empty ones and sums say nothing of their own."""
    for number, row in enumerate(mapped.grid.rows[mapped.head + 1 :], mapped.head + 1):
        if says_something(row, mapped):
            yield read_row(number, row, mapped, year)


def says_something(row: Row, mapped: Mapped) -> bool:
    """Whether a row is one of the plan: one with a word in it, and not a sum at its foot."""
    words = [fold(text_of(row[at])) for at in mapped.columns if at < len(row)]
    return any(words) and not TOTALS.intersection(words)


def read_row(number: int, row: Row, mapped: Mapped, year: int | None) -> ReadRow:
    """One row, field by field."""
    found = {x: [row[at] for at in p if at < len(row)] for x, p in mapped.positions.items()}
    cells = cells_of(number, mapped)
    values: dict[str, Any] = {name: text_in(found.get(name, [])) for name in TEXTS}
    read = ReadRow(number + 1, values, cells)
    name_formulas(read, number, mapped)
    for code, name in RESULTS:
        values[code], values[name] = code_and_name(values[code], values[name])
    values["agencies"] = agencies.split(text_in(found.get("agencies", []), ";"))
    values["names_un_habitat"] = agencies.names_un_habitat(values["agencies"])
    for name in AMOUNTS:
        values[name] = amount_in(read, name, found.get(name, []))
    values["year"] = year_of(read, text_in(found.get("year", [])), year)
    values["plan"] = values["plan"] or plan_name(values["year"])
    check_texts(read)
    return read


def cells_of(number: int, mapped: Mapped) -> dict[str, str]:
    """The cell of each field; a code or year without a column is looked for in another's."""
    cells = {name: cell_name(number, at[0]) for name, at in mapped.positions.items()}
    others = {name: cells[other] for name, other in IN_ANOTHER.items() if other in cells}
    return others | cells


def text_in(cells: list[Cell], between: str = " ") -> str:
    """The text of the cells of a field, nearly always one."""
    return between.join(filter(None, map(text_of, cells)))


def plan_name(year: int | None) -> str:
    """What a plan is called whose export does not name it."""
    return f"Joint work plan {year}" if year else ""


def amount_in(read: ReadRow, name: str, cells: list[Cell]) -> Decimal | None:
    """An amount; one that cannot be read is a fault."""
    try:
        return read_amount(cells[0]) if cells else None
    except NotAnAmount as fault:
        read.fault(name, fault.code, fault.message)
        return None


def year_of(read: ReadRow, text: str, said: int | None) -> int | None:
    """The year of the column, else the one the reader said, else that of the plan's name."""
    found = year_in(text) if text else said or year_of_plan(read.values["plan"])
    if text and not found:
        words = _("“%(text)s” is not a year, such as 2026.") % {"text": text[:20]}
        read.fault("year", "not_a_year", words)
    elif not found:
        words = _("Neither a column nor the name of the plan says its year. State the year.")
        read.fault("year", "required", words)
    return found


def name_formulas(read: ReadRow, number: int, mapped: Mapped) -> None:
    """A value that another file or another day would change is not what was published."""
    for at, name in mapped.columns.items():
        if mapped.grid.formulas and cell_name(number, at) in mapped.grid.formulas:
            words = _("A formula stands here; write its value instead.")
            read.fault(name, "formula_not_allowed", words)


def check_texts(read: ReadRow) -> None:
    """What is needed is there, nothing is longer than is kept, and a reader can see it all."""
    for name in ("country", "code", "name"):
        if not read.values[name]:
            words = _("“%(field)s” is missing.") % {"field": BY_NAME[name].label}
            read.fault(name, "required", words)
    for name in TEXTS:
        check_text(read, name, read.values[name], longest(name))
    for agency in read.values["agencies"]:
        check_text(read, "agencies", agency, 80)


def check_text(read: ReadRow, name: str, text: str, limit: int) -> None:
    """One text: its length and its characters."""
    if len(text) > limit:
        words = _("The text has %(length)d characters; at most %(limit)d are kept.")
        read.fault(name, "too_long", words % {"length": len(text), "limit": limit})
    is_code = longest(name) == LONGEST_CODE
    if has_control_characters(text) or (is_code and DIRECTION.search(text)):
        words = _("The text has characters that cannot be kept.")
        read.fault(name, "bad_character", words)


def longest(name: str) -> int:
    """How long a field may be."""
    return LONGEST_CODE if name.endswith("code") else BY_NAME[name].longest
