from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checklist.actions.submissions import preview, submit
from checklist.content import FIELDS, content_of
from checklist.models import Answer
from checklist.models.answers import Constraint
from checklist.workbooks import read_table, write_workbook
from checklist.workbooks.writing import write_workbook as write
from regions.languages import CODES
from tests.checklist.workbooks.files import grid_in
from tests.factories import answer_to, make_evidence, make_office, office_actor

pytestmark = pytest.mark.django_db

NAME = "answers.xlsx"
AT = datetime(2026, 5, 31, 12, tzinfo=UTC)
RISKY = [
    "=1+1",
    "@x",
    "+x",
    "-x",
    "=cmd|'/c calc'!A1",
    "http://example.org",
    "1e5",
    "TRUE",
    "_x0041_",
]
words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=80
).map(lambda text: text.strip())
contents = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["full", "partial", "not_started", "not_applicable"]),
        "narrative": words | st.sampled_from(RISKY),
        "language": st.sampled_from(CODES),
        "constraints": st.lists(st.sampled_from(Constraint.values), unique=True, max_size=4),
        "next_step": words,
        "next_step_due": st.none() | st.dates(date(1990, 1, 1), date(2200, 1, 1)),
        "as_of": st.none() | st.dates(date(2000, 1, 1), date(2099, 1, 1)),
        "evidence": st.lists(st.uuids(version=4), max_size=3, unique=True),
        "not_applicable_reason": words,
    }
)


def fill(round_, item, subject, **values):
    """An answer as a draft of its office, written past the acts: any content that can stand."""
    answer = answer_to(round_, item, subject)
    Answer.objects.filter(pk=answer.pk).update(
        **{"progress": "draft", "reexamined": True, "version": 1, **values}
    )


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=contents, language=st.sampled_from(CODES))
def test_whatever_an_answer_says_is_read_back_from_its_workbook(round_, office, content, language):
    fill(round_, "NGT-02", "TZA", **content)

    table = read_table(write_workbook(round_, office, language), NAME, round_, office)

    answer = answer_to(round_, "NGT-02", "TZA")
    [line] = table.lines
    expected = {name: value for name, value in content_of(answer).as_json().items() if value}
    assert table.faults == []
    assert line == {"item": "NGT-02", "subject": "TZA", "base_version": 1, **expected}


def test_text_is_never_a_formula(round_, office):
    for subject, text in zip(("KEN", "TZA", "UGA"), RISKY[:3], strict=True):
        fill(round_, "NGT-01", subject, kind="partial", narrative=text)

    grid = grid_in(write_workbook(round_, office, "en"))

    assert grid.formulas == frozenset()


def test_an_empty_round_is_a_sheet_with_a_row_for_each_answer_and_nothing_to_send(round_, office):
    table = read_table(write_workbook(round_, office, "fr"), NAME, round_, office)

    assert (table.lines, table.faults) == ([], [])
    assert len(table.grid.rows) == 2 + 9
    assert table.grid.marks["round"] == "2026"


def test_a_workbook_of_another_round_or_office_is_refused_in_words(round_, office):
    other = make_office("ROAS")
    content = write_workbook(round_, office, "en")

    [fault] = read_table(content, NAME, round_, other).faults
    assert (fault.pointer, fault.code) == ("", "wrong_office")
    assert "ROAF" in fault.message

    round_.code = "2027"
    [fault] = read_table(content, NAME, round_, office).faults
    assert (fault.code, "2026" in fault.message) == ("wrong_round", True)


def test_the_same_workbook_again_changes_nothing(round_, office):
    evidence, by = make_evidence(office), office_actor(office)
    fill(round_, "NGT-01", "KEN", kind="full", evidence=[evidence.pk], narrative="a\r\nb")
    content = write_workbook(round_, office, "ar")

    submit(round_, office, read_table(content, NAME, round_, office).lines, by=by)
    again = read_table(content, NAME, round_, office)

    assert [line["narrative"] for line in again.lines] == ["a\nb"]
    assert preview(round_, office, again.lines, by=by).counts["unchanged"] == 1


def test_what_was_carried_over_and_not_touched_is_not_taken_for_the_offices_words(round_, office):
    fill(round_, "NGT-01", "KEN", kind="partial", constraints=["other"], reexamined=False)

    table = read_table(write_workbook(round_, office, "en"), NAME, round_, office)

    assert (table.lines, table.untouched) == ([], 1)


def test_a_row_nobody_touched_does_not_stand_against_newer_words(round_, office):
    fill(round_, "NGT-01", "KEN", kind="partial", narrative="First.")
    content = write_workbook(round_, office, "en")
    fill(round_, "NGT-01", "KEN", narrative="A colleague wrote this since.", version=2)

    table = read_table(content, NAME, round_, office)

    assert (table.lines, table.untouched) == ([], 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_workbook_takes_as_many_queries_for_one_answer_as_for_many(
    round_, office, django_assert_num_queries, rows
):
    keep = Answer.objects.filter(round=round_, office=office)[:rows]
    Answer.objects.exclude(pk__in=[each.pk for each in keep]).delete()

    with override("en"), django_assert_num_queries(6):
        write(round_, office, "en", at=AT)


def test_every_field_of_a_line_has_its_column(round_, office):
    table = read_table(write_workbook(round_, office, "en"), NAME, round_, office)

    assert set(FIELDS) < set(table.head.names.values())
