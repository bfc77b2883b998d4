"""Lines as tables: what an office's script or spreadsheet would send."""

import csv
import io
import zipfile
from xml.sax.saxutils import escape

from xlsxwriter import Workbook

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
COLUMNS = (
    *("item", "subject", "kind", "narrative", "language", "constraints", "next_step"),
    *("next_step_due", "as_of", "evidence", "not_applicable_reason", "base_version"),
)


def cells(line):
    """A line as the cells of a row; several values stand in one cell."""
    return [text(line.get(name, "")) for name in COLUMNS]


def text(value):
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def rows_of(lines):
    return [list(COLUMNS), *(cells(line) for line in lines)]


def csv_of(*lines):
    written = io.StringIO()
    csv.writer(written).writerows(rows_of(lines))
    return written.getvalue().encode()


def xlsx_of(*lines):
    content = io.BytesIO()
    with Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Answers")
        for number, row in enumerate(rows_of(lines)):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def ods_of(*lines):
    rows = "".join(
        f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>"
        for row in rows_of(lines)
    )
    content = ODS_CONTENT.format(rows=rows)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        archive.writestr("content.xml", content)
    return written.getvalue()


def ods_cell(value):
    words = f"<text:p>{escape(value)}</text:p>"
    return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'


ODS_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
ODS_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<office:document-content xmlns:office="{ODS_NAMES}:office:1.0" '
    f'xmlns:table="{ODS_NAMES}:table:1.0" xmlns:text="{ODS_NAMES}:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Answers">{rows}'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<manifest:manifest xmlns:manifest="{ODS_NAMES}:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
