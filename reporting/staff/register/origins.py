"""Where each field of a record comes from: its data file, a person, or a demonstration."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from regions import numbers
from regions.languages import in_language
from regions.loading import Dataset
from regions.models.loaded import LoadedRow

Loaded = Mapping[tuple[str, int], Mapping[str, Any]]
"""What the data files said at their last load, by dataset and record."""


SILENT: Final[tuple[Any, ...]] = (None, "", {}, "unknown")
"""What a file says of what is not known."""


@dataclass(frozen=True)
class Origin:
    """Where a value comes from, in words; `differs` when people changed what the file says."""

    words: str
    differs: bool = False


def loaded_for(records: Iterable[tuple[Dataset | None, models.Model | None]]) -> Loaded:
    """What the files said of some records: one query."""
    asked = Q(pk=None)
    for dataset, record in records:
        if dataset is not None and record is not None:
            asked |= Q(dataset=dataset.name, record_id=record.pk)
    rows = LoadedRow.objects.filter(asked).order_by("pk")
    return {(row.dataset, row.record_id): row.content for row in rows}


def origin_of(record: Any, name: str, dataset: Dataset | None, loaded: Loaded) -> Origin:
    """Where a field comes from: as in the file, changed since, or entered by people."""
    if getattr(record, "is_invented", False):
        return Origin(_("Invented for the demonstration"))
    content = loaded.get((dataset.name, record.pk)) if dataset else None
    if dataset is None or content is None or name not in content:
        is_silent = getattr(record, name, None) in SILENT
        return Origin(_("Not recorded") if is_silent else _("Entered by people"))
    said, holds = content[name], held(record, name, dataset)
    if said == holds:
        return Origin(_("Not stated in the source") if said in SILENT else cited(record, dataset))
    if said in SILENT:
        return Origin(_("Entered by people"))
    return Origin(_("Changed by people; the file says: %(said)s") % {"said": in_words(said)}, True)


def held(record: Any, name: str, dataset: Dataset) -> Any:
    """What the record holds, in the plain form of the file."""
    column = dataset.column(name)
    return column.stored([reached(record, path) for path in column.paths])


def reached(record: Any, path: str) -> Any:
    """The value at the end of a path; nothing where a step leads nowhere."""
    return reduce(lambda at, step: getattr(at, step, None), path.split("__"), record)


def cited(record: Any, dataset: Dataset) -> str:
    """The source that the record names, else the file it was loaded from."""
    source = getattr(record, "source", "")
    return source or _("Reference file %(file)s") % {"file": dataset.path.name}


def in_words(said: Any) -> str:
    """What a file says, as people read it."""
    if said in (None, ""):
        return _("nothing")
    if isinstance(said, dict):
        return in_language(said)
    if isinstance(said, list):
        return " ".join(str(part) for part in said)
    return number_words(said)


def number_words(said: Any) -> str:
    """A number as the language writes it; a code or a text as it is."""
    if isinstance(said, int) and not isinstance(said, bool):
        return numbers.number(said, get_language() or "en")
    return str(said)
