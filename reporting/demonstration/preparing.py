"""From nothing to a filled demonstration, each step left out when it is done already."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from accounts.models import User
from regions.models import Installation

NOT_OURS = (
    "This database is not a demonstration but somebody's work. Nothing was changed. "
    "Choose an empty database in DATABASE_URL, or leave DATABASE_URL out."
)


def is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def is_filled() -> bool:
    return Installation.is_marked_as_demonstration()


def refuse_what_is_not_ours() -> None:
    """Asked before anything is changed: the mark of a demonstration cannot be taken off again.

    A database without people is one whose filling was broken off.
    """
    tables = connection.introspection.table_names()
    if tables and not (_is_marked(tables) or _is_without_people(tables)):
        raise CommandError(NOT_OURS)


def _is_marked(tables: list[str]) -> bool:
    return Installation._meta.db_table in tables and is_filled()


def _is_without_people(tables: list[str]) -> bool:
    return User._meta.db_table in tables and not User.objects.exists()


def collect_static_files() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
    _stamp().write_text(release())


def are_static_files_collected() -> bool:
    return _stamp().exists() and _stamp().read_text() == release()


def release() -> str:
    """A digest of what there is to collect, told from names, sizes and times."""
    files = [
        (name, stat.st_size, stat.st_mtime_ns)
        for finder in get_finders()
        for name, storage in finder.list([])
        for stat in [Path(storage.path(name)).stat()]
    ]
    return hashlib.sha256(repr(sorted(files)).encode()).hexdigest()


def _stamp() -> Path:
    root = Path(settings.STATIC_ROOT)
    return root.with_name(f"{root.name}.release")


def start_over() -> None:
    """Delete a demonstration: the embedded server's whole folder, or the tables on another."""
    server = getattr(connection, "server", None)
    if server is None:
        _drop_tables()
        return
    connection.close()
    server.delete()


def _drop_tables() -> None:
    tables = connection.introspection.table_names()
    if tables and not _is_marked(tables):
        raise CommandError(NOT_OURS)
    try:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    except DatabaseError as failure:
        raise CommandError(f"The tables could not be dropped: {failure}") from failure
