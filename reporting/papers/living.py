"""How a text in work reads now: its figures in place, and what somebody has to look at.

A figure that reads otherwise than when the text was last looked at, a name that nothing bears, a
notation that is not understood, a number that is bound to nothing: each is marked where it stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from django.conf import settings
from django.utils.translation import override

from reporting.models import Paragraph
from reporting.papers import bare
from reporting.papers.exhibits import EXHIBITS
from reporting.papers.notation import Bound, Broken, Footnote, Token, Words, bounds, parse

WORDS, FIGURE, NAME, NOTE = "words", "figure", "name", "note"
CHANGED, UNKNOWN, BROKEN, BARE, MISPLACED = "changed", "unknown", "broken", "bare", "misplaced"
EXHIBIT: Final = "exhibit"
DRAWN: Final = ("table", "chart")
STOPS: Final = (UNKNOWN, BROKEN, MISPLACED)
"""What stands in the way of issuing the note."""
MARKS: Final = (*STOPS, CHANGED, BARE)
"""What somebody has to look at."""

Seen = Mapping[str, str]


class Known(Protocol):
    """The figures of a publication (`reporting.papers.figures.Figures`)."""

    def text(self, bound: Bound) -> str | None:
        """How one reads in the active language; nothing where it is not known."""

    def url(self, bound: Bound) -> str:
        """The page of its records."""

    def figure(self, bound: Bound) -> Mapping[str, object] | None:
        """Its record; nothing for a name."""


@dataclass(frozen=True)
class Piece:
    """A part of a text as it reads, of one kind; a footnote holds pieces of its own.

    `was` is how a changed figure read before, `written` how it stands in the notation.
    """

    kind: str
    text: str = ""
    written: str = ""
    url: str = ""
    was: str = ""
    pieces: "tuple[Piece, ...]" = ()


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Look:
    """With what a text is looked at: the figures, if there are any yet, and how they read before.

    `language` is that of the text; links lead to pages in the reader's. A translation is held
    against its `original`.
    """

    figures: Known | None
    language: str = "en"
    original: str = ""
    seen: Seen | None = None
    is_exhibit: bool = False

    def pieces(self, text: str) -> Pieces:
        """A text as it reads now."""
        if self.is_exhibit:
            return (Piece(kind_of(text), text, text),)
        return tuple(self.read(parse(text)))

    def read(self, tokens: Iterable[Token], *, in_note: bool = False) -> Iterator[Piece]:
        """Token by token; the numbers of a footnote are those of what it cites."""
        for token in tokens:
            match token:
                case Words(text=text):
                    yield from [Piece(WORDS, text)] if in_note else self.words(text)
                case Bound():
                    yield self.bound(token)
                case Footnote(tokens=inner):
                    yield Piece(NOTE, pieces=tuple(self.read(inner, in_note=True)))
                case Broken(written=written):
                    yield Piece(BROKEN, written, written)

    def words(self, text: str) -> Iterator[Piece]:
        """Words, with the numbers among them that are bound to nothing."""
        is_own = self.language == "en"
        found = bare.split(text) if is_own else bare.split_translated(text, self.original)
        for piece, is_bare in found:
            yield Piece(BARE if is_bare else WORDS, piece)

    def bound(self, bound: Bound) -> Piece:
        """A figure or a name, as the publication has it; without one, as it is written."""
        if bound.group in DRAWN:
            return Piece(MISPLACED, bound.written, bound.written)
        if self.figures is None:
            return Piece(FIGURE, bound.written, bound.written)
        text = spoken(self.figures, bound, self.language)
        if text is None:
            return Piece(UNKNOWN, bound.written, bound.written)
        if self.figures.figure(bound) is None:
            return Piece(NAME, text, bound.written)
        url = self.figures.url(bound).removeprefix(settings.SITE_URL)
        before = (self.seen or {}).get(asked(bound), text)
        return Piece(CHANGED if before != text else FIGURE, text, bound.written, url, before)


def kind_of(text: str) -> str:
    """A table or a chart stands alone, under a name that is known."""
    tokens = parse(text)
    alone = tokens[0] if len(tokens) == 1 else None
    if not isinstance(alone, Bound) or alone.group not in DRAWN:
        return MISPLACED
    return EXHIBIT if alone.name in EXHIBITS else UNKNOWN


def spoken(figures: Known, bound: Bound, language: str) -> str | None:
    """A figure in a language."""
    with override(language):
        text = figures.text(bound)
        return None if text is None else str(text)


def asked(bound: Bound) -> str:
    """Under what a reading is kept: the name with what it is asked for."""
    return f"{bound.name} {bound.option}".strip()


def readings(text: str, figures: Known | None) -> dict[str, str]:
    """How each figure of an English text reads now; nothing where there are no figures yet."""
    if figures is None:
        return {}
    found = {asked(each): each for each in bounds(parse(text)) if figures.figure(each)}
    said = {key: spoken(figures, each, "en") for key, each in found.items()}
    return {key: text for key, text in said.items() if text is not None}


def marked(pieces: Pieces) -> Iterator[Piece]:
    """What somebody has to look at, footnotes too."""
    for piece in pieces:
        if piece.kind in MARKS:
            yield piece
        yield from marked(piece.pieces)


def look_at(paragraph: Paragraph, figures: Known | None) -> Look:
    """The English text of a paragraph, as it is looked at."""
    is_exhibit_kind = paragraph.kind == Paragraph.Kind.EXHIBIT
    return Look(figures, seen=paragraph.seen, is_exhibit=is_exhibit_kind)
