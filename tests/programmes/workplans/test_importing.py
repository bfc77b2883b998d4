"""Taking an export over: all or nothing, in few statements, with its author."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.refusals import Blocked, Invalid, NotAllowed
from programmes.actions.work_plans import import_plan, receive_plan, use_plan
from programmes.models import IncomingTable, WorkPlanItem
from programmes.workplans.evidence import Money, read_evidence
from tests.factories import make_actor, make_office
from tests.programmes.workplans.exports import SAID, grid, make_framework, row, rows, table

pytestmark = pytest.mark.django_db


def stored():
    return list(WorkPlanItem.objects.order_by("code").values_list("code", "required"))


def test_one_fault_keeps_the_whole_file_out():
    make_framework()

    with pytest.raises(Invalid) as refused:
        import_plan(grid(*rows(2), row(required="much")), SAID, by=make_actor())

    assert [fault.code for fault in refused.value.faults] == ["not_an_amount"]
    assert stored() == []


def test_a_later_export_updates_and_leaves_what_has_vanished():
    make_framework()
    import_plan(grid(*rows(2)), SAID, by=make_actor())

    import_plan(grid(row(name="1.1.1.2 Part 2", required="7")), SAID, by=make_actor())

    assert stored() == [("1.1.1.1", Decimal(1000000)), ("1.1.1.2", Decimal(7))]


def test_what_has_vanished_is_deleted_when_the_reader_saw_it():
    make_framework()
    import_plan(grid(*rows(3)), SAID, by=make_actor())

    with pytest.raises(Blocked) as refused:
        import_plan(grid(*rows(1)), SAID, vanished=1, by=make_actor())
    import_plan(grid(*rows(1)), SAID, vanished=2, by=make_actor())

    assert refused.value.code == "count_changed"
    assert stored() == [("1.1.1.1", Decimal(1000000))]


def test_two_thousand_rows_take_as_many_statements_as_one(django_assert_num_queries):
    make_framework()
    by = make_actor()
    for given in (rows(1), rows(2000)):
        WorkPlanItem.objects.all().delete()
        with django_assert_num_queries(10):
            import_plan(grid(*given), SAID, by=by)
        with django_assert_num_queries(10):
            import_plan(grid(*[each | {"Available": "1"} for each in given]), SAID, by=by)


def test_the_history_names_the_person():
    make_framework()
    by = make_actor()

    import_plan(grid(row()), SAID, by=by)

    (event,) = WorkPlanItem.pgh_event_model.objects.all()
    assert event.pgh_context["user"] == by.user.pk


@pytest.mark.parametrize("role", ["regional_office", "board_member", "administrator"])
def test_only_the_secretariat_imports(role):
    by = make_actor(role, *([make_office()] if role == "regional_office" else []))

    with pytest.raises(NotAllowed):
        import_plan(grid(row()), SAID, by=by)
    with pytest.raises(NotAllowed):
        receive_plan(SimpleUploadedFile("plan.csv", table(row())), SAID, by=by)


def test_a_file_is_kept_until_it_is_used():
    make_framework()
    by = make_actor()

    kept = receive_plan(SimpleUploadedFile("plan.csv", table(row())), SAID, by=by)
    use_plan(kept, SAID, by=by)

    again = IncomingTable.objects.get()
    assert again.used_at
    assert again.mapping["source"] == "UN INFO export"
    assert len(stored()) == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("plan.csv", "Country;Sub-Output\nCôte".encode("latin-1"), "not_utf8"),
        ("plan.csv", b'Country,"Sub-Output', "table_unreadable"),
        ("plan.xlsx", b"PK\x03\x04 cut off", "workbook_unreadable"),
        ("plan.xlsx", b"MZ", "not_a_workbook"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(name, content, code):
    with pytest.raises(Invalid) as refused:
        receive_plan(SimpleUploadedFile(name, content), SAID, by=make_actor())

    assert refused.value.faults[0].code == code
    assert not IncomingTable.objects.exists()


def test_evidence_counts_items_and_says_of_how_many_a_sum_is():
    framework = make_framework()
    given = [
        row(name="1.1 a", required="100", available="-"),
        row(name="1.2 b", required="50.5", available=""),
        row(name="1.3 c", required="", agencies="UNDP", available="9"),
    ]
    import_plan(grid(*given), SAID, by=make_actor())

    found = read_evidence(2026)[framework.pk]

    assert (found.items, found.naming, found.names_un_habitat) == (3, 2, True)
    assert found.required == Money(Decimal("150.50"), 2, 2)
    assert found.available == Money(None, 0, 2)
    assert read_evidence(2027) == {}
    assert read_evidence(2027, or_before=True)[framework.pk].year == 2026
    assert read_evidence(2026, [framework.pk + 1]) == {}
