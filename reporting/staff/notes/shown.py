"""A table or a chart of the note in work, as the note will show it."""

from django.utils.translation import get_language_bidi

from reporting.pages.note import Line, Reader
from reporting.papers.exhibits import EXHIBITS
from reporting.papers.figures import Figures
from reporting.papers.living import EXHIBIT, Pieces
from reporting.papers.notation import bounds, parse


def exhibit_of(pieces: Pieces, figures: Figures | None) -> Line | None:
    """In the language of the page; nothing for words, and without figures."""
    if figures is None or [each.kind for each in pieces] != [EXHIBIT]:
        return None
    (named,) = bounds(parse(pieces[0].text))
    make, _page = EXHIBITS[named.name]
    return Reader(rtl=get_language_bidi()).line(make(figures.source))
