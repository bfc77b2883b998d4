"""A table as data: what a page shows of it can be taken along whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Cell = str | int | date | None


@dataclass(frozen=True)
class Column:
    """A column by its head, with its HXL hashtag where the standard has one (hxlstandard.org)."""

    label: str
    hxl: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table with its title, its heads and all its rows, not only those a page shows."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]

    @property
    def heads(self) -> list[Any]:
        """The heads in the reader's language."""
        return [column.label for column in self.columns]

    @property
    def hashtags(self) -> list[Any]:
        """The HXL row; a column without a hashtag stays empty."""
        return [column.hxl for column in self.columns]


@dataclass(frozen=True)
class Download:
    """The link to a table as a file."""

    label: str
    url: str
