"""The small marks of which a page has hundreds, written in one go.

The matrix of pillars and offices took 21 ms as nested templates and takes 7 ms so; each part is
escaped, and its markup stands here once: the components `stacked_bar.html`, `change.html` and
`matrix.html` call it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from regions.templatetags.figures import number, per_cent_large

register = template.Library()

NOTHING = mark_safe("")
HATCHED = 'fill="url(#hatch)"'
"""Not started is told by its hatch, which lies in the page and so stands as an attribute."""


def part(thing: Any, name: str, default: Any = None) -> Any:
    """A part of a value object, or of what a publication's JSON makes of it."""
    if isinstance(thing, Mapping):
        return thing.get(name, default)
    return getattr(thing, name, default)


def rect(segment: Any, height: str) -> str:
    """One verdict's part of a bar, escaped by hand: an overview has three hundred of them."""
    kind = escape(part(segment, "kind"))
    look = HATCHED if kind == "not_started" else f'class="f-{kind}"'
    x, width = escape(part(segment, "x")), escape(part(segment, "width"))
    return f'<rect {look} x="{x}" width="{width}" height="{height}"/>'


@register.simple_tag
def bar(segments: Iterable[Any] | None, height: int | str = 9, sentence: str = "") -> SafeString:
    """The four verdicts as one bar; with a sentence it speaks, without it is decoration."""
    tall = escape(height)
    rects = "".join(rect(segment, tall) for segment in segments or ())
    spoken = f'role="img" aria-label="{escape(sentence)}"' if sentence else 'aria-hidden="true"'
    return mark_safe(f'<svg class="bar" height="{tall}" {spoken}>{rects}</svg>')  # noqa: S308


@register.simple_tag
def change_mark(change: Any) -> SafeString:
    """Triangle and number; rust only where the change is for the worse. Nothing for no change.

    What was partly asked in other words says so beside the number; what was asked in nothing
    but other words has no number.
    """
    if not change:
        return NOTHING
    if part(change, "wording") == "other":
        return format_html('<span class="d">{}</span>', words_mark())
    direction = part(change, "direction")
    return format_html(
        '<span class="d {}{}"><svg aria-hidden="true"><use href="#m-{}"/></svg>{}{}</span>',
        direction,
        " worse" if part(change, "worse") else "",
        direction,
        change_words(change, direction),
        words_mark() if part(change, "wording") == "partly" else "",
    )


@register.simple_tag
def words_mark() -> SafeString:
    """That what stands here was asked in other words than in the round before."""
    words = gettext("other words than in the round before")
    mark = '<span aria-hidden="true" title="{}">≠</span><span class="sr">{}</span>'
    return format_html(mark, words, words)


def change_words(change: Any, direction: str) -> SafeString:
    """The number for the eye, the sentence for the ear."""
    if direction == "same":
        return format_html('<span class="sr">{}</span>', gettext("no change"))
    return format_html(
        '<span aria-hidden="true">{}</span><span class="sr">{}</span>',
        number(part(change, "amount")),
        part(change, "words", ""),
    )


def share_words(cell: Any) -> SafeString | str:
    """The share, or under ten answers the count that stands in for it."""
    share = part(cell, "share")
    if share is not None:
        return per_cent_large(share)
    words = pgettext("answers that are full, of those that apply", "{full} of {applicable}")
    words = words.replace("{applicable}", number(part(cell, "applicable")))
    before, _, after = words.partition("{full}")
    return format_html("{}{}{}", small(before), number(part(cell, "full")), small(after))


def small(words: str) -> SafeString | str:
    """What stands beside a count, in the small letters of the matrix."""
    return format_html("<small>{}</small>", words) if words else ""


def cell_contents(cell: Any) -> SafeString:
    """Number, change and bar as one link, or the reason why there is no value."""
    if blank := part(cell, "blank"):
        return format_html('<span class="cell blank">{}</span>', blank)
    inside = format_html(
        "<b>{}</b>{}{}",
        share_words(cell),
        change_mark(part(cell, "change")),
        bar(part(cell, "segments")),
    )
    if url := part(cell, "url"):
        return format_html('<a class="cell" href="{}">{}</a>', url, inside)
    return format_html('<span class="cell">{}</span>', inside)


@register.simple_tag
def matrix_cell(cell: Any) -> SafeString:
    """One cell with the name of its column, which a narrow page writes beside it."""
    return format_html(
        '<td role="cell" data-col="{}"{}>{}</td>',
        part(cell, "column", ""),
        mark_safe(' class="all"') if part(cell, "is_all") else "",
        cell_contents(cell),
    )
