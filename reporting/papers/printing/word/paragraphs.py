"""Headings, paragraphs, lists and new sheets."""

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, Final

from reporting.papers.printing.word.links import bookmark
from reporting.papers.printing.word.manners import manner_of
from reporting.papers.printing.word.numbering import Numbering
from reporting.papers.printing.word.runs import PLAIN, Run, Story
from reporting.papers.printing.word.styles import INDENT
from reporting.papers.printing.word.wordml import Element, add

Block = Mapping[str, Any]
STYLES: Final = {"body": "BodyText", "small": "SmallText", "fact": "Fact"}
LOWEST: Final = 3
"""Headings of three levels have styles."""

NUMERAL: Final = re.compile(r"(?:[IVXLC]{1,5}|[A-Z]|[一二三四五六七八九十]{1,3})[.、]\s*")
"""The number of a heading, which hangs outside the text in documents of the United Nations."""

HANGING: Final = 680
NOTHING: Final[Run] = {**PLAIN, "text": ""}


class Writer:
    """Writes paragraphs into a place: the body, or a cell of a table."""

    def __init__(self, story: Story, numbering: Numbering, *, is_set_in: bool) -> None:
        self.is_set_in = is_set_in
        self.story = story
        self.numbering = numbering
        self.places = count(1)
        self.is_sheet_over = False

    def lines(self, place: Element, style: str, runs: Sequence[Run]) -> None:
        """Each line of a cell as a paragraph, which runs as its own words do."""
        for line in lines_of(runs):
            element, lines = self.begun(place, style)
            self.turn(lines, line)
            self.story.write(element, line)

    def begun(self, place: Element, style: str) -> tuple[Element, Element]:
        """A paragraph without words, and its properties."""
        element = add(place, "p")
        lines = add(element, "pPr")
        add(lines, "pStyle", val=style)
        if self.is_sheet_over:
            add(lines, "pageBreakBefore")
            self.is_sheet_over = False
        return element, lines

    def turn(self, lines: Element, runs: Sequence[Run]) -> None:
        """The direction of a paragraph, where it is not the paper's."""
        languages = {run["lang"] for run in runs}
        is_rtl = {manner_of(each).is_rtl for each in languages if each}
        if "" not in languages and is_rtl == {not self.story.manner.is_rtl}:
            add(lines, "bidi", val=int(not self.story.manner.is_rtl))

    def said(self, place: Element, style: str, text: str) -> Element:
        """A paragraph of plain words."""
        element, _lines = self.begun(place, style)
        self.story.say(element, text)
        return element

    def heading(self, body: Element, block: Block) -> None:
        """A heading of its level, which Word lists in its outline."""
        element, lines = self.begun(body, f"Heading{min(block['level'], LOWEST)}")
        sign, *others = block["runs"] or [NOTHING]
        if self.is_set_in and others and NUMERAL.fullmatch(sign["text"]):
            hang(lines)
            sign = {**sign, "text": f"{sign['text'].strip()}\t"}
        self.marked(element, {**block, "runs": [sign, *others]})

    def text(self, body: Element, block: Block) -> None:
        """A paragraph, numbered by Word where it has a number."""
        number, runs = block["number"], block["runs"]
        style = STYLES.get(block["style"], "BodyText") if number is None else "NumberedParagraph"
        element, lines = self.begun(body, style)
        if number is not None:
            numbered(lines, self.numbering.numbered(number))
        self.turn(lines, runs)
        self.marked(element, block)

    def marked(self, element: Element, block: Block) -> None:
        """The words of a block within the place that links lead to."""
        if not block["anchor"]:
            self.story.write(element, block["runs"])
            return
        place = next(self.places)
        add(element, "bookmarkStart", id=place, name=bookmark(block["anchor"]))
        self.story.write(element, block["runs"])
        add(element, "bookmarkEnd", id=place)

    def bullets(self, body: Element, block: Block) -> None:
        """A list whose signs Word sets."""
        for runs in block["items"]:
            element, lines = self.begun(body, "ListBullet")
            numbered(lines, self.numbering.bullets)
            self.turn(lines, runs)
            self.story.write(element, runs)

    def page_break(self, _body: Element, _block: Block) -> None:
        """The paragraph that follows begins a sheet, so that no empty one is left on it."""
        self.is_sheet_over = True


def lines_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs in lines, of which there is at least one; a footnote stays at the end of its run."""
    if not any("\n" in run["text"] for run in runs):
        return [list(runs)]
    lines: list[list[Run]] = [[]]
    for run in runs:
        *ended, last = run["text"].split("\n")
        for text in ended:
            lines[-1].append({**run, "text": text, "ref": "", "note": ()})
            lines.append([])
        lines[-1].append({**run, "text": last})
    return [[run for run in line if run["text"] or run["ref"] or run["note"]] for line in lines]


def hang(lines: Element) -> None:
    """A first line that begins outside the text, and goes on at its edge."""
    add(add(lines, "tabs"), "tab", val="left", pos=INDENT)
    add(lines, "ind", left=INDENT, hanging=HANGING)


def numbered(lines: Element, numbering: int) -> None:
    """A paragraph as one of a numbering."""
    properties = add(lines, "numPr")
    add(properties, "ilvl", val=0)
    add(properties, "numId", val=numbering)
