"""Charts: a table with a row for each bar, so that names and figures stay text.

Only the bar itself is a picture; it says its parts in words, and the table says the whole.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import count
from typing import Any, Final

from docx.parts.document import DocumentPart
from lxml import etree

from reporting.papers.printing.word.bars import bar, swatch
from reporting.papers.printing.word.paragraphs import Block, Writer
from reporting.papers.printing.word.styles import CELL_SIDE
from reporting.papers.printing.word.tables import PLAIN, begun, cell, write_note
from reporting.papers.printing.word.widths import widths_of
from reporting.papers.printing.word.wordml import Element, add

SHARES: Final = (5, 11, 4)
POINT: Final = 635
"""English metric units in a twentieth of a point."""

HEIGHT: Final = 200
MARGINS: Final = 2 * CELL_SIDE
INLINE: Final = """
<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/>
 <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
 <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>
 <pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
 <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>
 <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
 </a:graphicData></a:graphic></wp:inline>
"""
EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


class Charts:
    """Draws charts, and counts their pictures, for each needs a number of its own."""

    def __init__(self, part: DocumentPart, writer: Writer) -> None:
        self.part = part
        self.writer = writer
        self.numbers = count(1)

    def write(self, body: Element, block: Block) -> None:
        """A chart below its caption: the legend, the bars, the note."""
        self.writer.said(body, "Caption", block["caption"])
        self.write_legend(body, block["parts"])
        widths = widths_of(SHARES)
        table = begun(self.writer, body, PLAIN, widths, described=block)
        for each in block["bars"]:
            self.write_bar(table, block, each, widths)
        write_note(self.writer, body, block["note"])

    def write_legend(self, body: Element, parts: Sequence[str]) -> None:
        """The texture of each part, with its word."""
        element, _lines = self.writer.begun(body, "ChartLegend")
        for place, part in enumerate(parts):
            self.picture(element, swatch(place), "", HEIGHT, HEIGHT)
            self.writer.story.say(element, f"\u00a0{part}" + "\u2003" * (place < len(parts) - 1))

    def write_bar(
        self, table: Element, block: Block, each: Mapping[str, Any], widths: Sequence[int]
    ) -> None:
        """A row: whose bar it is, the bar, and what stands at its end."""
        row = add(table, "tr")
        add(add(row, "trPr"), "cantSplit")
        places = [cell(row, width)[0] for width in widths]
        self.writer.said(places[0], "TableText", each["label"])
        drawn, _lines = self.writer.begun(places[1], "TableText")
        content = bar(each["parts"], scale(block, each), is_rtl=self.writer.story.manner.is_rtl)
        self.picture(drawn, content, words_of(block, each), widths[1] - MARGINS, HEIGHT)
        self.writer.said(places[2], "TableText", each["said"])

    def picture(self, paragraph: Element, content: bytes, alt: str, wide: int, high: int) -> None:
        """A picture among words, with the words for those who do not see it."""
        relation, _image = self.part.get_or_add_image(BytesIO(content))
        drawing = add(add(paragraph, "r"), "drawing")
        inline = etree.fromstring(INLINE)
        for size in "extent", "ext":
            shape = {"cx": str(wide * POINT), "cy": str(high * POINT)}
            inline.find(f".//{{*}}{size}").attrib.update(shape)
        number = str(next(self.numbers))
        name = {"id": number, "name": f"Bar {number}", "descr": alt}
        inline.find("{*}docPr").attrib.update(name)
        inline.find(".//{*}blip").set(EMBED, relation)
        drawing.append(inline)


def scale(block: Block, each: Mapping[str, Any]) -> int:
    """What the whole width stands for: the bar's own sum, or the largest of all."""
    if block["is_share"]:
        return sum(each["parts"])
    return max((sum(other["parts"]) for other in block["bars"]), default=0)


def words_of(block: Block, each: Mapping[str, Any]) -> str:
    """The parts of a bar in words."""
    pairs = zip(block["parts"], each["parts"], strict=False)
    return "; ".join(f"{part}: {value}" for part, value in pairs)
