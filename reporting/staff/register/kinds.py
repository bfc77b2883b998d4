"""How a kind of record is shown: its list, its fields, and the records around it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import reverse

from regions.loading import Dataset

Words = Any
"""A text to be translated when it is shown."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: a text, perhaps a link or a code; nothing is a dash.

    `lang` says the language of a text that is kept in one language only.
    """

    text: str
    url: str = ""
    note: str = ""
    is_code: bool = False
    lang: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a list; the first one names the record."""

    heading: Words
    cell: Callable[[Any], Cell]


@dataclass(frozen=True)
class Field:
    """A field of a record, by its name in the model."""

    name: str
    label: Words
    cell: Callable[[Any], Cell] | None = None


@dataclass(frozen=True)
class Filter:
    """A parameter that narrows a list to one code."""

    name: str
    label: Words
    lookup: str
    options: Callable[[], Iterable[tuple[str, Words]]]


@dataclass(frozen=True)
class Part:
    """A record that belongs to another one, its `parent`, and is shown on its page."""

    title: Words
    dataset: Dataset
    parent: str
    record: Callable[[Any], models.Model | None]
    fields: tuple[Field, ...]
    absent: Words


@dataclass(frozen=True)
class Related:
    """Records that refer to this one, as a short table.

    `adds` is the kind of a record that can be added there, and its column for this one.
    """

    title: Words
    rows: Callable[[Any], Iterable[Any]]
    columns: tuple[Column, ...]
    absent: Words
    adds: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Way:
    """A page about a record beside the register: its words and the name of its address."""

    label: Words
    page: str


@dataclass(frozen=True)
class Kind:
    """A kind of record in the register.

    `loaded_from` says where all fields come from, for what is loaded whole and never edited.
    """

    slug: str
    title: Words
    about: Words
    model: type[models.Model]
    rows: Callable[[], "models.QuerySet[Any]"]
    key: str
    name: Callable[[Any], str]
    columns: tuple[Column, ...]
    fields: tuple[Field, ...]
    dataset: Dataset | None = None
    loaded_from: Words = ""
    filters: tuple[Filter, ...] = ()
    parts: tuple[Part, ...] = ()
    related: tuple[Related, ...] = ()
    ways: tuple[Way, ...] = ()

    @property
    def url(self) -> str:
        """The address of the list."""
        return reverse("register-kind", args=[self.slug])


def record_url(slug: str, key: Any) -> str:
    """The address of a record of a kind."""
    return reverse("register-record", args=[slug, key])
