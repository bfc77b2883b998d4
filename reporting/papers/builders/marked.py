"""Texts of pages as runs of a paper: without the marks of a page, in their own language."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import get_language_bidi

from regions.foreign import Spoken, is_foreign
from reporting.papers.blocks import Run, Runs, words

LEFT, RIGHT = "\u200e", "\u200f"


def runs(text: object, **manner: Any) -> Runs:
    """The words of a text of a page, with the language that the page marks them with."""
    if isinstance(text, Spoken):
        return words(text.plain, **{**manner, "lang": text.lang})
    return words(str(text), **manner)


def cut(text: object, letters: int, **manner: Any) -> Runs:
    """The same, no longer than so many letters: on paper a list has only so much room."""
    return tuple(
        Run(Truncator(run.text).chars(letters), strong=run.strong, lang=run.lang)
        for run in runs(text, **manner)
    )


def english(text: str, letters: int) -> Runs:
    """A text of the records that stands in English in every language, and says so."""
    return cut(text, letters, lang="en" if is_foreign("en") else "")


def aside(said: Runs, note: str) -> Runs:
    """Words with a note beside them: after a word of the other direction a day keeps its place."""
    mark = (RIGHT if get_language_bidi() else LEFT) if any(run.lang for run in said) else ""
    return (*said, Run(f"{mark} · {note}", emphasis=True)) if note else said
