"""The notation by which a figure stands in a text: `{reported.frameworks_signed.ROAF}`.

In braces stands the name of a figure, or of something that has a name in each language; a word
after it asks for more: `{reported.frameworks_actively_engaged.ROAF of}` says of how many,
`total` in place of `of` says that number alone. In brackets with a caret stands a footnote:
`[^HSP/EB.2022/9, 11 January 2022]`. A brace or bracket that is meant as such is doubled.
Anything else is plain text, whatever it looks like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

NAME: Final = re.compile(r"[a-z_]+(?:\.[A-Za-z0-9_/-]+)*")
OPTIONS: Final = ("of", "total")
PIECE: Final = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}]*\}|\[\^|\]|[{}]|[^{}\[\]]+|\[")


@dataclass(frozen=True)
class Words:
    """Text as it was written."""

    text: str


@dataclass(frozen=True)
class Bound:
    """A figure or a name, taken from the publication. `written` is how it stands in the text."""

    name: str
    option: str
    written: str

    @property
    def group(self) -> str:
        """The first part of its name: what kind of thing it is."""
        return self.name.partition(".")[0]

    @property
    def code(self) -> str:
        """The rest of its name."""
        return self.name.partition(".")[2]


@dataclass(frozen=True)
class Footnote:
    """A footnote with its own words and figures."""

    tokens: "tuple[Token, ...]"


@dataclass(frozen=True)
class Broken:
    """Something in the notation that is not understood; it is shown as it was written."""

    written: str


Token = Words | Bound | Footnote | Broken


def parse(text: str) -> tuple[Token, ...]:
    """A text as words, figures and footnotes."""
    return tuple(joined(_parse(_pieces(text), within_note=False)))


def _pieces(text: str) -> Iterator[str]:
    return (found.group() for found in PIECE.finditer(text))


def _parse(pieces: Iterator[str], *, within_note: bool) -> Iterator[Token]:
    for piece in pieces:
        yield _token(piece, pieces, within_note=within_note)


def _token(piece: str, pieces: Iterator[str], *, within_note: bool) -> Token:
    if piece in {"{{", "}}", "[[", "]]"}:
        return Words(piece[0])
    if piece == "[^" and not within_note:
        return _footnote(pieces)
    if piece.startswith("{") and piece.endswith("}"):
        return bound(piece)
    return Broken(piece) if piece in {"{", "}", "[^"} else Words(piece)


def _footnote(pieces: Iterator[str]) -> Token:
    """What stands before the closing bracket; where none follows, the rest is not understood."""
    inner: list[str] = []
    for piece in pieces:
        if piece == "]":
            return Footnote(tuple(joined(_parse(iter(inner), within_note=True))))
        inner.append(piece)
    return Broken("".join(["[^", *inner]))


def bound(written: str) -> Token:
    """What stands in one pair of braces."""
    name, _space, option = written[1:-1].strip().partition(" ")
    is_known = NAME.fullmatch(name) and option in ("", *OPTIONS)
    return Bound(name, option, written) if is_known else Broken(written)


def joined(tokens: Iterator[Token]) -> Iterator[Token]:
    """Words that stand side by side as one."""
    waiting = ""
    for token in tokens:
        if isinstance(token, Words):
            waiting += token.text
            continue
        if waiting:
            yield Words(waiting)
            waiting = ""
        yield token
    if waiting:
        yield Words(waiting)


def bounds(tokens: tuple[Token, ...]) -> Iterator[Bound]:
    """The figures and names of a text, those in footnotes too, in their order."""
    for token in tokens:
        if isinstance(token, Bound):
            yield token
        elif isinstance(token, Footnote):
            yield from bounds(token.tokens)


def broken(tokens: tuple[Token, ...]) -> Iterator[str]:
    """What is not understood."""
    for token in tokens:
        if isinstance(token, Broken):
            yield token.written
        elif isinstance(token, Footnote):
            yield from broken(token.tokens)
