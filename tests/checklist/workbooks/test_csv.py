import pytest

from checklist.actions.submissions import preview, submit
from checklist.workbooks import read_table
from tests.factories import answer_to, make_evidence, office_actor, partial_line

pytestmark = pytest.mark.django_db

HEAD = "item,subject,kind,narrative,constraints\n"


def read(text, round_, office):
    content = text if isinstance(text, bytes) else text.encode()
    return read_table(content, "text/csv", round_, office)


def codes(table):
    return [(fault.pointer, fault.code) for fault in table.faults]


def test_a_row_becomes_a_line_with_only_the_fields_that_say_something(round_, office):
    table = read(HEAD + "NGT-01,KEN,partial,Under way.,core_funding other\n", round_, office)

    assert table.faults == []
    assert table.lines == [
        {
            "item": "NGT-01",
            "subject": "KEN",
            "kind": "partial",
            "narrative": "Under way.",
            "constraints": ["core_funding", "other"],
        }
    ]
    assert table.cell_of("/lines/0/kind") == "C2"
    assert table.cell_of("/lines/0/constraints/1") == "E2"
    assert table.cell_of("/lines/0/evidence") == "A2"
    assert table.cell_of("/elsewhere") == ""


@pytest.mark.parametrize(
    "written",
    [
        "\ufeff{head}{row}",
        "\r\n{head}{row}",
        "Answers of ROAF\n\n{head}{row}",
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_is_read_as_spreadsheets_save_it(round_, office, written, delimiter):
    head = delimiter.join(["Item code", "Subject code", "Verdict", "Why not full"])
    row = delimiter.join(["NGT-01", "KEN", "Not started", '"Other"'])
    text = written.format(head=head + "\r\n", row=row + "\r\n")

    [line] = read(text, round_, office).lines

    assert line == {
        "item": "NGT-01",
        "subject": "KEN",
        "kind": "not_started",
        "constraints": ["other"],
    }


def test_a_file_in_utf_16_is_read_too(round_, office):
    text = (HEAD + "NGT-01,KEN,partial,é,other\n").encode("utf-16")

    assert read(text, round_, office).lines[0]["narrative"] == "é"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("item,subject,kind\nNGT-01,KEN,complet\xe9".encode("latin-1"), "not_utf8"),
        (b'item,subject,kind\n"NGT-01,KEN', "table_unreadable"),
        (b"item,subject,kind\nNGT-01,KEN," + b"x" * 200_000, "table_unreadable"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(round_, office, content, code):
    table = read(content, round_, office)

    assert (codes(table), table.lines) == ([("", code)], [])


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("item,kind", [("/columns/subject", "missing_column")]),
        ("", [(f"/columns/{name}", "missing_column") for name in ("item", "subject", "kind")]),
        ("item,subject,kind,Verdict", [("/columns/kind", "doubled_column")]),
        ("item,subject,kind,naratif", [("/columns/4", "unknown_column")]),
    ],
)
def test_faults_of_the_head_are_all_named_and_no_line_is_read(round_, office, head, expected):
    table = read(f"{head}\nNGT-01,KEN,full,x\n", round_, office)

    assert (codes(table), table.lines) == (expected, [])


def test_a_misspelt_head_is_told_which_one_was_meant(round_, office):
    [fault] = read("item,subject,kind,Narative\n", round_, office).faults

    assert fault.message == (
        "In cell D1: there is no column “Narative”. Did you mean “What is in place (narrative)”?"
    )


def test_rows_that_say_nothing_are_left_out_but_words_without_a_verdict_are_not(round_, office):
    rows = "\n,,,,\nNGT-01,KEN,,,\nNGT-02,KEN,,Words.,\n"

    table = read(HEAD + rows, round_, office)

    assert [(line["item"], line.get("kind")) for line in table.lines] == [("NGT-02", None)]
    plan = preview(round_, office, table.lines, by=office_actor(office))
    assert [(table.cell_of(x.pointer), x.code) for x in plan.faults] == [("C5", "required")]


def test_what_is_not_known_stays_as_typed_so_that_the_intake_names_it(round_, office):
    rows = "NGT-01,KEN,quite,x,money\nNGT-99,KEN,full,,\nNGT-01,EGY,full,,\n"

    table = read(HEAD + rows, round_, office)
    plan = preview(round_, office, table.lines, by=office_actor(office))

    assert {(table.cell_of(x.pointer), x.code) for x in plan.faults} == {
        ("C2", "unknown_kind"),
        ("E2", "unknown_constraint"),
        ("A3", "unknown_item"),
        ("B4", "unknown_subject"),
    }


def test_text_that_looks_like_a_formula_is_text(round_, office):
    rows = "".join(f'NGT-0{n},KEN,partial,"{text}",other\n' for n, text in enumerate(RISKY, 1))

    lines = read(HEAD + rows, round_, office).lines

    assert [line["narrative"] for line in lines] == RISKY


RISKY = ["=1+1", "@x", "+x", "-x"]


def test_more_lines_than_a_submission_takes_are_refused_whole(round_, office):
    table = read(HEAD + "NGT-01,KEN,partial,x,other\n" * 2001, round_, office)

    assert (codes(table), table.lines) == ([("", "too_many_lines")], [])


def test_two_thousand_lines_are_taken(round_, office):
    assert len(read(HEAD + "NGT-01,KEN,partial,x,other\n" * 2000, round_, office).lines) == 2000


def test_the_same_file_again_says_nothing_new(round_, office):
    evidence = make_evidence(office)
    text = (
        "item,subject,kind,narrative,evidence,as_of,base_version\n"
        f'NGT-01,KEN,Full,"Line\r\nbreak",{evidence.pk},2026-05-31,0\n'
    )
    by = office_actor(office)
    submit(round_, office, read(text, round_, office).lines, by=by)

    again = read(text, round_, office)

    assert answer_to(round_, "NGT-01", "KEN").narrative == "Line\nbreak"
    assert preview(round_, office, again.lines, by=by).counts["unchanged"] == 1


def test_one_query_however_many_rows(round_, office, django_assert_num_queries):
    for rows in (1, 100):
        with django_assert_num_queries(1):
            read(HEAD + "NGT-01,KEN,partial,x,other\n" * rows, round_, office)


def test_a_line_of_the_api_and_a_row_of_a_table_are_the_same(round_, office):
    line = partial_line(narrative="Under way.")
    row = f"{line['item']},{line['subject']},{line['kind']},{line['narrative']},core_funding\n"

    assert read(HEAD + row, round_, office).lines == [line]
