"""How cells look: what is given is quiet, what is asked is white, heads say which is which."""

from typing import Any, Final

from django.utils.translation import get_language_bidi
from xlsxwriter import Workbook
from xlsxwriter.format import Format

INK: Final = "#0C2238"
QUIET: Final = "#42566A"
WASH: Final = "#F3F6F9"
RULE: Final = "#D6DEE5"
LINK: Final = "#00689D"
NOTICE: Final = "#FFF2C2"
ALARM: Final = "#FCEFE9"
ALARM_INK: Final = "#A3360F"
DAY: Final = "yyyy-mm-dd"
TEXT: Final = "@"

CELL: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": RULE}
LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 18, "font_color": INK},
    "subtitle": {"bold": True, "font_size": 12, "font_color": LINK},
    "plain": {"text_wrap": True, "valign": "top"},
    "label": {"font_color": QUIET, "valign": "top", "text_wrap": True},
    "head": {**CELL, "bold": True, "bg_color": WASH, "font_color": QUIET, "bottom": 2},
    "asked": {**CELL, "bold": True, "bg_color": LINK, "font_color": "white", "bottom": 2},
    "given": {**CELL, "bg_color": WASH, "font_color": QUIET, "num_format": TEXT},
    "given_day": {**CELL, "bg_color": WASH, "font_color": QUIET, "num_format": DAY},
    "text": {**CELL, "locked": False, "num_format": TEXT},
    "day": {**CELL, "locked": False, "num_format": DAY},
    "machine": {"font_color": QUIET, "font_size": 8},
    "notice": {"bg_color": NOTICE},
    "fault": {**CELL, "locked": False, "bg_color": ALARM, "border": 2, "border_color": ALARM_INK},
    "correction": {**CELL, "bg_color": ALARM, "font_color": ALARM_INK, "bold": True},
}
"""Text cells have the format of text: a spreadsheet makes no formula and no number of them."""


class Looks:
    """The formats of one workbook, made when first used; text begins where its sheet begins."""

    def __init__(self, book: Workbook) -> None:
        self.book, self.made = book, dict[str, Format]()

    def __getitem__(self, name: str) -> Format:
        if name not in self.made:
            side = {"align": "right" if get_language_bidi() else "left"}
            self.made[name] = self.book.add_format({**LOOKS[name], **side})
        return self.made[name]
