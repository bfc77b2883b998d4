"""One record of a long list, and how it is sealed, ordered and found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from regions.languages import CODES, in_language
from reporting.snapshots.canonical import digest, to_text
from reporting.snapshots.plain import Record
from reporting.words import in_order, words_of


@dataclass(frozen=True)
class Entry:
    """A record with what a page narrows, orders and finds it by.

    `before` stands before the name in the order, such as the position of an office;
    `texts` are what a search looks in, in whatever languages they are written.
    """

    key: str
    body: Record
    names: Mapping[str, str]
    facets: Mapping[str, str | Sequence[str] | None] = field(default_factory=dict)
    before: tuple[Any, ...] = ()
    texts: Iterable[str] = ()

    def place_in(self, language: str) -> tuple[Any, ...]:
        """What the entry is sorted by in a language; the key decides between equal names."""
        return (*self.before, in_order(in_language(self.names, language)), self.key)

    @property
    def bears(self) -> list[str]:
        """Its facets as they are asked for: `office:ROAF`."""
        given = {name: values_of(value) for name, value in self.facets.items()}
        return sorted(f"{name}:{value}" for name, values in given.items() for value in values)


def values_of(value: str | Sequence[str] | None) -> Sequence[str]:
    """A record may bear several values of one facet, or none."""
    return [value] if isinstance(value, str) else value or []


def ranked(entries: Sequence[Entry]) -> list[list[int]]:
    """Where each entry stands in each language."""
    places = [[0] * len(CODES) for _ in entries]
    for column, language in enumerate(CODES):
        keys = [entry.place_in(language) for entry in entries]
        for place, number in enumerate(sorted(range(len(entries)), key=keys.__getitem__)):
            places[number][column] = place
    return places


def as_rows(listed: str, entries: Sequence[Entry]) -> list[Record]:
    """The rows of a list as the database keeps them."""
    return [
        {
            "listed": listed,
            "key": entry.key,
            "facets": entry.bears,
            "places": places,
            "body": to_text(entry.body),
            "words": words_of(entry.key, *entry.names.values(), *entry.texts),
        }
        for entry, places in zip(entries, ranked(entries), strict=True)
    ]


def seal_of(rows: Iterable[Mapping[str, Any]]) -> str:
    """The digest of a list: its rows in the order of their keys, with facets and places."""
    kept = ("key", "facets", "places", "body")
    lines = [to_text({name: row[name] for name in kept}) for row in rows]
    return digest("\n".join(sorted(lines)))
