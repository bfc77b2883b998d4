"""A large paper in parts, each one or more chapters: its headings stand alone, as PDF/UA asks."""

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, Final

Record = dict[str, Any]

MOST: Final = 1_200_000
"""Letters of a part as JSON; one chapter with more is a part all the same."""


def parted(record: Record) -> list[Record]:
    """The document as documents that follow one another; most papers are one."""
    chapters = list(chaptered(record["blocks"]))
    sizes = [size(chapter) for chapter in chapters]
    if sum(sizes) <= MOST:
        return [record]
    blocks = filled(chapters, sizes)
    notes = accumulate(map(footnotes, blocks), initial=0)
    is_numbered = any(block.get("number") for block in record["blocks"])
    return [
        {**record, "blocks": each, "part": place, "footnotes": before, "is_numbered": is_numbered}
        for place, (each, before) in enumerate(zip(blocks, notes, strict=False), 1)
    ]


def chaptered(blocks: Sequence[Record]) -> Iterator[list[Record]]:
    """What stands before the first chapter, and each chapter."""
    starts = [y for y, block in enumerate(blocks) if y and is_chapter(block)]
    for start, end in zip([0, *starts], [*starts, len(blocks)], strict=True):
        yield list(blocks[start:end])


def is_chapter(block: Record) -> bool:
    """A heading of the first level: any part that begins with one may stand alone."""
    return bool(block["kind"] == "heading" and block["level"] == 1 and block["runs"])


def size(blocks: Sequence[Record]) -> int:
    """How large a part is; what it takes follows from that."""
    return len(json.dumps(blocks, ensure_ascii=False))


def footnotes(thing: Any) -> int:
    """How many footnotes a part has; one within another has no number."""
    if isinstance(thing, dict):
        return 1 if thing.get("note") and "text" in thing else sum(map(footnotes, thing.values()))
    return sum(map(footnotes, thing)) if isinstance(thing, list) else 0


def filled(chapters: Sequence[list[Record]], sizes: Sequence[int]) -> list[list[Record]]:
    """Chapters that follow one another as one part, as long as it does not grow too large."""
    parts: list[list[Record]] = []
    size = MOST
    for chapter, more in zip(chapters, sizes, strict=True):
        if size + more > MOST:
            parts.append([])
            size = 0
        parts[-1] += chapter
        size += more
    return parts
