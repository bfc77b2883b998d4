"""A dataset: the rows of a data file that become records of one model."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from regions.loading.columns import Column
from regions.loading.faults import FileFault
from regions.loading.records import settle
from regions.loading.runs import Report, Run
from regions.loading.tables import Line, read_table

KEY_SEPARATOR = " | "


@dataclass(frozen=True)
class Row:
    """A row of a data file: the record's key and, by field, what it says in plain form."""

    line: int
    key: str
    content: dict[str, Any]


@dataclass(frozen=True)
class Dataset:
    """Rows of a file as records of a model.

    `key` names the columns' fields by which the file knows a record. With `split`, a cell
    of that column lists several codes and each makes a row. `others` are columns of the
    same file that another dataset reads.
    """

    name: str
    path: Path
    model: type[models.Model]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    split: str = ""
    others: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Every column the file must have."""
        own = (heading for column in self.columns for heading in column.headings)
        return tuple(dict.fromkeys([*own, *self.others]))

    def column(self, field: str) -> Column:
        """The column of a field."""
        return next(column for column in self.columns if column.field == field)

    def load(self, run: Run) -> Report:
        """Bring the records up to what the file says; faults are left with the run."""
        rows = list(self._rows(run))
        report = settle(self, rows, run)
        run.forget(self.model)
        return report

    def key_of(self, content: dict[str, Any]) -> str:
        """The key in words, as reports and the memory of loads use it."""
        parts = [content[field] for field in self.key]
        flat = [p for part in parts for p in (part if isinstance(part, list) else [part])]
        return KEY_SEPARATOR.join("" if part is None else str(part) for part in flat)

    def _rows(self, run: Run) -> Iterator[Row]:
        seen: dict[str, int] = {}
        for line in self._lines(run):
            content = self._content(line, run)
            if content is None:
                continue
            row = Row(line.number, self.key_of(content), content)
            if row.key in seen:
                message = _("“%(key)s” stands already in line %(line)d")
                self.fault(run, row.line, message % {"key": row.key, "line": seen[row.key]})
            else:
                seen[row.key] = row.line
                yield row

    def _lines(self, run: Run) -> list[Line]:
        lines = read_table(self.path, self.headings, run.faults)
        self._mention(lines, run)
        if not self.split:
            return lines
        return [
            Line(line.number, {**line.cells, self.split: code})
            for line in lines
            for code in line.cells[self.split].split()
        ]

    def _mention(self, lines: list[Line], run: Run) -> None:
        columns = [self.column(field) for field in self.key]
        headings = [heading for column in columns for heading in column.headings]
        paths = tuple(path for column in columns for path in column.paths)
        codes = (tuple(line.cells[heading] for heading in headings) for line in lines)
        run.mention(self.model, paths, codes)

    def _content(self, line: Line, run: Run) -> dict[str, Any] | None:
        content, count = {}, len(run.faults)
        for column in self.columns:
            try:
                content[column.field] = column.read(self.model, line.cells)
            except ValidationError as error:
                for message in error.messages:
                    self.fault(run, line.number, f"{column.headings[0]}: {message}")
        return content if len(run.faults) == count else None

    def fault(self, run: Run, line: int, message: str) -> None:
        """Note a fault of this file."""
        run.faults.append(FileFault(self.path, line, message))
