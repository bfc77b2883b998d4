"""The eleven figures of HSP/EB.2025/8: none is lost or sharpened, wherever it is read."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models.users import Role
from checklist.models import ReportingRound
from programmes.models import CooperationFramework, FrameworkEngagement
from regions.templatetags.figures import figure_value
from reporting import references
from reporting.actions.figures import reconcile
from reporting.models import ReportedFigure
from reporting.reconciling import from_record
from reporting.snapshots.records import read_records
from reporting.snapshots.sections import offices, overview
from reporting.snapshots.snapshot import Snapshot
from reporting.staff.figure_table import HEADINGS
from tests.checklist.pages import text_of
from tests.factories import caller, make_actor, make_user

pytestmark = pytest.mark.django_db

NUMBERS = ("value", "of_total")
WORDS = ("document", "paragraph", "office", "measure", "unit", "qualifier", "of_total_qualifier")
STATED = (*WORDS, *NUMBERS, "as_of", "meaning")


def the_file():
    with (references.DATA / "reported_figures.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return [with_numbers(row) for row in rows]


def with_numbers(row):
    return {**row, **{name: int(row[name]) if row[name] else None for name in NUMBERS}}


def stated(row):
    """What a figure says, as a file has it."""
    return {name: row[name] for name in STATED}


@pytest.fixture
def loaded():
    call_command("load_reference", stdout=StringIO())
    rows = [stated(row) for row in the_file()]
    assert len(rows) == 11
    return rows


def in_order(rows):
    return sorted(rows, key=lambda row: (row["office"], row["measure"]))


def test_the_api_gives_each_as_the_note_states_it(loaded):
    shapes = caller("secretariat").get("/api/v1/figures/").json()["results"]

    reported = [{**shape, **shape["reported"]} for shape in shapes]
    assert in_order(map(stated, reported)) == in_order(loaded)
    assert all(each["counted"] is not None for each in shapes)


@pytest.fixture
def secretariat():
    client = Client()
    client.force_login(make_user(Role.SECRETARIAT))
    return client


def test_the_page_shows_each_with_hedge_total_and_paragraph(loaded, secretariat):
    page = text_of(secretariat.get("/figures/"))

    for row in loaded:
        words = figure_value(
            row["value"], row["qualifier"], row["of_total"], row["of_total_qualifier"]
        )
        assert words in page
        assert f"para {row['paragraph']}" in page
    assert "25 + 20 = 45, against at least 45" in page


def test_the_export_has_each_under_the_names_of_the_file(loaded, secretariat):
    reply = secretariat.get("/figures/?format=csv")

    assert reply["Content-Disposition"].startswith('attachment; filename="figures.csv"')
    head, *lines = csv.reader(StringIO(reply.content.decode("utf-8-sig")))
    assert tuple(head) == HEADINGS
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert in_order(stated(with_numbers(row)) for row in rows) == in_order(loaded)
    signed = next(r for r in rows if (r["office"], r["measure"]) == ("ROAF", "frameworks_signed"))
    assert signed["explanation"].startswith("At least 45 reported, ")


def test_the_publication_keeps_each_on_all_its_pages(loaded):
    head = {"round": "2025", "number": 1, "corrects": None}
    records = read_records(ReportingRound.objects.get(), head, date(2025, 3, 1))
    snapshot = Snapshot(records)

    assert in_order(map(stated, records["figures"])) == in_order(loaded)
    assert dict(overview.cut(snapshot))["overview"]["figures"] == records["figures"]
    here = {code: len(offices.office(snapshot, code)["figures"]) for code in snapshot.offices}
    assert here == {"ROAF": 3, "ROAS": 5, "ROAP": 1, "ROLAC": 2, "EECA": 0, "HQ": 0}


def test_what_a_person_reconciled_is_published_with_the_figure(loaded):
    framework = CooperationFramework.objects.running_on(date(2025, 1, 27)).first()
    FrameworkEngagement.objects.create(framework=framework, signatory="yes", level="active")
    figure = ReportedFigure.objects.get(office__code="ROAF", measure="frameworks_signed")
    reconcile(figure, reason="The list is with the office.", by=make_actor())
    (kept,) = [
        row
        for row in read_records(figure.round, {"number": 1, "corrects": None}, date(2025, 3, 1))[
            "figures"
        ]
        if row["reconciled"]
    ]
    assert (kept["measure"], kept["comparison"]) == ("frameworks_signed", "differs")
    assert from_record(kept).is_reconciled
    assert from_record(kept).reconciliation.endswith(": The list is with the office.")
