"""Reading a table: each line that cannot be read is named."""

from regions.loading.tables import Line, read_table


def read(tmp_path, content, headings=("code", "name")):
    path, faults = tmp_path / "table.csv", []
    path.write_bytes(content)
    lines = read_table(path, headings, faults)
    return lines, [(fault.line, fault.message) for fault in faults]


def test_a_table_is_read_by_its_headings_in_any_order_of_columns(tmp_path):
    assert read(tmp_path, b"name,code\nAfrica, ROAF \n\nArab States,ROAS\n") == (
        [
            Line(2, {"name": "Africa", "code": "ROAF"}),
            Line(4, {"name": "Arab States", "code": "ROAS"}),
        ],
        [],
    )


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    assert read(tmp_path, b"\xef\xbb\xbfcode,name\r\nROAF,Africa\r\n") == (
        [Line(2, {"code": "ROAF", "name": "Africa"})],
        [],
    )


def test_a_cell_of_several_lines_counts_as_the_line_it_begins_in(tmp_path):
    lines, _faults = read(tmp_path, b'code,name\nROAF,"Africa\nNairobi"\nROAS,Arab States\n')

    assert [(line.number, line.cells["code"]) for line in lines] == [(2, "ROAF"), (4, "ROAS")]


def test_a_file_that_is_missing_is_a_fault(tmp_path):
    faults = []

    assert read_table(tmp_path / "none.csv", ("code",), faults) == []
    assert [(fault.line, fault.message) for fault in faults] == [
        (1, "No such file or directory"),
    ]


def test_an_empty_file_is_a_fault(tmp_path):
    assert read(tmp_path, b"") == ([], [(1, "the file is empty")])


def test_bytes_that_are_not_utf_8_are_named_with_their_line(tmp_path):
    assert read(tmp_path, b"code,name\nROAF,Africa\nCIV,C\xf4te\n") == ([], [(3, "not UTF-8")])


def test_a_nul_is_named_with_its_line(tmp_path):
    assert read(tmp_path, b"code,name\nROAF,Afr\0ica\n") == ([], [(2, "a NUL character")])


def test_a_quote_that_never_ends_is_named_where_the_row_begins(tmp_path):
    lines, faults = read(tmp_path, b'code,name\nROAS,"Arab States"\nROAF,"Africa\nROAP,Asia\n')

    assert [line.number for line in lines] == [2]
    assert faults == [(3, "unexpected end of data")]


def test_a_row_with_too_few_or_too_many_cells_is_named(tmp_path):
    assert read(tmp_path, b"code,name\nROAF\nROAS,Arab States\nROAP,Asia,Pacific\n") == (
        [Line(3, {"code": "ROAS", "name": "Arab States"})],
        [
            (2, "cells: 1, columns in the header: 2"),
            (4, "cells: 3, columns in the header: 2"),
        ],
    )


def test_a_header_names_each_column_once_and_no_other(tmp_path):
    assert read(tmp_path, b"code,nmae,code\nROAF,Africa,ROAF\n") == (
        [],
        [
            (1, "the column “code” stands twice"),
            (1, "column “nmae” is not known; did you mean “name”?"),
            (1, "the column “name” is missing"),
        ],
    )
