import io
from zipfile import ZipFile

import pytest
from django.utils.translation import override

from checklist.actions.submissions import preview
from checklist.workbooks import explained, mark, read_table, write_workbook
from tests.checklist.workbooks.files import grid_in
from tests.checklist.workbooks.test_round_trip import fill
from tests.factories import office_actor

pytestmark = pytest.mark.django_db

CSV = (
    "item,subject,kind,narrative,as_of,constraints\n"
    "NGT-01,KEN,quite,=1+1,2026-05-31,other\n"
    "NGT-02,KEN,partial,Fine.,2026-02-30,other\n"
    "NGT-03,KEN,partial,Fine.,,other\n"
)


def faults_of(table, round_, office):
    plan = preview(round_, office, table.lines, by=office_actor(office))
    return [*table.faults, *plan.faults]


def marked(content, name, round_, office):
    table = read_table(content, name, round_, office)
    return mark(table, faults_of(table, round_, office))


def test_every_row_comes_back_with_its_corrections_in_front_of_it(round_, office):
    copy = marked(CSV.encode(), "a.csv", round_, office)

    assert grid_in(copy).rows[:4] == [
        ["What to correct", "item", "subject", "kind", "narrative", "as_of", "constraints"],
        [
            "Verdict: Use one of: Full; Partial; Not started; Not applicable.",
            *["NGT-01", "KEN", "quite", "=1+1", "2026-05-31", "other"],
        ],
        [
            "As of: Use a day that exists, such as 2026-05-31.",
            *["NGT-02", "KEN", "partial", "Fine.", "2026-02-30", "other"],
        ],
        ["", "NGT-03", "KEN", "partial", "Fine.", "", "other"],
    ]
    assert grid_in(copy).formulas == frozenset()


def test_the_faulty_cell_says_why_in_a_comment(round_, office):
    with ZipFile(io.BytesIO(marked(CSV.encode(), "a.csv", round_, office))) as archive:
        comments = archive.read("xl/comments1.xml").decode()

    assert 'ref="D2"' in comments
    assert "Use one of: Full; Partial" in comments
    assert 'ref="F3"' in comments


def test_the_copy_is_corrected_and_sent_again(round_, office):
    fill(round_, "NGT-01", "KEN", kind="partial", narrative="No reason given.")
    table = read_table(write_workbook(round_, office, "fr"), "a.xlsx", round_, office)
    found = faults_of(table, round_, office)

    with override("fr"):
        copy = mark(table, found)
    again = read_table(copy, "a.xlsx", round_, office)

    assert [fault.code for fault in found] == ["constraint_required"]
    assert (again.lines, again.faults) == (table.lines, table.faults)
    assert again.grid.marks == table.grid.marks


def test_faults_of_the_table_itself_stand_beside_its_heads(round_, office):
    table = read_table(b"item,subject\nNGT-01,KEN\n", "a.csv", round_, office)

    copy = mark(table, table.faults)

    with ZipFile(io.BytesIO(copy)) as archive:
        assert "has no column" in archive.read("xl/comments1.xml").decode()
    assert grid_in(copy).rows[1] == ["", "NGT-01", "KEN"]


def test_other_faults_keep_their_words(round_, office):
    table = read_table(b"item,subject\nNGT-01,KEN\n", "a.csv", round_, office)

    assert explained(table.faults) == table.faults
