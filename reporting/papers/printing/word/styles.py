"""The styles of a paper: what it looks like stands here, `stylesheet.py` writes it down.

The measures are those of the documents of the United Nations at Nairobi: Times New Roman of ten
points, text set in by 22 mm, tables as wide as the sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

INDENT: Final = 1247
"""How far the text of a document with a masthead is set in: 22 mm, as twentieths of a point."""

LINK_COLOUR, INK, QUIET, RULE = "00689D", "0C2238", "42566A", "D6DEE5"
CELL_SIDE: Final = 85
"""Between the words of a cell and its sides."""

Look = Mapping[str, bool | str | int]


@dataclass(frozen=True)
class Style:
    """A paragraph style; `size` in half points, distances in twentieths of a point."""

    name: str
    base: str = "Normal"
    size: int = 0
    strong: bool = False
    emphasis: bool = False
    before: int = 0
    after: int = 0
    set_in: bool = False
    level: int | None = None
    keeps: bool = False
    align: str = ""
    colour: str = ""
    is_tight: bool = False
    is_ruled: bool = False
    is_underlined: bool = False

    @property
    def key(self) -> str:
        """By which paragraphs name it."""
        return self.name.title().replace(" ", "")

    @property
    def whole(self) -> "Style":
        """With what it takes from the style that it is based on."""
        if self.base not in NAMED:
            return self
        base = NAMED[self.base].whole
        air = self if self.before or self.after else base
        return replace(
            self,
            size=self.size or base.size,
            is_tight=self.is_tight or base.is_tight,
            before=air.before,
            after=air.after,
        )


STYLES: Final = (
    Style("Title", size=28, strong=True, before=360, after=120, set_in=True, keeps=True),
    Style("Subtitle", size=22, strong=True, after=240, set_in=True, keeps=True),
    Style("heading 1", size=28, strong=True, before=360, after=160, set_in=True, level=0),
    Style("heading 2", size=24, strong=True, before=300, after=120, set_in=True, level=1),
    Style("heading 3", size=20, strong=True, before=240, after=100, set_in=True, level=2),
    Style("Body Text", after=120, set_in=True),
    Style("Numbered Paragraph", after=120, set_in=True),
    Style("List Bullet", after=60, set_in=True),
    Style("Small Text", size=17, after=80, set_in=True, colour=QUIET),
    Style("Fact", after=20, set_in=True),
    Style("caption", size=20, strong=True, before=240, after=80, keeps=True),
    Style("Table Text", size=17, before=30, after=30, is_tight=True),
    Style("Table Number", "TableText", align="right"),
    Style("Table Heading", "TableText", size=16, emphasis=True, keeps=True),
    Style("Table Heading Number", "TableHeading", align="right"),
    Style("Table Group", "TableText", strong=True, before=100, keeps=True),
    Style("Table Note", size=16, before=60, after=240, colour=QUIET),
    Style("Table End", size=8, after=60),
    Style("Chart Legend", "TableText", after=80, keeps=True),
    Style("Document Organisation", size=28, after=40),
    Style("Document Symbol", size=20, after=40, align="right"),
    Style("Document Symbol Open", "DocumentSymbol", after=160, is_underlined=True),
    Style("Document Programme", size=28, strong=True, before=60, after=360),
    Style("Document Facts", before=20),
    Style("Session", after=0),
    Style("Session Body", "Session", strong=True, before=120),
    Style("header", size=18, strong=True, after=0, align="right"),
    Style("Demonstration", size=18, strong=True, after=120, align="center", is_ruled=True),
    Style("footer", size=14, after=0, colour=QUIET),
    Style("Page Number", "Footer", size=18, strong=True, align="right", colour=INK),
    Style("footnote text", size=17, after=40, set_in=True),
)
NAMED: Final = {style.key: style for style in STYLES}
CHARACTERS: Final[Mapping[str, Look]] = {
    "Strong": {"strong": True},
    "Emphasis": {"emphasis": True},
    "Hyperlink": {"colour": LINK_COLOUR},
    "FigureReference": {"colour": LINK_COLOUR, "raised": True},
    "FootnoteReference": {"raised": True},
    "SymbolSeries": {"size": 40},
}
NAMES: Final = {
    "FigureReference": "Figure Reference",
    "FootnoteReference": "footnote reference",
    "SymbolSeries": "Symbol Series",
}
