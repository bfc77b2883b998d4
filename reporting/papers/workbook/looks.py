"""How cells look: the few manners of the workbook, in the colours of the service."""

from typing import Any, Final

from django.utils.translation import get_language_bidi
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from reporting.papers.workbook.kinds import Kind

INK, GREY, LINK, RULE, HEAD, WARN = (
    "#1B2733",
    "#5A6773",
    "#00689D",
    "#C9D3DC",
    "#E6EEF4",
    "#8A3B00",
)
DAY: Final = "yyyy-mm-dd"
"""One order of a day that readers of all six languages read alike."""
COUNT: Final = "#,##0"
SHARE: Final = "0%"

CELL: Final = {"font_color": INK, "valign": "top", "bottom": 1, "bottom_color": RULE}


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        near = "right" if get_language_bidi() else "left"

        def look(**manner: Any) -> Format:
            return book.add_format({"font_color": INK, "valign": "top", **manner})

        self.title = look(bold=True, font_size=16, valign="vcenter")
        self.subtitle = look(font_color=GREY)
        self.mark = look(bold=True, font_color=WARN)
        self.link = look(font_color=LINK, underline=1)
        self.head = look(**HEADS)
        self.number_head = look(**HEADS, align="right")
        self.label = look(font_color=GREY, text_wrap=True)
        self.text = look(text_wrap=True)
        self.section = look(bold=True, font_size=12, valign="bottom")
        self.kinds = {
            Kind.CODE: look(**CELL, align=near),
            Kind.WORD: look(**CELL, text_wrap=True),
            Kind.NAME: look(**CELL, text_wrap=True),
            Kind.NOTE: look(**CELL, text_wrap=True),
            Kind.TEXT: look(**CELL, text_wrap=True),
            Kind.NUMBER: look(**CELL, num_format=COUNT),
            Kind.DATE: look(**CELL, num_format=DAY, align=near),
        }
        self.name, self.count = self.kinds[Kind.NAME], self.kinds[Kind.NUMBER]
        self.row = look(**CELL)
        self.rows = look(num_format=COUNT, align=near)
        self.share = look(**CELL, num_format=SHARE, align="right")
        self.total = look(**{**CELL, **TOTAL}, text_wrap=True)
        self.total_count = look(**{**CELL, **TOTAL}, num_format=COUNT, align="right")
        self.total_share = look(**{**CELL, **TOTAL}, num_format=SHARE, align="right")


HEADS: Final = {
    "bold": True,
    "text_wrap": True,
    "valign": "bottom",
    "bg_color": HEAD,
    "bottom": 2,
    "bottom_color": LINK,
}
TOTAL: Final = {"bold": True, "top": 1, "top_color": INK}
