"""Texts of pages as runs of a paper: without the marks of a page, in their own language."""

from typing import Any

from django.utils.text import Truncator

from regions.foreign import Spoken
from reporting.papers.blocks import Run, Runs, words


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
