"""How many frameworks end within so many months: the sentence, and the counts with their links."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reporting.headlines import frameworks as headlines
from reporting.pages.count_table import CountColumn
from reporting.pages.editions import Reading
from reporting.pages.filtering import finding_over
from reporting.pages.headline import Headline

Row = Mapping[str, Any]
NUMBERS: Final = ("ends", "unfollowed", "due")
ASKS: Final[Mapping[str, Mapping[str, str]]] = {
    "ends": {},
    "unfollowed": {"successor": "unknown"},
    "due": {"act": "yes"},
}
"""The filter of the calendar that opens the rows of each number."""


def ends_headline(reading: Reading, months: int) -> Headline:
    """Of the whole or of an office, what ends soon; of any other choice, how many pass."""
    office = reading.filters.get("office")
    ends = horizon_total(reading.section["horizons"], office, months)
    words = headlines.ending(ends["ends"], ends["unfollowed"], months)
    return finding_over(reading, words, headlines.passing(reading.total))


def horizon_total(rows: Iterable[Row], office: str | None, months: int) -> dict[str, int]:
    """The ends of one office, or of all, within so many months."""
    within = str(months)
    here = [row for row in rows if row["within"] == within and office in (None, row["office"])]
    return {name: sum(row[name] for row in here) for name in NUMBERS}


def horizon_column(reading: Reading, number: str, label: str, months: int) -> CountColumn:
    """A column of ends."""
    return CountColumn(
        label,
        f"#indicator+num+framework+{number}",
        lambda office: horizon_total(reading.section["horizons"], office, months)[number],
        lambda office: reading.to(
            "framework-calendar",
            {**({"office": office} if office else {}), "within": str(months), **ASKS[number]},
        ),
    )
