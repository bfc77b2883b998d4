"""Records as a table: taken away, changed, previewed, saved."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from xlsxwriter import Workbook

from programmes.actions.records import save_rows
from programmes.intake.kinds import KINDS
from programmes.intake.siblings import records_of
from programmes.keeping.standing import standing_records
from programmes.models import FrameworkEngagement, IncomingTable, Presence
from programmes.tables import read_table, write_workbook
from regions.languages import CODES
from regions.tables import read_grid
from tests.factories import make_actor
from tests.programmes.intake.world import rows
from tests.programmes.keeping.records import put_on_record

pytestmark = pytest.mark.django_db
IMPORT = "/register/engagements/import/"


def send(client, content, name="records.csv", address=IMPORT):
    """Upload a table and open its preview."""
    done = client.post(address, {"file": SimpleUploadedFile(name, content)})
    return client.get(done.url)


def csv_of(*sent):
    """A table with machine names and codes."""
    text = io.StringIO()
    heads = list(dict.fromkeys(name for row in sent for name in row))
    writer = csv.DictWriter(text, heads)
    writer.writeheader()
    writer.writerows(sent)
    return text.getvalue().encode()


def part(**changed):
    """A row of a table of engagements."""
    whole = {"team": "KEN", "framework_starts_on": "2022-01-01", "valid_from": "2024-01-01"}
    return {**whole, "signatory": "yes", "level": "active", **changed}


def taken(client, query="form=csv", address=IMPORT):
    """What is downloaded, as rows by machine name."""
    content = client.get(f"{address}download/?{query}").content
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def counts(response):
    page = response.context["page"]
    return (page.created, page.updated, page.unchanged, len(page.stale), page.rejected)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("slug", sorted(KINDS))
def test_a_table_of_every_kind_comes_back_as_it_was_given_out(secretariat, slug, form):
    put_on_record(slug)
    number = KINDS[slug].model.objects.count()
    address = f"/register/{slug}/import/"
    content = secretariat.get(f"{address}download/?form={form}&language=fr").content

    shown = send(secretariat, content, f"a.{form}", address)

    assert shown.context["page"].plan.faults == []
    assert counts(shown) == (0, 0, number, 0, 0)
    assert shown.context["page"].says_nothing_new


def test_rows_are_previewed_and_saved_together(secretariat):
    put_on_record("engagements", valid_to="2024-12-31")
    [row] = taken(secretariat)
    content = csv_of({**row, "level": "light"}, part(valid_from="2025-01-01", note="New"))

    shown = send(secretariat, content)
    before = FrameworkEngagement.objects.count()
    done = secretariat.post(shown.request["PATH_INFO"], {"reason": "Survey"})

    assert counts(shown) == (1, 1, 0, 0, 0)
    assert (before, done.status_code, done.url) == (1, 302, "/register/engagements/")
    values = FrameworkEngagement.objects.order_by("valid_from").values_list("level", "note")
    assert list(values) == [("light", ""), ("active", "New")]
    assert IncomingTable.objects.get().used_at is not None


def test_every_fault_is_named_by_its_cell_and_nothing_is_saved(secretariat):
    content = csv_of(
        part(level="a lot"), part(framework_starts_on="1999-01-01"), part(valid_from="soon")
    )

    shown = send(secretariat, content)
    done = secretariat.post(shown.request["PATH_INFO"])

    assert [fault.cell for fault in shown.context["page"].faults] == ["E2", "A3", "C4"]
    assert (done.status_code, FrameworkEngagement.objects.count()) == (409, 0)


def test_a_row_on_old_words_is_saved_only_if_it_is_chosen(secretariat):
    record = put_on_record("engagements")
    [row] = taken(secretariat)
    newer = {"id": record.pk, "level": "none"}
    save_rows(KINDS["engagements"], [newer], by=make_actor("secretariat"))

    shown = send(secretariat, csv_of({**row, "level": "light"}))
    address, page = shown.request["PATH_INFO"], shown.context["page"]
    left = secretariat.post(address)
    record.refresh_from_db()
    stays = record.level
    taken_over = secretariat.post(address, {"overwrite": page.conflicts[0].choice})
    record.refresh_from_db()

    [difference] = page.conflicts[0].rows
    assert (difference.before, difference.after) == ("no engagement", "light engagement")
    assert (left.status_code, stays) == (302, "none")
    assert (taken_over.status_code, record.level) == (302, "light")


def test_an_office_takes_away_and_sends_only_its_own(office, other_office):
    put_on_record("engagements")
    theirs = csv_of(part(level="none"))

    shown = send(other_office, theirs)

    assert len(taken(office)) == 1
    assert taken(other_office) == []
    assert counts(shown) == (0, 0, 0, 0, 1)
    address = shown.request["PATH_INFO"]
    assert other_office.post(address).status_code == 409
    assert office.get(address).status_code == 404


def test_text_stays_text_whatever_it_looks_like(secretariat):
    risky = '=HYPERLINK("http://example.org")'
    put_on_record("engagements", note=risky, specific_contribution="@here\n-1+2")

    [row] = taken(secretariat)
    content = secretariat.get(f"{IMPORT}download/?form=xlsx").content
    grid = read_grid(content, "a.xlsx", ("note", "level", "as_of"))

    assert (row["note"], row["specific_contribution"]) == (f"'{risky}", "'@here\n-1+2")
    assert grid.formulas == frozenset()
    assert risky in grid.rows[2]


@pytest.mark.parametrize("language", CODES)
def test_a_workbook_in_any_language_is_read_with_its_words_and_heads(world, language):
    put_on_record("engagements")

    kind = KINDS["engagements"]
    records = standing_records(kind, records_of(kind), date(2026, 1, 1))
    content = write_workbook(kind, records, language)

    with override("ru"):
        table = read_table(content, "a.xlsx", kind)

    assert (table.faults, table.rows[0]["level"]) == ([], "active")


def test_a_workbook_is_written_from_right_to_left_in_arabic(secretariat):

    content = secretariat.get(f"{IMPORT}download/?form=xlsx&language=ar").content

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'rightToLeft="1"' in sheet


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"no table at all", "a.xlsx", "not_a_workbook"),
        (b"team,levle\nKEN,active\n", "a.csv", "unknown_column"),
        (b"level,level,team\nlight,light,KEN\n", "a.csv", "doubled_column"),
        (b"level,note,signatory\nlight,,\n", "a.csv", "missing_column"),
        (b"team,framework_starts_on\nK\xe9n,1\n", "a.csv", "not_utf8"),
    ],
)
def test_a_table_that_is_none_is_refused_in_words(world, content, name, code):
    table = read_table(content, name, KINDS["engagements"])

    assert code in [fault.code for fault in table.faults]
    assert table.rows == []


def test_a_workbook_of_other_records_is_refused(secretariat):
    content = secretariat.get("/register/presence/import/download/?form=xlsx").content

    codes = {fault.code for fault in read_table(content, "a.xlsx", KINDS["engagements"]).faults}

    assert "unknown_format" in codes


def test_a_formula_is_no_fact(secretariat):

    content = io.BytesIO()
    with Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["country", "kind", "projects"])
        sheet.write_row(1, 0, ["KEN", "physical"])
        sheet.write_formula(1, 2, '="yes"', None, "yes")

    [fault] = read_table(content.getvalue(), "a.xlsx", KINDS["presence"]).faults

    assert (fault.pointer, fault.code) == ("/rows/0/projects", "formula_not_allowed")


def test_the_same_file_again_is_the_same_table(secretariat):
    content = csv_of(part())

    first, again = send(secretariat, content), send(secretariat, content)

    assert first.request["PATH_INFO"] == again.request["PATH_INFO"]
    assert not Presence.objects.exists()


@pytest.mark.parametrize("number", [1, 100])
def test_a_preview_takes_the_same_queries_for_one_row_and_for_many(
    secretariat, number, django_assert_num_queries
):
    many = [{**rows()["contributions"], "topic": f"Topic {each}"} for each in range(number)]
    shown = send(secretariat, csv_of(*many), address="/register/contributions/import/")

    with django_assert_num_queries(8):
        secretariat.get(shown.request["PATH_INFO"])
