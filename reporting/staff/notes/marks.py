"""What is marked in a text, in sentences for who has to look at it."""

from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import gettext as _

from reporting.papers.living import (
    BARE,
    BROKEN,
    CHANGED,
    MISPLACED,
    UNKNOWN,
    Piece,
    Pieces,
    marked,
)


def sentences_of(pieces: Pieces) -> list[str]:
    """One sentence for each mark, each said once, what stops an issue first."""
    found = sorted(marked(pieces), key=lambda each: ORDER.index(each.kind))
    return list(dict.fromkeys(SENTENCES[each.kind](each) for each in found))


def changed(each: Piece) -> str:
    """A figure that moved since the words around it were read."""
    facts = {"written": each.written, "was": each.was, "now": each.text}
    return _("%(written)s: was %(was)s, now %(now)s. Read the words around it again.") % facts


def unknown(each: Piece) -> str:
    """A name that nothing bears."""
    words = _("%(written)s: no figure or name of the publication is called so.")
    return words % {"written": each.written}


def broken(each: Piece) -> str:
    """Notation that is not understood."""
    words = _("%(written)s is not understood. A brace that is meant as such is doubled.")
    return words % {"written": each.written}


def misplaced(each: Piece) -> str:
    """A table among words, or words in the place of a table."""
    words = _("%(written)s: a table or chart stands alone in a paragraph of its own kind.")
    return words % {"written": each.written}


def bare(each: Piece) -> str:
    """A number that does not follow the data."""
    return _("%(number)s is bound to no figure.") % {"number": each.text}


SENTENCES: Final[Mapping[str, Callable[[Piece], str]]] = {
    UNKNOWN: unknown,
    BROKEN: broken,
    MISPLACED: misplaced,
    CHANGED: changed,
    BARE: bare,
}
ORDER: Final = tuple(SENTENCES)
