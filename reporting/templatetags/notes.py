"""A text of the note as it reads now, each mark in its place."""

from collections.abc import Callable, Mapping
from typing import Final

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from reporting.papers.living import BARE, CHANGED, EXHIBIT, FIGURE, NAME, NOTE, WORDS, Piece, Pieces

register = template.Library()


@register.filter
def as_read(pieces: Pieces) -> SafeString:
    """``{{ line.pieces|as_read }}``: words as they are; people's text is never markup."""
    return format_html_join("", "{}", ((drawn(piece),) for piece in pieces))


def drawn(piece: Piece) -> SafeString:
    """One piece; what cannot be issued stands in alarm, as it was written."""
    return DRAWN.get(piece.kind, stopped)(piece)


def plain(piece: Piece) -> SafeString:
    """Words, or a name."""
    return conditional_escape(piece.text)


def figure(piece: Piece) -> SafeString:
    """A figure leads to its records."""
    if not piece.url:
        return format_html("<b>{}</b>", piece.text)
    return format_html('<a href="{}">{}</a>', piece.url, piece.text)


def changed(piece: Piece) -> SafeString:
    """How it read, and how it reads."""
    return format_html("<del>{}</del> <ins>{}</ins>", piece.was, piece.text)


def bare(piece: Piece) -> SafeString:
    """A number that is bound to nothing."""
    return format_html("<mark>{}</mark>", piece.text)


def exhibit(piece: Piece) -> SafeString:
    """A table or chart by its name."""
    return format_html('<span class="mono">{}</span>', piece.text)


def footnote(piece: Piece) -> SafeString:
    """In small brackets where its sign will stand."""
    return format_html('<span class="fnote"> [{}]</span>', as_read(piece.pieces))


def stopped(piece: Piece) -> SafeString:
    """What is unknown, not understood or out of place."""
    return format_html('<b class="mono alarm">{}</b>', piece.text)


DRAWN: Final[Mapping[str, Callable[[Piece], SafeString]]] = {
    WORDS: plain,
    NAME: plain,
    FIGURE: figure,
    CHANGED: changed,
    BARE: bare,
    EXHIBIT: exhibit,
    NOTE: footnote,
}
