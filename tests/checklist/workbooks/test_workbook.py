import io
import re
from datetime import UTC, date, datetime
from zipfile import ZipFile

import pytest

from checklist.actions.reviews import LineDecision, decide
from checklist.actions.rounds import open_round
from checklist.actions.submissions import preview, submit
from checklist.models import Answer, ChecklistItem
from checklist.workbooks import read_table, write_workbook
from checklist.workbooks.cells import read_cell
from regions.languages import CODES
from regions.tables.cells import day_of, text_of
from regions.tables.grid import cell_name, place_of
from regions.tables.heights import height_of
from tests.checklist.workbooks.files import HEAD, grid_in, text_row, xlsx
from tests.checklist.workbooks.test_round_trip import fill
from tests.factories import (
    answer_to,
    make_actor,
    make_evidence,
    make_round,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db

NAME = "answers.xlsx"


def parts_of(content):
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def sheet_of(content):
    """The XML of the sheet of answers: the one with validations."""
    [found] = [xml for xml in parts_of(content).values() if "<dataValidations" in xml]
    return found


def row_of(content, key):
    """A row of the sheet of answers by its item and subject, its cells by machine name."""
    heads, _, *rows = grid_in(content).rows
    named = [dict(zip(heads, row, strict=True)) for row in rows]
    return next(row for row in named if (row["item"], row["subject"]) == key)


@pytest.fixture
def next_round(round_, office):
    """The round after one that was published with two accepted answers, one to an old text."""
    for item, text in (("NGT-01", "As it was."), ("NGT-02", "To an older question.")):
        fill(
            round_, item, "KEN", kind="partial", narrative=text, constraints=["other"],
            progress="accepted",
        )  # fmt: skip
    type(round_).objects.filter(pk=round_.pk).update(state="published")
    checklist = round_.checklist
    older = ChecklistItem.objects.get(checklist=checklist, code="NGT-02")
    new = make_round("2027", checklist=checklist)
    open_round(new, by=make_actor())
    # The text changed between the rounds: what is carried is taken back to what is shown.
    ChecklistItem.objects.filter(pk=older.pk).update(digest="1" * 64)
    fill(new, "NGT-02", "KEN", kind="not_assessed", narrative="", constraints=[], progress="empty",
         reexamined=False, version=0)  # fmt: skip
    new.refresh_from_db()
    return new


def test_a_row_shows_the_last_round_beside_what_is_carried_over(next_round, office):
    content = write_workbook(next_round, office, "en")

    row = row_of(content, ("NGT-01", "KEN"))
    assert (row["last_kind"], row["last_narrative"]) == ("Partial", "As it was.")
    assert (row["kind"], row["narrative"], row["constraints"]) == ("Partial", "As it was.", "Other")
    assert (row["progress"], row["reexamined"], row["row"]) == ("Carried over", "", "NGT-01 KEN")
    older = row_of(content, ("NGT-02", "KEN"))
    assert (older["last_narrative"], older["kind"]) == ("To an older question.", "")


def with_cell(content, key, name, value):
    """The workbook's rows as CSV, one cell filled in: what a spreadsheet would save."""
    heads, _, *rows = grid_in(content).rows
    for row in rows:
        if (row[heads.index("item")], row[heads.index("subject")]) == key:
            row[heads.index(name)] = value
    quoted = [",".join('"' + text_of(cell).replace('"', '""') + '"' for cell in x) for x in rows]
    return "\n".join([",".join(heads), *quoted]).encode()


def test_yes_in_same_as_last_round_makes_the_answer_the_offices_own(next_round, office):
    content = write_workbook(next_round, office, "en")
    filled = with_cell(content, ("NGT-01", "KEN"), "reexamined", "Yes")

    table = read_table(filled, "a.csv", next_round, office)
    plan = preview(next_round, office, table.lines, by=office_actor(office))

    assert [line["reexamined"] for line in table.lines] == [True]
    assert [(line.outcome, line.is_confirmed) for line in plan.lines] == [("unchanged", True)]


def test_no_hands_it_over_as_nobodys_word(next_round, office):
    content = write_workbook(next_round, office, "en")
    filled = with_cell(content, ("NGT-01", "KEN"), "reexamined", "No")

    table = read_table(filled, "a.csv", next_round, office)
    plan = preview(next_round, office, table.lines, by=office_actor(office))

    assert [line.is_confirmed for line in plan.lines] == [False]


def test_a_word_that_is_neither_is_named(next_round, office):
    content = write_workbook(next_round, office, "en")
    filled = with_cell(content, ("NGT-01", "KEN"), "reexamined", "perhaps")

    table = read_table(filled, "a.csv", next_round, office)
    [fault] = preview(next_round, office, table.lines, by=office_actor(office)).faults

    assert (fault.code, table.cell_of(fault.pointer)[0]) == ("not_true_or_false", "J")


def test_a_row_whose_cells_were_moved_is_told_by_the_name_it_carries(next_round, office):
    content = write_workbook(next_round, office, "en")
    filled = with_cell(content, ("NGT-01", "KEN"), "subject", "TZA")

    [fault] = read_table(filled, "a.csv", next_round, office).faults

    assert (fault.pointer, fault.code) == ("/lines/0/item", "row_moved")
    assert "NGT-01 KEN" in fault.message


def test_a_returned_answer_comes_with_its_reason(round_, office):
    by = office_actor(office)
    sent = submit(round_, office, [partial_line("NGT-01", "KEN")], by=by).submission
    decide(sent, [LineDecision(1, "return", "Name it.")], by=make_actor())

    row = row_of(write_workbook(round_, office, "en"), ("NGT-01", "KEN"))

    assert (row["progress"], row["returned_because"]) == ("Returned", "Name it.")


@pytest.mark.parametrize("language", CODES)
def test_the_workbook_reads_in_the_direction_of_its_language(round_, office, language):
    parts = parts_of(write_workbook(round_, office, language))

    turned = [name for name, xml in parts.items() if 'rightToLeft="1"' in xml]
    assert len(turned) == (3 if language == "ar" else 0)


def test_keys_are_locked_without_a_password_and_filters_stay_open(round_, office):
    xml = sheet_of(write_workbook(round_, office, "en"))

    protection = re.search(r"<sheetProtection [^>]*>", xml)[0]
    assert "password" not in protection
    assert 'autoFilter="0"' in protection
    assert '<autoFilter ref="A2:V11"/>' in xml
    assert 'topLeftCell="F3"' in xml
    assert re.search(r'<row r="1" [^>]*hidden="1"', xml)


def is_locked(content, cell):
    """Whether a cell of the sheet of answers may not be written to."""
    style = int(re.search(rf'<c r="{cell}" s="(\d+)"', sheet_of(content))[1])
    formats = parts_of(content)["xl/styles.xml"].partition("<cellXfs")[2]
    each = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", formats.partition("</cellXfs>")[0])
    return 'locked="0"' not in each[style]


def test_what_is_asked_can_be_written_and_what_is_given_cannot(round_, office):
    content = write_workbook(round_, office, "en")
    names, _, *_rows = grid_in(content).rows

    open_ = [name for at, name in enumerate(names) if not is_locked(content, cell_name(2, at))]

    assert open_ == [
        *["reexamined", "kind", "narrative", "language", "constraints", "next_step"],
        *["next_step_due", "as_of", "evidence", "not_applicable_reason"],
    ]


def test_words_are_chosen_from_lists_and_several_constraints_are_let_in(round_, office):
    xml = sheet_of(write_workbook(round_, office, "en"))

    rules = re.findall(r"<dataValidation [^>]*>", xml)
    lists = [rule for rule in rules if 'type="list"' in rule]
    assert len(rules) == 10
    assert [re.search(r'sqref="([A-Z]+)', rule)[1] for rule in lists] == ["J", "K", "M", "N"]
    assert ["showErrorMessage" in rule for rule in lists] == [True, True, True, False]


def test_no_cell_holds_a_formula_and_no_part_a_link(round_, office):
    make_evidence(office, title="=HYPERLINK(1)")

    parts = parts_of(write_workbook(round_, office, "en"))

    assert [name for name, xml in parts.items() if "<f>" in xml or "<hyperlink" in xml] == []


def test_the_workbook_says_for_whom_it_is_and_what_each_verdict_needs(round_, office):
    parts = parts_of(write_workbook(round_, office, "en", at=datetime(2026, 5, 31, 9, tzinfo=UTC)))

    guidance = parts["xl/worksheets/sheet1.xml"]
    assert "Office ROAF (ROAF)" in guidance
    assert "At least one piece of evidence." in guidance
    assert "2026-05-31T09:00:00+00:00" in parts["docProps/custom.xml"]


def test_evidence_on_file_is_there_to_be_copied(round_, office):
    evidence = make_evidence(office, title="Minutes of May", dated_on=date(2026, 5, 1))

    text = "".join(parts_of(write_workbook(round_, office, "en")).values())

    assert str(evidence.pk) in text
    assert "Minutes of May" in text


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (46173, "2026-05-31"),
        (46173.0, "2026-05-31"),
        ("2026-05-31", "2026-05-31"),
        ("2026-05-31 00:00:00", "2026-05-31"),
        (datetime(2026, 5, 31), "2026-05-31"),
        (date(2026, 5, 31), "2026-05-31"),
        (2026, "2026"),
        ("31/05/2026", "31/05/2026"),
        (None, ""),
    ],
)
def test_days_are_read_as_spreadsheets_keep_them_and_never_guessed(cell, day):
    assert day_of(cell) == day


