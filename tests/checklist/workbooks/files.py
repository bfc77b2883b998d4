"""Workbooks made by hand, honest and dishonest, from nothing but a zip library."""

import io
import struct
from zipfile import ZIP_DEFLATED, ZipFile

from checklist.workbooks.columns import names_by_heading
from regions.tables import read_grid

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{DOCUMENT}/{{type}}" Target="{{target}}"/></Relationships>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>'
    '<sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>'
)
SHEET = f'<worksheet xmlns="{MAIN}">{{dimension}}<sheetData>{{rows}}</sheetData></worksheet>'
MANIFEST = f'<m:manifest xmlns:m="{OASIS}:manifest:1.0">{{inner}}</m:manifest>'
CONTENT = (
    f'<office:document-content xmlns:office="{OASIS}:office:1.0" '
    f'xmlns:table="{OASIS}:table:1.0" xmlns:text="{OASIS}:text:1.0">'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
HEAD = ("item", "subject", "kind", "narrative", "constraints")


def zipped(parts):
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def xlsx_parts(rows="", dimension=""):
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(type="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(
            type="worksheet", target="worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": SHEET.format(rows=rows, dimension=dimension),
    }


def xlsx(rows="", dimension="", **more):
    return zipped({**xlsx_parts(rows, dimension), **more})


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def text_row(number, cells):
    inner = "".join(text_cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(cells))
    return f'<row r="{number}">{inner}</row>'


def ods(rows, inner="", **more):
    tables = f'<table:table table:name="Answers">{rows}</table:table>'
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": CONTENT.format(tables=tables),
        "META-INF/manifest.xml": MANIFEST.format(inner=inner),
    }
    return zipped({**parts, **more})


def ods_cell(text="", facts=""):
    if not text:
        return f"<table:table-cell {facts}/>"
    told = f'office:value-type="string" {facts}'
    return f"<table:table-cell {told}><text:p>{text}</text:p></table:table-cell>"


def ods_row(cells, facts=""):
    return f"<table:table-row {facts}>{''.join(map(ods_cell, cells))}</table:table-row>"


def with_sizes_told_wrong(content, told):
    """The same archive, but its directory says another size for every part."""
    changed = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = changed.find(mark)
        while at >= 0:
            struct.pack_into("<L", changed, at + offset, told)
            at = changed.find(mark, at + 4)
    return bytes(changed)


def grid_in(content):
    """The cells of a workbook of answers."""
    return read_grid(content, "answers.xlsx", names_by_heading())
