"""Choosing an export, correcting its columns, taking it over, and reading the plan."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmes.actions.work_plans import import_plan
from programmes.models import IncomingTable, WorkPlanItem
from tests.checklist.pages import signed_in, text_of
from tests.factories import make_actor, make_office, make_user
from tests.programmes.workplans.exports import (
    HEADS,
    SAID,
    grid,
    make_framework,
    row,
    rows,
    table,
)

pytestmark = pytest.mark.django_db
IMPORT = "/register/work-plan-items/import-plan/"


@pytest.fixture
def secretariat():
    return signed_in(make_user(full_name="Sofia Secretariat"))


@pytest.fixture
def framework():
    return make_framework()


def upload(client, content, name="plan.csv", **said):
    """Where the preview of an export stands."""
    file = SimpleUploadedFile(name, content)
    reply = client.post(IMPORT, {"file": file, "source": "UN INFO export", **said})
    assert reply.status_code == 302, text_of(reply)
    return reply["Location"]


def counts(page):
    return {name: n for name, n in page.context["page"].counts.items() if n}


def test_an_export_is_previewed_and_nothing_is_stored(secretariat, framework):
    page = secretariat.get(upload(secretariat, table(*rows(3))))

    assert counts(page) == {"created": 3}
    assert "Store 3 items" in text_of(page)
    assert "SUB-OUTPUT" not in text_of(page)
    assert not WorkPlanItem.objects.exists()


def test_the_columns_are_shown_with_their_first_values(secretariat, framework):
    page = secretariat.get(upload(secretariat, table(*rows(3))))

    columns = page.context["page"].columns
    assert [(each.letter, each.head, each.field.value()) for each in columns[5:7]] == [
        ("F", "Sub-Output", "name"),
        ("G", "Implementing Agencies", "agencies"),
    ]
    assert columns[5].values == ["1.1.1.1 Part 1", "1.1.1.2 Part 2", "1.1.1.3 Part 3"]


def test_a_column_that_was_not_understood_is_corrected(secretariat, framework):
    heads = ["Who does it" if head == "Implementing Agencies" else head for head in HEADS]
    given = {**row(), "Who does it": "UN-Habitat"}
    place = upload(secretariat, table(given, heads=heads))
    assert "No column is read as “Agencies”" in text_of(secretariat.get(place))

    form = secretariat.get(place).context["form"]
    said = {name: form[name].value() or "" for name in form.fields} | {"column-6": "agencies"}
    again = secretariat.post(place, {**said, "act": "columns"}, follow=True)

    assert counts(again) == {"created": 1}
    assert IncomingTable.objects.get().mapping["columns"]["6"] == "agencies"


def test_a_correction_that_cannot_be_is_said_beside_its_field(secretariat, framework):
    place = upload(secretariat, table(row()))

    reply = secretariat.post(place, {"act": "columns", "source": "", "year": "1066"})

    assert reply.status_code == 422
    assert set(reply.context["form"].errors) == {"source", "year"}


def test_taking_over_leads_to_the_plan_of_the_framework(secretariat, framework):
    place = upload(secretariat, table(*rows(2)), exported_on="2026-03-12")

    page = secretariat.post(place, {"act": "apply"}, follow=True)

    assert page.redirect_chain == [(f"/register/frameworks/{framework.pk}/work-plan/", 302)]
    assert "2 items of the work plan are new or changed." in text_of(page)
    assert WorkPlanItem.objects.first().source == "UN INFO export, 12 March 2026"


def test_a_file_with_faults_is_not_taken_over(secretariat, framework):
    place = upload(secretariat, table(row(), row(country="Wakanda", required="much")))

    page = secretariat.post(place, {"act": "apply"})

    assert page.status_code == 409
    assert [(each.cell, each.row) for each in page.context["page"].faults] == [
        ("I3", "1.1.1.1 Upgrade settlements"),
        ("A3", "1.1.1.1 Upgrade settlements"),
    ]
    assert not WorkPlanItem.objects.exists()


def test_what_has_vanished_is_deleted_only_when_it_is_ticked(secretariat, framework):
    import_plan(grid(*rows(3)), SAID, by=make_actor())
    place = upload(secretariat, table(*rows(1)))
    assert "Delete these 2 items" in text_of(secretariat.get(place))

    secretariat.post(place, {"act": "apply"})
    kept = WorkPlanItem.objects.count()
    refused = secretariat.post(place, {"act": "apply", "remove": "1"})
    secretariat.post(place, {"act": "apply", "remove": "2"})

    assert (kept, refused.status_code, WorkPlanItem.objects.count()) == (3, 409, 1)


def test_a_file_that_is_no_table_is_refused_on_the_page(secretariat):
    file = SimpleUploadedFile("plan.csv", "Côte".encode("latin-1"))

    reply = secretariat.post(IMPORT, {"file": file, "source": "UN INFO"})

    assert reply.status_code == 422
    assert "The file is not UTF-8" in text_of(reply)


def test_markup_in_a_file_is_text(secretariat, framework):
    evil = row(name="1.1 <script>alert(1)</script>", agencies='=HYPERLINK("http://x")')

    reply = secretariat.get(upload(secretariat, table(evil), "<b>.csv"))

    assert "<script>alert" not in reply.content.decode()
    assert "&lt;script&gt;alert" in reply.content.decode()


def test_sums_say_of_how_many_items_they_are(secretariat, framework):
    given = [
        row(name="1.1 a", required="100.40", available="-"),
        row(name="1.2 b", required="", available=""),
        row(name="1.3 c", required="7", agencies="UNDP; ILO"),
    ]
    import_plan(grid(*given), SAID, by=make_actor())

    page = secretariat.get(f"/register/frameworks/{framework.pk}/work-plan/")

    words = text_of(page)
    assert "3 items are on record; UN-Habitat is named in 2 of them." in words
    assert "of 1 of 2 items" in words
    assert [str(each.total) for each in page.context["page"].totals] == ["100.40", "None", "None"]
    assert [each.beside for each in page.context["page"].ours] == [["UNDP"], ["UNDP"]]


def test_a_framework_without_a_plan_says_that_this_is_no_evidence(secretariat, framework):
    page = secretariat.get(f"/register/frameworks/{framework.pk}/work-plan/")

    assert "No work plan of this framework is on record" in text_of(page)


def test_a_plan_that_does_not_name_un_habitat_says_so(secretariat, framework):
    import_plan(grid(row(agencies="UNDP")), SAID, by=make_actor())

    page = secretariat.get(f"/register/frameworks/{framework.pk}/work-plan/?year=2026")

    assert "The plan does not name UN-Habitat" in text_of(page)


def test_the_plan_of_a_framework_takes_the_same_few_queries(secretariat, framework):
    place = f"/register/frameworks/{framework.pk}/work-plan/"
    seen = []
    for count in (1, 60):
        import_plan(grid(*rows(count)), SAID, by=make_actor())
        with CaptureQueriesContext(connection) as queries:
            secretariat.get(place)
        seen.append(len(queries))

    assert seen[0] == seen[1]


def test_an_office_reads_the_plan_and_imports_none(framework):
    office = signed_in(make_user("regional_office", make_office()))

    assert office.get(f"/register/frameworks/{framework.pk}/work-plan/").status_code == 200
    assert office.get(IMPORT).status_code == 403


def test_plans_of_several_frameworks_lead_to_all_items_and_the_way_back(secretariat, framework):
    make_framework("NGA")
    place = upload(secretariat, table(row(), row(country="NGA")))

    page = secretariat.post(place, {"act": "apply"}, follow=True)

    assert page.redirect_chain == [("/register/work-plan-items/", 302)]
    assert IMPORT in page.content.decode()


def test_no_office_is_led_to_the_import(framework):
    office = signed_in(make_user("regional_office", make_office()))

    assert IMPORT not in office.get("/register/work-plan-items/").content.decode()
