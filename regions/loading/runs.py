"""One run of a loader: all files or none."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

import pghistory
from django.db import connection, models, transaction

from regions.loading.columns import plain
from regions.loading.faults import FileFault, FilesRefused
from regions.models import LoadedRow

Codes = tuple[Any, ...]


@dataclass
class Report:
    """What became of the rows of one dataset.

    `vanished` left the file and stay in the database; `removed` were deleted here by
    people and stay deleted; `kept` differ from the file because people entered them first;
    `overwritten` are entries that a changed file replaced; `left_out` refer to something
    that was removed here; `dropped` went with a file because nobody had been asked them.
    """

    name: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    vanished: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


class Run:
    """What a run knows so far: the faults, the codes the files speak of, the keys of rows."""

    def __init__(self) -> None:
        self.faults: list[FileFault] = []
        self._mentioned: dict[tuple[type[models.Model], Codes], set[Codes]] = {}
        self._ids: dict[tuple[type[models.Model], Codes], dict[Codes, Any]] = {}

    def mention(self, model: type[models.Model], by: Codes, codes: Iterable[Codes]) -> None:
        """Remember what a file speaks of, even where its row cannot be taken."""
        self._mentioned.setdefault((model, by), set()).update(codes)

    def is_mentioned(self, model: type[models.Model], by: Codes, codes: Codes) -> bool:
        """Whether a file of this run speaks of it, so that it is not unknown."""
        return codes in self._mentioned.get((model, by), ())

    def ids(self, model: type[models.Model], by: Codes) -> dict[Codes, Any]:
        """Keys of records by their codes: one query for each table and run."""
        if (model, by) not in self._ids:
            rows = model._default_manager.order_by("pk").values_list(*by, "pk")
            self._ids[model, by] = {tuple(map(plain, codes)): pk for *codes, pk in rows}
        return self._ids[model, by]

    def forget(self, model: type[models.Model]) -> None:
        """After a table was written its keys have to be read again."""
        self._ids = {key: ids for key, ids in self._ids.items() if key[0] is not model}


class Step(Protocol):
    """A dataset, or anything else that is loaded from a file."""

    def load(self, run: Run) -> Report: ...


def load(steps: Iterable[Step], *, reason: str) -> list[Report]:
    """Load all files in one transaction; with any fault, refuse and change nothing."""
    run = Run()
    with transaction.atomic(), pghistory.context(reason=reason):
        _one_at_a_time()
        reports = [step.load(run) for step in steps]
        if run.faults:
            raise FilesRefused(list(dict.fromkeys(run.faults)))
    return reports


def _one_at_a_time() -> None:
    """Two servers that start together load one after the other; the second finds all done."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {LoadedRow._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
