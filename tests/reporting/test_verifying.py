from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import InternalError, connection, transaction

from reporting.models import Publication, PublicationRow, PublicationSection
from reporting.snapshots.canonical import digest, packed
from reporting.verifying import faults_of, verify
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


def tamper(table, assignment, *params):
    """As somebody would who owns the database: the trigger off, a change, the trigger on."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE {table} SET {assignment}", params)
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_an_untouched_publication_holds():
    assert faults_of(make_publication()) == []


@pytest.mark.parametrize("model", [Publication, PublicationSection, PublicationRow])
def test_the_database_refuses_to_change_or_delete_what_was_published(model):
    make_publication()
    table = model._meta.db_table
    for attempt in (f"UPDATE {table} SET id = id + 1", f"DELETE FROM {table}"):
        with (
            pytest.raises(InternalError, match=r"Cannot (update|delete)"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(attempt)


def test_a_changed_row_of_a_list_is_found():
    publication = make_publication()
    tamper("reporting_publicationrow", "body = '{}' WHERE key = 'KEN' AND listed = 'teams'")
    assert faults_of(publication) == ["List teams does not have its digest."]


def test_a_row_that_was_put_under_another_filter_is_found():
    publication = make_publication()
    tamper("reporting_publicationrow", "facets = '{}' WHERE key = 'KEN' AND listed = 'teams'")
    assert faults_of(publication) == ["List teams does not have its digest."]


def test_a_changed_section_is_found():
    publication = make_publication()
    tamper("reporting_publicationsection", "body = '{}' WHERE key = 'overview'")
    assert faults_of(publication) == ["Section overview does not have its digest."]


def test_a_section_changed_with_its_digest_is_found():
    publication = make_publication()
    change = "body = '{}', sha256 = %s WHERE key = 'office:ROAF'"
    tamper("reporting_publicationsection", change, digest("{}"))
    assert faults_of(publication) == ["Section office:ROAF does not have its digest."]


def test_a_section_that_is_gone_is_found():
    publication = make_publication()
    tamper("reporting_publicationsection", "key = 'team:XXX' WHERE key = 'team:KEN'")
    assert faults_of(publication) == [
        "Section team:XXX does not have its digest.",
        "Section team:KEN is missing.",
    ]


def test_a_changed_list_of_sections_is_found():
    make_publication()
    tamper("reporting_publication", "manifest = '{}'")
    assert faults_of(Publication.objects.get()) == [
        "The list of sections is not the one in the file."
    ]


@pytest.mark.parametrize(
    ("stored", "fault"),
    [
        (packed("{}"), "The file does not have its digest."),
        (b"no file", "The file cannot be read."),
    ],
)
def test_a_changed_file_is_found(stored, fault):
    make_publication()
    tamper("reporting_publication", "canonical = %s", stored)
    assert faults_of(Publication.objects.get()) == [fault]


def test_the_command_checks_one_publication_or_all():
    publication = make_publication()
    for name in ([], ["2026/1"]):
        out = StringIO()
        call_command("verify_publication", *name, stdout=out)
        found = verify(publication)
        checked = f"file, {found.sections} sections, {found.lists} lists"
        assert out.getvalue() == f"2026/1 {publication.sha256} holds: {checked}\n"


def test_the_command_fails_on_what_does_not_hold():
    make_publication()
    tamper("reporting_publicationsection", "body = '{}' WHERE key = 'overview'")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 of the publications"):
        call_command("verify_publication", stdout=out, stderr=err)
    assert "differs" in out.getvalue()
    assert "Section overview" in err.getvalue()


@pytest.mark.parametrize("name", ["2026/2", "2026", "1999/1", "2026/x", "2026/99999999999"])
def test_the_command_knows_no_other_publication(name):
    make_publication()
    with pytest.raises(CommandError, match="There is no publication"):
        call_command("verify_publication", name)
