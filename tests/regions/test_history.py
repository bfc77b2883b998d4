"""History is written by the database, whatever path a change takes, and never rewritten."""

import pghistory
import pytest
from django.apps import apps
from django.db import InternalError, connection, transaction

from regions.models import Country
from tests.factories import make_country

pytestmark = pytest.mark.django_db

EVENTS = Country.pgh_event_model


def installed_triggers():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "WHERE tgenabled = 'O' AND tgname LIKE 'pgtrigger_%'"
        )
        return set(cursor.fetchall())


def declared_triggers():
    return {
        (model._meta.db_table, trigger.get_pgid(model))
        for model in apps.get_models()
        for trigger in getattr(model._meta, "triggers", [])
    }


def recorded():
    return list(EVENTS.objects.order_by("pgh_id").values_list("pgh_label", "names__en"))


def test_every_trigger_that_a_model_declares_is_installed_and_no_other():
    assert installed_triggers() == declared_triggers()


def test_each_record_of_the_work_has_a_history():
    without = {
        model._meta.label
        for label in ("regions", "accounts", "programmes", "checklist", "reporting")
        for model in apps.get_app_config(label).get_models()
        if not hasattr(model, "pgh_event_model") and not hasattr(model, "pgh_tracked_model")
    }

    # What was published or noted never changes; what a file said and which mail was sent
    # is no record of the work.
    assert without == {
        "accounts.ReminderMail",
        "accounts.ToldFact",
        "checklist.IncomingFile",
        "checklist.ReviewNote",
        "programmes.IncomingTable",
        "regions.Installation",
        "regions.LoadedRow",
        "reporting.IssuedNote",
        "reporting.PaperFile",
        "reporting.Publication",
        "reporting.PublicationSection",
        "reporting.PublicationNotice",
        "reporting.PublicationRow",
    }


def test_insert_update_and_delete_are_recorded():
    country = make_country(names={"en": "Kenya"})
    country.names = {"en": "Republic of Kenya"}
    country.save()
    country.delete()

    assert recorded() == [
        ("insert", "Kenya"),
        ("update", "Republic of Kenya"),
        ("delete", "Republic of Kenya"),
    ]


def test_a_write_that_changes_nothing_is_no_event():
    country = make_country()
    country.save()

    assert len(recorded()) == 1


def test_bulk_writes_and_raw_sql_are_recorded_row_by_row():
    Country.objects.bulk_create(
        Country(iso3=code, names={"en": code}, status="member_state") for code in ("KEN", "SOM")
    )
    Country.objects.update(names={"en": "renamed"})
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM regions_country WHERE iso3 = 'KEN'")

    assert recorded() == [
        ("insert", "KEN"),
        ("insert", "SOM"),
        ("update", "renamed"),
        ("update", "renamed"),
        ("delete", "renamed"),
    ]


def test_an_event_says_who_and_why():
    with pghistory.context(user=7, reason="New name"):
        make_country()

    assert EVENTS.objects.get().pgh_context == {"user": 7, "reason": "New name"}


@pytest.mark.parametrize(
    "attempt",
    [lambda: EVENTS.objects.update(pgh_label="never"), lambda: EVENTS.objects.all().delete()],
    ids=["update", "delete"],
)
def test_an_event_is_never_changed_nor_deleted(attempt):
    make_country()

    with pytest.raises(InternalError, match=r"Cannot (update|delete)"), transaction.atomic():
        attempt()

    assert [label for label, _name in recorded()] == ["insert"]


def test_many_rows_are_recorded_within_the_time_limit_after_one_row_was():
    """The plan of a connection's first update must serve thousands of rows as well."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes = [a + b + c for a in "QRSTUVWX" for b in letters for c in letters]
    Country.objects.bulk_create(
        Country(iso3=code, names={"en": code}, status="member_state") for code in codes
    )
    Country.objects.filter(iso3="QAA").update(names={"en": "First"})

    Country.objects.update(names={"en": "All"})

    assert EVENTS.objects.filter(pgh_label="update").count() == len(codes) + 1
