"""The statements of docs/operations.md, run word for word on a fresh server."""

import os
import re
import subprocess
import sys
from contextlib import closing

import psycopg2
import pytest
from psycopg2.errors import InsufficientPrivilege

from habitat_reform.environment import BASE_DIR

HANDBOOK = (BASE_DIR / "docs" / "operations.md").read_text()


def execute(server, user, database, *statements):
    where = {"host": str(server.folder), "user": user, "dbname": database}
    with closing(psycopg2.connect(**where)) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        for statement in statements:
            cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


def migrate(server):
    address = f"?host={server.folder}".replace(" ", "%20")
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
        "DATABASE_URL": f"postgresql://reform_app@/reform{address}",
        "DATABASE_OWNER_URL": f"postgresql://reform_owner@/reform{address}",
    }
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=BASE_DIR, env=environment, check=True)


@pytest.fixture
def reform(server):
    """The database as the handbook makes it; the owner's part again after each migration."""
    once, after_each_migration = re.findall(r"```sql\n(.*?)```", HANDBOOK, re.DOTALL)
    before, inside = once.split("\\connect reform\n")
    server.ensure_running()
    execute(server, "postgres", "postgres", *before.strip().split("\n"))
    execute(server, "postgres", "reform", inside)
    migrate(server)
    execute(server, "reform_owner", "reform", after_each_migration)
    return server


ENTER = """
    INSERT INTO accounts_user (email, full_name, role, language, password, is_active, is_superuser,
        wants_reminders)
    VALUES ('amina@example.org', 'Amina', 'secretariat', 'en', '', true, false, true)
"""
COUNT = "SELECT count(*) FROM accounts_userevent"


def test_the_application_writes_history_and_can_never_rewrite_it(reform):
    assert execute(reform, "reform_app", "reform", ENTER, COUNT) == [(1,)]

    for statement in (
        "UPDATE accounts_userevent SET email = ''",
        "DELETE FROM accounts_userevent",
        "TRUNCATE accounts_userevent",
        "ALTER TABLE accounts_userevent DISABLE TRIGGER ALL",
        "UPDATE reporting_publication SET statement = ''",
        "TRUNCATE reporting_publicationrow",
        "DELETE FROM reporting_publicationnotice",
        "DELETE FROM reporting_issuednote",
        "DELETE FROM reporting_paperfile",
        "CREATE TABLE mine ()",
    ):
        with pytest.raises(InsufficientPrivilege):
            execute(reform, "reform_app", "reform", statement)

    assert execute(reform, "reform_app", "reform", COUNT) == [(1,)]
