from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import InternalError, connection, transaction

from accounts.models.users import Role
from reporting.models import IssuedNote, Publication, PublicationRow, PublicationSection
from reporting.papers.kinds import CHECKLIST, PaperName
from reporting.papers.making import kept_or_made
from reporting.snapshots.canonical import digest, packed
from reporting.verifying import faults_of, verify
from reporting.verifying_papers import check_papers
from tests.factories import make_user
from tests.reporting.world import AT, make_publication

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


@pytest.fixture
def with_papers():
    """A publication with its note, and with its checklist as it was made at the first request."""
    publication = make_publication()
    words = {"text": "Wörter", "sha256": digest("Wörter")}
    issued = {"language": "en", "issued_by": make_user(Role.SECRETARIAT), "issued_at": AT}
    IssuedNote.objects.create(publication=publication, **words, **issued)
    kept_or_made(publication, PaperName(CHECKLIST), "fr", "docx")
    return publication


def test_papers_that_are_as_they_were_made_hold(with_papers):
    assert dict(check_papers(with_papers)) == {"note/1, en": True, "checklist.docx, fr": True}


@pytest.mark.parametrize(
    ("table", "change", "name"),
    [
        ("reporting_paperfile", "content = content || '\\x00'", "checklist.docx, fr"),
        ("reporting_paperfile", f"sha256 = '{'0' * 64}'", "checklist.docx, fr"),
        ("reporting_issuednote", "text = 'Other words'", "note/1, en"),
    ],
)
@pytest.mark.usefixtures("with_papers")
def test_the_command_names_a_changed_paper(table, change, name):
    tamper(table, change)
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 of the publications"):
        call_command("verify_publication", stdout=out, stderr=err)
    assert "differs" in out.getvalue()
    assert "2 kept papers" in out.getvalue()
    assert err.getvalue() == f"  Paper {name} does not have its digest.\n"


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
        checked = f"file, {found.sections} sections, {found.lists} lists, 0 kept papers"
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
