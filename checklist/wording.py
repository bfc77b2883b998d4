"""What changed between two texts, word by word: plain Python that knows no page."""

import difflib
import re
from dataclasses import dataclass

WORD = re.compile(r"\s+|\w+|[^\w\s]", re.UNICODE)
LONGEST = 1500
"""Above so many words a comparison word by word takes longer than a reader should wait."""


@dataclass(frozen=True)
class Piece:
    """A run of text that both sides have (`same`), or only this side has."""

    text: str
    is_same: bool


def compare(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces: what was taken away is marked before, what was added is marked after.

    A text that is new or gone as a whole is one piece.
    """
    old, new = WORD.findall(before), WORD.findall(after)
    if not old or not new or len(old) + len(new) > LONGEST:
        return whole(before, before == after), whole(after, before == after)
    left: list[Piece] = []
    right: list[Piece] = []
    matcher = difflib.SequenceMatcher(lambda word: word.isspace(), old, new, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        add(left, "".join(old[start:end]), tag == "equal")
        add(right, "".join(new[begin:stop]), tag == "equal")
    return left, right


def whole(text: str, is_same: bool) -> list[Piece]:
    """A text as one piece."""
    return [Piece(text, is_same)] if text else []


def add(pieces: list[Piece], text: str, is_same: bool) -> None:
    """One more run; white space alone is no difference that a reader can see."""
    if text:
        pieces.append(Piece(text, is_same or text.isspace()))
