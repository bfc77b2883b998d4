"""What the records hold for a measure: the rows counted, of how many, and those that are silent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reporting.measures import DEFINITIONS, DOCUMENTS, Definition
from reporting.selecting import DAY, FACTS, UNKNOWN, Row, select, with_coverage

Register = Mapping[str, Sequence[Mapping[str, Any]]]
"""The records that can be counted, as a publication keeps them: `frameworks`, `countries`,
`programme_documents`.
"""


@dataclass(frozen=True)
class Count:
    """What the records hold: rows, of how many, and how many of those say nothing yet.

    The collection with the filters is the list of the counted rows.
    """

    value: int
    of_total: int | None
    silent: int
    collection: str
    filters: dict[str, str]


@dataclass(frozen=True)
class Counted:
    """The rows of a measure: those counted, and those whose records do not say yet."""

    definition: Definition
    filters: dict[str, str]
    rows: list[Row]
    silent: list[Row]
    of_total: int | None

    @property
    def count(self) -> Count:
        """Their numbers."""
        collection = self.definition.collection
        return Count(len(self.rows), self.of_total, len(self.silent), collection, self.filters)


def count(measure: str, office: str, day: str, register: Register) -> Count | None:
    """Count a measure for an office on a day; none when no record can count it."""
    return counted(measure, office, day, register).count if measure in DEFINITIONS else None


def counted(measure: str, office: str, day: str, register: Register) -> Counted:
    """The rows that a measure counts for an office on a day, and those that are silent."""
    definition = DEFINITIONS[measure]
    collection = definition.collection
    scope = {"office": office, DAY[collection]: day}
    placed = select(collection, rows_of(collection, register), scope)
    whole = select(collection, placed, {**scope, **(definition.whole or {})})
    filters = {**scope, **definition.filters}
    return Counted(
        definition,
        filters,
        select(collection, placed, filters),
        [row for row in placed if is_silent(row, definition, day)],
        None if definition.whole is None else len(whole),
    )


def rows_of(collection: str, register: Register) -> Iterable[Row]:
    """The records of a collection; a programme document is placed by its country."""
    if collection == DOCUMENTS:
        return with_coverage(register["programme_documents"], register["countries"])
    return register[collection]


def is_silent(row: Row, definition: Definition, day: str) -> bool:
    """Whether the record could count, and does not yet say what the measure asks."""
    facts = FACTS[definition.collection]
    said = {name: facts[name](row, day) for name in definition.filters}
    could_count = all(value in {definition.filters[name], UNKNOWN} for name, value in said.items())
    return could_count and UNKNOWN in said.values()
