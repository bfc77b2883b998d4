"""A text in a language that may not be the reader's, as pages show it."""

from django import template

from regions import foreign

register = template.Library()


@register.filter
def spoken(text: object, code: str) -> str:
    """``{{ row.title|spoken:"en" }}``: isolated, and marked where it is not the page's language."""
    return foreign.spoken(text, code) if text else ""


@register.filter
def noted(text: object, code: str) -> str:
    """``{{ row.narrative|noted:row.language }}``: the same, with the name of the language."""
    return foreign.noted(text, code) if text else ""


@register.simple_tag
def language_note(code: str) -> str:
    """``{% language_note "en" %}``: at the head of a column, once for all its texts."""
    return foreign.note(code)
