"""The year of a plan: from its column, from the plan's name, or as the reader says."""

import re
from typing import Final

YEARS: Final = range(2000, 2101)
WRITTEN: Final = re.compile(r"(?<!\d)(20\d\d|2100)(?!\d)")


def year_in(text: str) -> int | None:
    """A year alone in its cell."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    return number if number in YEARS else None


def year_of_plan(name: str) -> int | None:
    """The one year that a plan's name has; of a plan for several years it is not known."""
    found = {int(year) for year in WRITTEN.findall(name)}
    return found.pop() if len(found) == 1 else None