@pytest.mark.parametrize(
    ("cell", "text"),
    [(3.0, "3"), (2.5, "2.5"), (7, "7"), (True, "true"), (" a\r\nb ", "a\nb"), (None, "")],
)
def test_what_a_spreadsheet_took_for_a_number_is_text_again(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "version"),
    [(7, 7), (7.0, 7), ("7", 7), ("seven", "seven"), (-1, "-1"), ("٧", "٧"), ("9" * 30, "9" * 30)],
)
def test_a_version_is_a_whole_number_or_stays_as_it_was_typed(cell, version):
    assert read_cell("base_version", cell) == version


def test_dates_and_numbers_of_a_spreadsheet_are_read(round_, office):
    cells = '<c r="F2"><v>46173</v></c></row>'
    rows = text_row(1, [*HEAD, "as_of"]) + text_row(
        2, ("NGT-01", "KEN", "partial", "2026", "other")
    ).replace("</row>", cells)

    [line] = read_table(xlsx(rows), "a.xlsx", round_, office).lines

    assert (line["narrative"], line["as_of"]) == ("2026", "2026-05-31")


@pytest.mark.parametrize("name", ["A1", "Z9", "AA10", "XFD1048576"])
def test_a_cell_has_one_name_and_one_place(name):
    assert cell_name(*place_of(name)) == name


def test_a_row_is_as_high_as_its_longest_text_but_not_higher_than_a_screen():
    assert height_of([("short", 20), (None, 5)]) == 15
    assert height_of([("x" * 100, 20)]) == 90
    assert height_of([("字" * 50, 20)]) == 90
    assert height_of([("a\nb\nc", 20)]) == 45
    assert height_of([("x" * 5000, 20)]) == 180


def test_an_answer_that_cannot_stand_in_xml_still_makes_a_workbook(round_, office):
    fill(round_, "NGT-01", "KEN", kind="partial", narrative="a\uffffb", constraints=["other"])

    [line] = read_table(write_workbook(round_, office, "en"), NAME, round_, office).lines

    assert line["narrative"] == "a\ufffdb"


def test_the_office_gets_its_own_answers_only(round_, office):
    Answer.objects.filter(round=round_, subject="UGA").update(
        office=answer_to(round_, "NGT-01", "KEN").office
    )
    rows = grid_in(write_workbook(round_, office, "en")).rows

    own = Answer.objects.filter(round=round_, office=office).count()
    assert len(rows) - 2 == own
