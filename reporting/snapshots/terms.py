"""The words of this service in the six languages, each with how sure it is.

`official` was read in a document or on a page of the United Nations in one language at least;
`standard` is its common usage; `proposed` is ours and waits for a reviser.
"""

import csv
from pathlib import Path
from typing import Final

from regions.languages import CODES
from reporting.snapshots.plain import Record

FILE: Final = Path(__file__).parent.parent / "data" / "terms.csv"


def read_terms() -> list[Record]:
    """The terms in the order of the file; a publication keeps the words of its own day."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return [term(row) for row in csv.DictReader(rows)]


def term(row: dict[str, str]) -> Record:
    """One term."""
    names = {code: row[code.replace("-", "_")] for code in CODES}
    return {**{name: row[name] for name in ("code", "group", "certainty", "note")}, "names": names}
