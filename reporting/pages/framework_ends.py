"""How many frameworks end within so many months, by office, and the links that open them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reporting.pages.count_table import CountColumn
from reporting.pages.editions import Reading

Row = Mapping[str, Any]
NUMBERS: Final = ("ends", "unfollowed", "due")
ASKS: Final[Mapping[str, Mapping[str, str]]] = {
    "ends": {},
    "unfollowed": {"successor": "unknown"},
    "due": {"act": "yes"},
}
"""The filter of the calendar that opens the rows of each number."""


def horizon_total(rows: Iterable[Row], office: str | None, within: str) -> dict[str, int]:
    """The ends of one office, or of all, within so many months."""
    here = [row for row in rows if row["within"] == within and office in (None, row["office"])]
    return {name: sum(row[name] for row in here) for name in NUMBERS}


def horizon_column(reading: Reading, number: str, label: str, within: str) -> CountColumn:
    """A column of ends."""
    return CountColumn(
        label,
        f"#indicator+num+framework+{number}",
        lambda office: horizon_total(reading.section["horizons"], office, within)[number],
        lambda office: reading.to(
            "framework-calendar",
            {**({"office": office} if office else {}), "within": within, **ASKS[number]},
        ),
    )
