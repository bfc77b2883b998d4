"""Bytes into cells, whoever asks: the heads of the asker tell the sheet and the separator."""

import io

import pytest
from xlsxwriter import Workbook

from regions.tables import Grid, NotRead, read_grid

KNOWN = ("country", "starts_on", "ends_on")


def book(**sheets):
    content = io.BytesIO()
    with Workbook(content) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return content.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_that_names_the_most_columns(separator):
    lines = (("Plans; of, all\tkinds",), ("country", "starts_on"), ("KEN", "2022-07-01"))
    content = "\r\n".join(separator.join(line) for line in lines[1:]).encode()

    assert read_grid(content, "plan.csv", KNOWN) == Grid([list(line) for line in lines[1:]])


def test_the_sheet_is_the_one_that_names_the_most_columns_in_any_writing():
    content = book(
        Notes=[["Country"], ["KEN"]],
        Data=[["COUNTRY", "Starts on", "ends_on"], ["KEN", "2022-07-01", "2026-06-30"]],
    )

    grid = read_grid(content, "plan.xlsx", KNOWN)

    assert grid.rows == [["COUNTRY", "Starts on", "ends_on"], ["KEN", "2022-07-01", "2026-06-30"]]


def test_a_short_sheet_beside_an_endless_one_is_not_taken_for_the_table():
    endless = [list(KNOWN)] + [["KEN", "2022-07-01", "2026-06-30"]] * 2_200
    content = book(Notes=[["country"], ["KEN"]], Data=endless)

    refused = read_grid(content, "plan.xlsx", KNOWN)

    assert isinstance(refused, NotRead)
    assert refused.code == "too_many_lines"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"\xff\xfe\xfd", "a.csv", "not_utf8"),
        (b'country,"starts_on', "a.csv", "table_unreadable"),
        (b"country,Cura\xe7ao", "a.csv", "not_utf8"),
        (b"country,starts_on", "a.xlsx", "not_a_workbook"),
        (b"PK\x03\x04", "a.csv", "workbook_unreadable"),
    ],
)
def test_what_is_not_read_is_refused_with_a_code_and_words(content, name, code):
    refused = read_grid(content, name, KNOWN)

    assert (refused.code, bool(refused.message)) == (code, True)
