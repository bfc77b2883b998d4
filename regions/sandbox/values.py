"""The values of the sheets, as JSON can carry them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from regions.sandbox import ods, xlsx
from regions.sandbox.archive import judge, pack, unpack
from regions.sandbox.scanning import Extent, TooLong
from regions.sandbox.unfit import Unfit

SHEETS: Final = 20
CHARACTERS: Final = 20_000_000


def read(content: bytes) -> dict[str, Any]:
    """Every sheet that is short enough, and the names of those that are not."""
    kind = judge(content)
    parts = unpack(content, kind)
    extents, too_long = measured(parts, kind)
    packed = pack(parts)
    parts.clear()
    sheets = [sheet for sheet, _ in zip(rows_of(packed, extents), range(SHEETS), strict=False)]
    if sum(length(row) for sheet in sheets for row in sheet["rows"]) > CHARACTERS:
        raise Unfit("workbook_too_big")
    return {"sheets": sheets, "too_long": too_long}


def measured(parts: dict[str, bytes], kind: str) -> tuple[dict[str, Extent], list[str]]:
    """How far each sheet reaches; OpenDocument keeps all in one part, so one is all."""
    if kind == "ods":
        try:
            return ods.extents_of(parts), []
        except TooLong:
            raise Unfit("too_many_lines") from None
    extents, too_long = {}, []
    for name, part in xlsx.sheet_parts(parts).items():
        try:
            extents[name] = xlsx.extent_of(parts[part])
        except TooLong:
            too_long.append(name)
    return extents, too_long


def rows_of(packed: Any, extents: dict[str, Extent]) -> Iterator[dict[str, Any]]:
    """The sheets with their rows from the first one on, and their formulas."""
    try:
        with CalamineWorkbook.from_filelike(packed) as workbook:
            for name, extent in extents.items():
                rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield {
                    "name": name,
                    "rows": [[plain(cell) for cell in row] for row in rows],
                    "formulas": sorted(extent.formulas),
                }
    except CalamineError as fault:
        raise Unfit("workbook_unreadable") from fault


def plain(value: Any) -> Any:
    """A value as JSON has it; days as text."""
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else str(value)


def length(row: Iterable[Any]) -> int:
    """How many characters a row carries."""
    return sum(len(cell) for cell in row if isinstance(cell, str))
