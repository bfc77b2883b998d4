"""Tables through the client: what an office downloads, fills in and hands over."""

from checklist.models import Answer, Submission
from habitat_reform.client import Exit

HEAD = "item,subject,kind,narrative,constraints\n"
TABLE = ["--round", "2026", "--office", "ROAF"]


def write(folder, *rows):
    path = folder / "lines.csv"
    path.write_text(HEAD + "\n".join(rows))
    return path


def test_a_csv_is_handed_over(run, tmp_path):
    file = write(tmp_path, "NGT-01,KEN,partial,Under way.,core_funding")

    status, out, _ = run("submit", file, *TABLE, "--note", "From the register.")

    assert status == Exit.DONE
    assert "1 line: 1 created, 0 updated, 0 unchanged, 0 rejected" in out
    assert Answer.objects.get().narrative == "Under way."
    assert Submission.objects.get().note == "From the register."


def test_the_same_table_twice_changes_nothing(run, tmp_path):
    file = write(tmp_path, "NGT-01,KEN,partial,Under way.,core_funding")
    run("submit", file, *TABLE)

    status, _, err = run("submit", file, *TABLE)

    assert (status, "[nothing_to_submit]" in err) == (Exit.CONFLICT, True)
    assert Submission.objects.count() == 1


def test_a_fault_is_named_by_its_cell(run, tmp_path):
    file = write(tmp_path, "NGT-01,KEN,perhaps,Under way.,core_funding")

    status, out, _ = run("validate", file, *TABLE)

    assert (status, "  cell C2, line 1 (NGT-01 KEN), kind: " in out) == (Exit.REFUSED, True)


def test_the_workbook_comes_down_and_goes_up_again(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    down, out, _ = run("download", "workbook", *TABLE, "--language", "ar")
    up, _, told = run("validate", "workbook-2026-ROAF.xlsx", *TABLE)

    assert (down, out.startswith("workbook-2026-ROAF.xlsx: ")) == (Exit.DONE, True)
    assert (tmp_path / "workbook-2026-ROAF.xlsx").read_bytes().startswith(b"PK")
    assert (up, "[nothing_to_submit]" in told) == (Exit.CONFLICT, True)


def test_a_file_that_is_no_workbook_is_refused(run, tmp_path):
    path = tmp_path / "lines.xlsx"
    path.write_text("a workbook, they said")

    status, out, _ = run("validate", path, *TABLE)

    assert (status, "[not_a_workbook]" in out) == (Exit.REFUSED, True)
