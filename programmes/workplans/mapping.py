"""How the columns of an export were understood, and what the reader said of the whole file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Self

from django.utils.translation import gettext as _

from accounts.refusals import Fault
from programmes.workplans.fields import BY_NAME, NEEDED, SEVERAL
from programmes.workplans.heads import find_heads, guess, heads_in
from regions import numbers
from regions.tables.grid import Grid


@dataclass(frozen=True)
class Said:
    """What the reader says of a file: its year, where it is from, of which day it is.

    `columns` corrects the guess; None leaves it.
    """

    year: int | None = None
    source: str = ""
    exported_on: date | None = None
    columns: Mapping[int, str] | None = None

    @property
    def citation(self) -> str:
        """The source as it is kept with each item, in English like all citations."""
        day = numbers.day(self.exported_on, "en") if self.exported_on else ""
        return ", ".join(filter(None, [self.source, day]))[:300]

    def as_json(self) -> dict[str, Any]:
        """As it is kept beside the file."""
        return {
            "year": self.year,
            "source": self.source,
            "exported_on": self.exported_on and self.exported_on.isoformat(),
            "columns": self.columns and {str(at): name for at, name in self.columns.items()},
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """As it was kept."""
        day, columns = kept.get("exported_on"), kept.get("columns")
        return cls(
            kept.get("year"),
            kept.get("source", ""),
            date.fromisoformat(day) if day else None,
            None if columns is None else {int(at): name for at, name in columns.items()},
        )


@dataclass(frozen=True)
class Mapped:
    """A grid with a field for each column that is read."""

    grid: Grid
    head: int
    columns: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def heads(self) -> list[str]:
        """The heads as they are written."""
        return heads_in(self.grid.rows[self.head]) if self.grid.rows else []

    @cached_property
    def positions(self) -> Mapping[str, list[int]]:
        """Where each field stands."""
        found: dict[str, list[int]] = {}
        for at, name in self.columns.items():
            found.setdefault(name, []).append(at)
        return found

    @property
    def faults(self) -> list[Fault]:
        """What makes the table unreadable as a whole."""
        times = Counter(self.columns.values())
        missing = [
            Fault(f"/columns/{x}", "missing_column", lacks(x)) for x in NEEDED if not times[x]
        ]
        doubled = [x for x, n in times.items() if n > 1 and x not in SEVERAL]
        return missing + [Fault(f"/columns/{x}", "doubled_column", twice(x)) for x in doubled]


def lacks(name: str) -> str:
    """Words for a field without a column."""
    words = _("No column is read as “%(field)s”. Choose which one it is.")
    return words % {"field": BY_NAME[name].label}


def twice(name: str) -> str:
    """Words for a field with two columns."""
    words = _("More than one column is read as “%(field)s”. Choose one.")
    return words % {"field": BY_NAME[name].label}


def understand(grid: Grid, said: Said) -> Mapped:
    """The columns as the reader corrected them, else as they are guessed."""
    head = find_heads(grid.rows)
    heads = heads_in(grid.rows[head]) if grid.rows else []
    columns = guess(heads) if said.columns is None else said.columns
    return Mapped(grid, head, {at: x for at, x in columns.items() if x in BY_NAME})
