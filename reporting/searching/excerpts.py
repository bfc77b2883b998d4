"""Where in a text the words were found: the words around the first of them, the found marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reporting.searching.asking import Asked, Form
from reporting.searching.folding import Folded, fold
from reporting.words import HAN

BEFORE: Final = 70
AFTER: Final = 150


@dataclass(frozen=True)
class Piece:
    """A part of a text: what was asked, or what stands around it."""

    text: str
    is_found: bool = False


def pattern(asked: Asked) -> re.Pattern[str] | None:
    """What is marked in a folded text; nothing where nothing was asked."""
    needles = {needle for term in asked.terms for form in term.forms for needle in needles_of(form)}
    longest_first = sorted(needles, key=lambda each: (-len(each), each))
    return re.compile("|".join(longest_first)) if needles else None


def needles_of(form: Form) -> Iterator[str]:
    """The words of a form: whole, or where the last is open, all that begins with it."""
    *others, last = form.marked
    yield from map(whole_word, others)
    yield rf"(?<!\w){re.escape(last)}\w*" if form.is_open else whole_word(last)


def whole_word(word: str) -> str:
    """A word between the ends of words, which Chinese does not have."""
    escaped = re.escape(word)
    return escaped if HAN.search(word) else rf"(?<!\w){escaped}(?!\w)"


def marked(text: str, found: re.Pattern[str]) -> list[Piece]:
    """The whole text with what was found."""
    return list(pieces(fold(text), found))


def excerpt(text: str, found: re.Pattern[str]) -> list[Piece]:
    """The words around the first that was found; nothing where none was."""
    folded = fold(text)
    first = found.search(folded.folded)
    if first is None:
        return []
    begin, _end = folded.span(*first.span())
    start, end = window(text, begin)
    cut = list(pieces(fold(text[start:end]), found))
    before = [Piece("… ")] if start else []
    return [*before, *cut, *([Piece(" …")] if end < len(text) else [])]


def window(text: str, begin: int) -> tuple[int, int]:
    """From a word shortly before a place to one after it; a text without spaces is cut anywhere."""
    start, end = max(begin - BEFORE, 0), min(begin + AFTER, len(text))
    if start and (space := text.find(" ", start, begin)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", begin + 1, end)) >= 0:
        end = space
    return start, end


def pieces(folded: Folded, found: re.Pattern[str]) -> Iterator[Piece]:
    """A text as pieces, found or between."""
    done = 0
    for match in found.finditer(folded.folded):
        begin, end = folded.span(*match.span())
        if begin > done:
            yield Piece(folded.text[done:begin])
        yield Piece(folded.text[begin:end], is_found=True)
        done = end
    if done < len(folded.text):
        yield Piece(folded.text[done:])


def is_found(parts: Sequence[Piece]) -> bool:
    """Whether anything in a text was found."""
    return any(part.is_found for part in parts)
