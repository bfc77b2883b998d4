import pytest
from django.core.management import CommandError
from django.db import DatabaseError, connection

from accounts.models import User
from regions.models import Installation
from reporting.demonstration import preparing


class EmbeddedElsewhere:
    """Stands for the server under the tests, which must not be deleted."""

    was_deleted = False

    def delete(self):
        self.was_deleted = True


@pytest.fixture
def person():
    return User.objects.create_user("amina@example.org", role="secretariat")


@pytest.fixture
def mark():
    return Installation.objects.create(pk=1, is_demonstration=True)


@pytest.fixture
def on_a_real_server(monkeypatch):
    """As with DATABASE_URL: the connection has no server of its own."""
    monkeypatch.setitem(vars(connection), "server", None)


@pytest.mark.django_db
def test_an_empty_database_may_become_a_demonstration():
    preparing.refuse_what_is_not_ours()

    assert not preparing.is_filled()


@pytest.mark.django_db
def test_a_database_that_people_work_with_never_becomes_one(person):
    with pytest.raises(CommandError, match="not a demonstration but somebody's work"):
        preparing.refuse_what_is_not_ours()


@pytest.mark.django_db
def test_the_database_of_another_program_never_becomes_one():
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE other ()")

    with pytest.raises(CommandError, match="not a demonstration"):
        preparing.refuse_what_is_not_ours()


@pytest.mark.django_db
def test_a_demonstration_is_known_by_its_mark(person, mark):
    preparing.refuse_what_is_not_ours()

    assert preparing.is_filled()


@pytest.mark.django_db
def test_the_tables_are_made_once():
    assert preparing.is_migrated()


@pytest.mark.django_db
def test_starting_over_drops_the_tables_of_a_demonstration(mark, on_a_real_server):
    preparing.start_over()

    assert connection.introspection.table_names() == []
    assert not preparing.is_migrated()


@pytest.mark.django_db
def test_starting_over_is_fine_on_an_empty_database(on_a_real_server):
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    preparing.start_over()

    assert connection.introspection.table_names() == []


@pytest.mark.django_db
def test_starting_over_refuses_what_is_no_demonstration(on_a_real_server):
    with pytest.raises(CommandError, match="not a demonstration"):
        preparing.start_over()

    assert "accounts_user" in connection.introspection.table_names()


@pytest.mark.django_db
def test_starting_over_refuses_the_database_of_another_program(on_a_real_server):
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE other ()")

    with pytest.raises(CommandError, match="not a demonstration"):
        preparing.start_over()

    assert connection.introspection.table_names() == ["other"]


@pytest.mark.django_db
def test_a_role_that_may_not_drop_the_tables_is_told_so(mark, on_a_real_server):
    def refuse(execute, sql, params, many, context):
        if sql.startswith("DROP"):
            raise DatabaseError("must be owner of schema public")
        return execute(sql, params, many, context)

    with (
        connection.execute_wrapper(refuse),
        pytest.raises(CommandError, match="could not be dropped: must be owner"),
    ):
        preparing.start_over()


def test_starting_over_deletes_the_embedded_servers_data(monkeypatch):
    server = EmbeddedElsewhere()
    monkeypatch.setitem(vars(connection), "server", server)
    monkeypatch.setattr(connection, "close", lambda: None)

    preparing.start_over()

    assert server.was_deleted


def test_static_files_are_collected_once_a_release(settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("a {}")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
            "OPTIONS": {"location": tmp_path / "static"},
        }
    }

    assert not preparing.are_static_files_collected()
    preparing.collect_static_files()
    assert (tmp_path / "static" / "page.css").read_text() == "a {}"
    assert preparing.are_static_files_collected()

    (source / "page.css").write_text("a { color: red }")
    assert not preparing.are_static_files_collected()
