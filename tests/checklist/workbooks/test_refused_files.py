import io
import json
import subprocess
import tempfile
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from checklist.workbooks import read_table, write_workbook
from regions.sandbox.archive import OLE, PASSWORD
from regions.tables.reading import COMMAND, TOP
from tests.checklist.workbooks.files import (
    DOCUMENT,
    HEAD,
    KIND,
    MAIN,
    ods,
    ods_cell,
    ods_row,
    text_cell,
    text_row,
    with_sizes_told_wrong,
    xlsx,
    xlsx_parts,
    zipped,
)

pytestmark = pytest.mark.django_db
LINE = ("NGT-01", "KEN", "partial", "Under way.", "other")
MEGABYTES = 1_000_000
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def many_rows(number):
    return text_row(1, HEAD) + "".join(text_row(at, LINE) for at in range(2, number + 2))


def bomb():
    """A kilobyte for every megabyte: a gigabyte of spaces in a megabyte."""
    parts = xlsx_parts(text_row(1, HEAD))
    content = io.BytesIO(zipped(parts))
    archive = ZipFile(content, "a", ZIP_DEFLATED, compresslevel=9)
    with archive, archive.open("xl/sharedStrings.xml", "w") as part:
        for _ in range(1024):
            part.write(b" " * 1024 * 1024)
    return content.getvalue()


def lying(content):
    """A swollen part that says it is small."""
    return with_sizes_told_wrong(content, 5_000)


def flagged_as_encrypted(content):
    changed = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def endless_directory(content):
    at = content.rfind(b"PK\x05\x06")
    return content[: at + 12] + b"\xff\xff\xff\x0f" + content[at + 16 :]


def damaged(content):
    """One byte of a part is another one."""
    at = content.find(b"xl/worksheets/sheet1.xml") + 60
    return content[:at] + bytes([content[at] ^ 255]) + content[at + 1 :]


def renamed(content):
    return content.replace(b"xl/workbook.xml", b"xl/workbxxx.xml")


def shared(text, cells, texts=1):
    """A workbook whose cells all point to one text among many."""
    rows = "".join(
        f'<row r="{at}">' + '<c t="s"><v>0</v></c>' * 20 + "</row>"
        for at in range(1, cells // 20 + 1)
    )
    strings = f'<sst xmlns="{MAIN}">' + f"<si><t>{text}</t></si>" * texts + "</sst>"
    parts = {**xlsx_parts(rows), "xl/sharedStrings.xml": strings}
    types = parts["[Content_Types].xml"]
    told = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}.sharedStrings+xml"/>'
    relation = f'<Relationship Id="r2" Type="{DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/>'
    relations = parts["xl/_rels/workbook.xml.rels"]
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{told}</Types>")
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Rel", f"{relation}</Rel")
    return zipped(parts)


