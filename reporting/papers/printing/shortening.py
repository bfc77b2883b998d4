"""A paper that keeps to its sheets whatever was written: what cannot be set closer is shortened.

Only words in lists and cells of tables are cut, and each shows that it is: the whole stands at the
address that the paper names at its end. What does not fit even then takes another sheet.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any, Final

LETTERS: Final = (90, 60, 40, 25)
"""Of a text, one step after the other; the last for Chinese, whose letters are twice as wide."""

Record = dict[str, Any]


class TooManySheets(Exception):
    """A paper does not keep to its sheets, however close it is set."""


def fitted(print_as: Callable[[Record], bytes], record: Record) -> bytes:
    """The paper as the first that keeps to its sheets."""
    for each in versions(record):
        try:
            return print_as(each)
        except TooManySheets:
            continue
    raise AssertionError


def versions(record: Record) -> Iterator[Record]:
    """The paper, then with ever shorter texts, then on more sheets."""
    yield record
    shortest = record
    for letters in LETTERS:
        shortest = {**record, "blocks": [shorter(block, letters) for block in record["blocks"]]}
        yield shortest
    for sheets in count(record["sheets"] + 1):
        yield {**shortest, "sheets": sheets}


def shorter(block: Mapping[str, Any], letters: int) -> Mapping[str, Any]:
    """A list or a table with its texts cut."""
    if block["kind"] == "bullets":
        return {**block, "items": [cut(runs, letters) for runs in block["items"]]}
    if block["kind"] == "table":
        rows = [[cut(runs, letters) for runs in row] for row in block["rows"]]
        return {**block, "rows": rows}
    return block


def cut(runs: list[Record], letters: int) -> list[Record]:
    """Runs of no more letters each."""
    return [
        {**run, "text": run["text"][: letters - 1].rstrip() + "…"}
        if len(run["text"]) > letters
        else run
        for run in runs
    ]
