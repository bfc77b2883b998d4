"""What may stand in a text that people send."""

import difflib
import re
from collections.abc import Iterable

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and lone surrogates; tab and line ends are text."""

DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Direction marks: part of a narrative in Arabic, never of a code or a title."""


def has_control_characters(text: str) -> bool:
    """Whether a text carries characters that no reader sees and no store should keep."""
    return bool(CONTROL.search(text))


def has_direction_marks(text: str) -> bool:
    """Whether a text could show in another order than it is stored."""
    return bool(DIRECTION.search(text))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant, or nothing."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""