WATCH = """
import json, resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_maxrss, used.ru_utime]))
"""
SPACES = {"xl/sharedStrings.xml": " " * 30 * MEGABYTES}
FILES = {
    "nothing": (b"", "not_a_workbook"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "not_a_workbook"),
    "a page saved as a workbook": (b"<html><table></table></html>", "not_a_workbook"),
    "an archive of something else": (zipped({"word/document.xml": "x"}), "not_a_workbook"),
    "an old workbook": (OLE + b"\0" * 600, "old_workbook"),
    "a binary workbook": (zipped({"xl/workbook.bin": "x"}), "old_workbook"),
    "a password": (OLE + b"\0" * 100 + PASSWORD + b"\0" * 100, "workbook_encrypted"),
    "a password of the archive": (flagged_as_encrypted(xlsx()), "workbook_encrypted"),
    "a password of OpenDocument": (
        ods(ods_row(HEAD), "<manifest:encryption-data/>"),
        "workbook_encrypted",
    ),
    "macros": (xlsx(**{"xl/vbaProject.bin": "x"}), "workbook_macros"),
    "macros of OpenDocument": (ods("", **{"Basic/Standard/x.xml": "x"}), "workbook_macros"),
    "links": (xlsx(**{"xl/externalLinks/externalLink1.xml": "x"}), "workbook_links"),
    "a gigabyte in a megabyte": (bomb(), "workbook_too_big"),
    "a swollen part": (xlsx(**SPACES), "workbook_too_big"),
    "a swollen part that lies": (lying(xlsx(**SPACES)), "workbook_unreadable"),
    "a thousand parts": (xlsx(**{f"x{n}": "" for n in range(1001)}), "workbook_too_big"),
    "an endless directory": (endless_directory(xlsx()), "workbook_too_big"),
    "cut off": (xlsx(many_rows(50))[:-200], "workbook_unreadable"),
    "only its beginning": (b"PK\x03\x04" + b"\0" * 50, "workbook_unreadable"),
    "damaged": (damaged(xlsx(many_rows(50))), "workbook_unreadable"),
    "a part missing": (renamed(xlsx()), "not_a_workbook"),
    "a long text in every cell": (shared("x" * 30_000, 20_000), "workbook_unreadable"),
    "four hundred thousand short texts": (shared("", 20, 400_000), "missing_column"),
    "not well-formed": (xlsx("<row>"), "workbook_unreadable"),
    "entities of its own": (
        zipped({**xlsx_parts(), "xl/worksheets/sheet1.xml": f"{LAUGHS}<x>&b;</x>"}),
        "workbook_unreadable",
    ),
    "a cell that does not exist": (xlsx(text_cell("AAAA1", "x")), "workbook_unreadable"),
    "a hundred thousand rows": (xlsx(many_rows(100_000)), "too_many_lines"),
    "a row at the very end": (xlsx(text_row(1, HEAD) + text_row(1048576, "x")), "too_many_lines"),
    "a hundred thousand rows by repetition": (
        ods(ods_row(HEAD) + ods_row(LINE, 'table:number-rows-repeated="100000"')),
        "too_many_lines",
    ),
    "a thousand columns": (
        ods(ods_row(HEAD) + '<table:table-row><table:table-cell office:value-type="string" '
            'table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell>'
            "</table:table-row>"),
        "too_many_lines",
    ),
    "an empty sheet": (xlsx(), "missing_column"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_what_cannot_be_read_is_refused_with_a_code_and_words(round_, office, name):
    content, code = FILES[name]

    table = read_table(content, "answers.xlsx", round_, office)

    assert table.lines == []
    assert {fault.code for fault in table.faults} == {code}
    assert all(len(fault.message) > 20 for fault in table.faults)


def test_a_sheet_may_claim_a_million_rows_and_hold_one(round_, office):
    rows = text_row(1, HEAD) + text_row(2, LINE) + '<row r="1048576"><c r="XFD1048576"/></row>'
    content = xlsx(rows, '<dimension ref="A1:XFD1048576"/>')

    [line] = read_table(content, "a.xlsx", round_, office).lines

    assert len(content) < 3000
    assert line["narrative"] == "Under way."


def test_empty_rows_to_the_end_of_an_opendocument_sheet_do_not_count(round_, office):
    rows = ods_row(HEAD) + ods_row(LINE) + ods_row([""], 'table:number-rows-repeated="1048574"')

    [line] = read_table(ods(rows), "a.ods", round_, office).lines

    assert (line["kind"], line["constraints"]) == ("partial", ["other"])


def test_two_thousand_rows_are_read(round_, office):
    assert len(read_table(xlsx(many_rows(2000)), "a.xlsx", round_, office).lines) == 2000


@pytest.mark.parametrize("name", FILES)
def test_the_reading_process_stays_small_whatever_it_is_given(name):
    """As if nothing had been judged before: the limits hold by themselves."""
    content, _ = FILES[name]
    with tempfile.TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        told = subprocess.run(
            (COMMAND[0], "-c", WATCH, *COMMAND),
            stdin=given,
            capture_output=True,
            cwd=TOP,
            check=True,
        )
    kilobytes, seconds = json.loads(told.stdout)

    assert kilobytes < 320_000
    assert seconds < 11


def test_the_reading_process_knows_no_django():
    code = "import sys, regions.sandbox.values; print([m for m in sys.modules if 'django' in m])"
    told = subprocess.run(
        [COMMAND[0], "-c", code], cwd=TOP, capture_output=True, check=True, text=True
    )

    assert json.loads(told.stdout) == []


def test_a_process_that_dies_is_a_refusal_not_a_failure(round_, office, monkeypatch):
    dying = (COMMAND[0], "-c", "import os; os.kill(os.getpid(), 9)")
    monkeypatch.setattr("regions.tables.reading.COMMAND", dying)

    [fault] = read_table(write_workbook(round_, office, "en"), "a.xlsx", round_, office).faults

    assert fault.code == "workbook_unreadable"


def test_a_process_that_does_not_end_is_ended(round_, office, monkeypatch):
    waiting = (COMMAND[0], "-c", "import time; time.sleep(60)")
    monkeypatch.setattr("regions.tables.reading.COMMAND", waiting)
    monkeypatch.setattr("regions.tables.reading.SECONDS", 0.5)

    [fault] = read_table(xlsx(), "a.xlsx", round_, office).faults

    assert fault.code == "workbook_unreadable"


def test_formulas_where_values_belong_are_named_by_their_cells(round_, office):
    formula = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>NGT-01</t></is></c>'
        + text_cell("B2", "KEN")
        + '<c r="C2" t="str"><f>"par"&amp;"tial"</f><v>partial</v></c></row>'
    )

    table = read_table(xlsx(text_row(1, HEAD) + formula), "a.xlsx", round_, office)

    assert [(x.pointer, x.code) for x in table.faults] == [("/lines/0/kind", "formula_not_allowed")]
    assert table.cell_of("/lines/0/kind") == "C2"


def test_formulas_of_opendocument_are_named_too(round_, office):
    cells = "".join(
        ods_cell(text, facts)
        for text, facts in (("NGT-01", ""), ("KEN", ""), ("partial", 'table:formula="of:=1"'))
    )
    content = ods(ods_row(HEAD) + f"<table:table-row>{cells}</table:table-row>")

    table = read_table(content, "a.ods", round_, office)

    assert [table.cell_of(x.pointer) for x in table.faults] == ["C2"]


def test_the_sheet_is_found_wherever_it_stands_and_whatever_its_name(round_, office):
    tables = '<table:table table:name="Mine">{}</table:table>'.format(ods_row(["Notes", "x"]))
    content = ods(ods_row(HEAD) + ods_row(LINE) + "</table:table>" + tables[:-14])

    assert len(read_table(content, "a.ods", round_, office).lines) == 1
