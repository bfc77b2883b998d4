"""Figures and names of a publication as a text reads them, in the language of the paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.utils.translation import get_language, ngettext, override

from regions.foreign import is_foreign
from regions.languages import in_language, language_of
from regions.sentences import day, number
from regions.templatetags.figures import figure_text
from reporting.papers.blocks import Run, Runs
from reporting.papers.notation import Bound, Broken, Footnote, Token, Words
from reporting.papers.reading import Source
from reporting.snapshots.sections.papers import PER_CENT

Record = Mapping[str, Any]
OF: Final = "of"
TOTAL: Final = "total"
NAMES: Final = {
    "country": ("countries", ""),
    "office": ("offices", "names"),
    "area": ("offices", "area_names"),
    "pillar": ("pillars", ""),
    "mechanism": ("mechanisms", ""),
}
"""Where the names of each kind stand in the section, and under what."""


@dataclass(frozen=True)
class Cited:
    """A figure that a text names, under the reference by which it is looked up.

    `text` is how it reads in the language of the paper, `url` the page of its records.
    """

    ref: str
    bound: Bound
    text: str
    url: str

    @property
    def anchor(self) -> str:
        """Its place on the page of the paper."""
        return self.ref.lower()


class Figures:
    """The figures of a publication for one text; each is given a reference as it first appears.

    A figure leads to its records or, where the text has a page (`page`), to its place there.
    """

    def __init__(self, section: Record, source: Source, page: str = "") -> None:
        self.section, self.source, self.page = section, source, page
        self.language = get_language() or "en"
        self.cited: dict[tuple[str, str], Cited] = {}

    def figure(self, bound: Bound) -> Record | None:
        """The record of a figure; nothing for a name, or where none is called so."""
        found: Record | None = self.section["figures"].get(bound.name)
        return found if found and "value" in found else None

    def text(self, bound: Bound) -> str | None:
        """How it reads; nothing where the publication has nothing under this name."""
        found = self.figure(bound)
        return self.name(bound) if found is None else printed(found, bound.option)

    def name(self, bound: Bound) -> str | None:
        """The name of a place, a pillar or a mechanism, or a fact of the publication."""
        names = self.names(bound)
        return in_language(names) if names else facts(self.section["about"]).get(bound.name)

    def names(self, bound: Bound) -> Record:
        """A name in all the languages that have it."""
        kind, part = NAMES.get(bound.group, ("", ""))
        record: Record = self.section.get(kind, {}).get(bound.code, {})
        return record.get(part, {}) if part else record

    def url(self, bound: Bound) -> str:
        """The page on which the records of a figure stand; nothing for what has none."""
        found = self.figure(bound)
        if found is None:
            return ""
        query, codes = found.get("query"), found.get("codes", {})
        if "publication" in found:
            return self.source.elsewhere(found["publication"], found["page"], query, **codes)
        return self.source.url(found["page"], query, **codes)

    def reads(self, tokens: Sequence[Token]) -> Runs:
        """A text with its figures in place; what is not known stands as it was written."""
        runs: list[Run] = []
        for token in tokens:
            if isinstance(token, Footnote):
                hang(runs, self.reads(token.tokens))
            else:
                runs.append(self.run(token))
        return tuple(runs)

    def run(self, token: Words | Bound | Broken) -> Run:
        """One piece of a text."""
        if isinstance(token, Words):
            return Run(token.text)
        text = self.text(token) if isinstance(token, Bound) else None
        if text is None or isinstance(token, Broken):
            return Run(token.written)
        return self.cite(token, text) if self.figure(token) else Run(text, lang=self.lang(token))

    def lang(self, bound: Bound) -> str:
        """The language of a name that is not in that of the paper; nothing where it is."""
        names = self.names(bound)
        return language_of(names) if names and is_foreign(language_of(names)) else ""

    def cite(self, bound: Bound, text: str) -> Run:
        """A figure with its reference, the same wherever the text names it again."""
        key = (bound.name, bound.option)
        if key not in self.cited:
            self.cited[key] = self.listed(bound)
        cited = self.cited[key]
        url = f"{self.page}#{cited.anchor}" if self.page else cited.url
        return Run(text, ref=cited.ref, url=url)

    def listed(self, bound: Bound) -> Cited:
        """The next reference; it leads to pages in the language of the paper, whatever the text."""
        with override(self.language):
            ref = f"F{len(self.cited) + 1}"
            return Cited(ref, bound, self.text(bound) or "", self.url(bound))

    def reads_in(self, language: str, tokens: Sequence[Token]) -> Runs:
        """A text that is in another language than the paper: its figures are in that, too."""
        with override(language):
            return self.reads(tokens)


def printed(figure: Record, option: str) -> str | None:
    """A figure with its hedge and, where asked for, of how many; a share in per cent.

    `total` is the number it is a part of, alone; nothing where it is no part.
    """
    value = figure["value"]
    if option == TOTAL:
        return figure_text(figure["of"], figure.get("of_qualifier", "")) if "of" in figure else None
    if figure.get("unit") == PER_CENT:
        return ngettext("%(n)s per cent", "%(n)s per cent", value) % {"n": number(value)}
    whole = figure.get("of") if option == OF else None
    return figure_text(value, figure.get("qualifier", ""), whole, figure.get("of_qualifier", ""))


def facts(about: Record) -> dict[str, str]:
    """What a text may say of its publication, by name."""
    return dict(told(about))


def told(about: Record) -> Iterator[tuple[str, str]]:
    """Round, session and days, as far as there are any."""
    yield "round", about["round"]["code"]
    yield "day.register", day(about["register_as_of"])
    yield "day.published", day(about["publication"]["published_at"])
    if about["session"]:
        yield "session", in_language(about["session"]["names"])
    if about["previous"]:
        yield "round.before", str(about["previous"]["round"])


def hang(runs: list[Run], note: Runs) -> None:
    """A footnote hangs at the end of what stands before it."""
    if not runs or runs[-1].note:
        runs.append(Run(""))
    runs[-1] = replace(runs[-1], note=note)
