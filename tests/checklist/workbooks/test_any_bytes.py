import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checklist.intake import plan
from checklist.workbooks import explained, mark, read_table, write_workbook
from tests.checklist.workbooks.files import HEAD, ods, ods_row, text_row, xlsx
from tests.factories import office_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(office):
    return office_actor(office)


relaxed = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
ROWS = text_row(1, HEAD) + text_row(2, ("NGT-01", "KEN", "partial", "Under way.", "other"))
FILES = (xlsx(ROWS), ods(ods_row(HEAD) + ods_row(("NGT-01", "KEN", "partial", "x", "other"))))
heads = st.sampled_from([*HEAD, "as_of", "reexamined", "base_version", "evidence", "row", "", "?"])
cells = st.sampled_from(["NGT-01", "KEN", "full", "1", "yes", ""]) | st.text(max_size=12)


def judged(content, name, round_, office, by):
    """Everything that is done with what was sent; whatever it is, there is an answer."""
    table = read_table(content, name, round_, office)
    found = plan(round_, office, table.lines, by=by).faults
    faults = [*table.faults, *found]
    assert all(fault.message for fault in explained(faults))
    assert all(table.cell_of(fault.pointer) for fault in found)
    return mark(table, faults)


@relaxed
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "text/csv", ""]))
def test_any_bytes_are_answered(round_, office, by, content, name):
    judged(content, name, round_, office, by)


@relaxed
@given(st.lists(heads, min_size=1, max_size=8), st.lists(st.lists(cells, max_size=8), max_size=4))
def test_any_table_is_answered_and_its_copy_can_be_read(round_, office, by, head, rows):
    text = "\n".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [head, *rows]
    )

    copy = judged(text.encode("utf-8", "replace"), "a.csv", round_, office, by)

    assert read_table(copy, "a.xlsx", round_, office) is not None


@relaxed
@given(st.sampled_from(FILES), st.integers(0, 5000), st.binary(min_size=1, max_size=4))
def test_a_workbook_with_any_bytes_changed_is_answered(round_, office, by, content, at, change):
    at %= len(content)

    judged(content[:at] + change + content[at + len(change) :], "a.xlsx", round_, office, by)


@relaxed
@given(st.integers(0, 20_000))
def test_a_workbook_cut_off_anywhere_is_answered(round_, office, by, at):
    content = write_workbook(round_, office, "en")

    judged(content[: at % len(content)], "a.xlsx", round_, office, by)
