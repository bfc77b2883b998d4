"""What the pages of the register count by office, and the filters that open the rows counted.

A number is counted with the very filters of its link, so that a reader opens as many rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from reporting.selecting import DAY, select

Row = Mapping[str, Any]

COLUMNS: Final[Mapping[str, Mapping[str, Mapping[str, str]]]] = {
    "frameworks": {
        "running": {},
        "signed": {"signatory": "yes"},
        "signature_unknown": {"signatory": "unknown"},
        "active": {"level": "active"},
        "light": {"level": "light"},
        "level_unknown": {"level": "unknown"},
    },
    "programme-documents": {
        "on_record": {},
        "new": {"generation": "new"},
        "derived": {"generation": "new", "derived": "yes"},
        "not_derived": {"generation": "new", "derived": "no"},
        "derivation_unknown": {"generation": "new", "derived": "unknown"},
        "running": {"running": "yes"},
    },
}
"""Each column of a table by office, as filters on the collection."""


def filters_of(collection: str, column: str, office: str | None, day: str) -> dict[str, str]:
    """The filters of one number."""
    where = {"office": office} if office else {}
    return {**where, **COLUMNS[collection][column], DAY[collection]: day}


def counted(
    collection: str, rows: Iterable[Row], offices: Iterable[str], day: str
) -> list[dict[str, Any]]:
    """The numbers of each office, and first those of the whole."""
    held: Sequence[Row] = select(collection, rows, {DAY[collection]: day})
    return [
        {
            "office": office,
            **{
                column: len(select(collection, held, filters_of(collection, column, office, day)))
                for column in COLUMNS[collection]
            },
        }
        for office in (None, *offices)
    ]
