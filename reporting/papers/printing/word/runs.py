"""Words within a paragraph: their manner, language, direction, links, references, footnotes."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from reporting.papers.printing.word.directions import pieces
from reporting.papers.printing.word.links import Links, bookmark
from reporting.papers.printing.word.manners import Manner, manner_of
from reporting.papers.printing.word.wordml import LINK, SPACE, Element, add

BREAKS: Final = re.compile(r"([\t\n])")
PLAIN: Final[Mapping[str, Any]] = {
    "strong": False, "emphasis": False, "ref": "", "url": "", "lang": "", "note": (),
}  # fmt: skip

Run = Mapping[str, Any]


class Story:
    """Where words are written: the body, with its footnotes, or the footnotes themselves."""

    def __init__(self, language: str, links: Links, notes: "Notes | None" = None) -> None:
        self.manner = manner_of(language)
        self.links = links
        self.notes = notes

    def write(self, paragraph: Element, runs: Iterable[Run]) -> None:
        """The runs of a paragraph, one after the other."""
        for run in runs:
            self.write_run(paragraph, run)

    def say(self, paragraph: Element, text: str, style: str = "") -> None:
        """Words in no manner of their own."""
        self.write_text(paragraph, text, {**PLAIN, "style": style})

    def write_run(self, paragraph: Element, run: Run) -> None:
        """A run, then the reference of its figure, then its footnote."""
        place = paragraph if run["ref"] else self.place(paragraph, run["url"])
        style = "Hyperlink" if place is not paragraph else ""
        self.write_text(place, run["text"], {**run, "style": style})
        if run["ref"]:
            place = self.place(paragraph, run["url"])
            write_letters(place, run["ref"], style="FigureReference")
        if run["note"]:
            self.write_note(paragraph, run["note"])

    def write_note(self, paragraph: Element, runs: Iterable[Run]) -> None:
        """A footnote; in a footnote, where none can hang, its words in brackets."""
        if self.notes is not None:
            self.notes.hang(paragraph, runs)
            return
        self.say(paragraph, " (")
        self.write(paragraph, runs)
        self.say(paragraph, ")")

    def place(self, paragraph: Element, url: str) -> Element:
        """Where words that lead to an address are written; none is followed but the web's."""
        if url.startswith("#"):
            return add(paragraph, "hyperlink", anchor=bookmark(url[1:]))
        if (relation := self.links.to(url)) is None:
            return paragraph
        link = add(paragraph, "hyperlink")
        link.set(LINK, relation)
        return link

    def write_text(self, place: Element, text: str, run: Run) -> None:
        """The text in runs of one direction each."""
        manner = manner_of(run["lang"]) if run["lang"] else self.manner
        for piece, is_rtl in pieces(text, is_rtl=manner.is_rtl):
            element = add(place, "r")
            self.write_look(element, run, own_language(manner, run, is_rtl=is_rtl), is_rtl=is_rtl)
            write_words(element, piece)

    def write_look(
        self, element: Element, run: Run, language: Manner | None, *, is_rtl: bool
    ) -> None:
        """What sets a run off from its paragraph, in the order that Word demands."""
        style = run.get("style") or ("Strong" if run["strong"] else "")
        is_east_asian = (language or self.manner).is_east_asian
        if not (style or run["emphasis"] or is_rtl or language or is_east_asian):
            return
        look = add(element, "rPr")
        if style or run["emphasis"]:
            add(look, "rStyle", val=style or "Emphasis")
        if is_east_asian:
            add(look, "rFonts", hint="eastAsia")
        if run["strong"] and style != "Strong":
            add(look, "b")
            add(look, "bCs")
        if run["emphasis"] and style:
            add(look, "i")
        if is_rtl:
            add(look, "rtl")
        if language:
            add(look, "lang", **{language.slot: language.locale})


def own_language(manner: Manner, run: Run, *, is_rtl: bool) -> Manner | None:
    """The language that a piece has to name: its run's, or that of the other direction."""
    if manner.is_rtl != is_rtl:
        return manner_of("ar" if is_rtl else "en")
    return manner if run["lang"] else None


def write_words(element: Element, text: str) -> None:
    """Words, tabs and line ends as Word has them."""
    for part in BREAKS.split(text):
        if part in {"\t", "\n"}:
            add(element, "tab" if part == "\t" else "br")
        elif part:
            words = add(element, "t")
            words.set(SPACE, "preserve")
            words.text = part


def write_letters(place: Element, text: str, *, style: str) -> None:
    """A few signs in a style of their own: the reference of a figure, a symbol."""
    element = add(place, "r")
    add(add(element, "rPr"), "rStyle", val=style)
    write_words(element, text)


class Notes:
    """The footnotes of a paper, counted by Word in the order in which they hang."""

    def __init__(self, part: Element, story: Story) -> None:
        self.part = part
        self.story = story
        self.count = 0
        for number, sign in ((-1, "separator"), (0, "continuationSeparator")):
            note = add(part, "footnote", type=sign, id=number)
            add(add(add(note, "p"), "r"), sign)

    def hang(self, paragraph: Element, runs: Iterable[Run]) -> None:
        """A footnote at the end of what is written so far."""
        self.count += 1
        mark = add(paragraph, "r")
        add(add(mark, "rPr"), "rStyle", val="FootnoteReference")
        add(mark, "footnoteReference", id=self.count)
        lines = add(add(self.part, "footnote", id=self.count), "p")
        add(add(lines, "pPr"), "pStyle", val="FootnoteText")
        sign = add(lines, "r")
        add(add(sign, "rPr"), "rStyle", val="FootnoteReference")
        add(sign, "footnoteRef")
        self.story.say(lines, " ")
        self.story.write(lines, runs)
