from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from habitat_reform.database import database_settings
from habitat_reform.embedded.sockets import answers


def test_the_database_shell_finds_the_server_running(monkeypatch):
    ran = []
    monkeypatch.setattr("subprocess.run", lambda command, **options: ran.append(command))

    call_command("dbshell", "--", "--version")

    server = connection.settings_dict
    assert ran == [
        ["psql", "-U", "postgres", "-h", server["HOST"], "-p", "5432", "--version", server["NAME"]]
    ]
    assert answers(Path(server["HOST"]))


@pytest.mark.django_db
def test_every_connection_keeps_the_limits():
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT name || '=' || setting FROM pg_settings
            WHERE name = ANY(ARRAY['statement_timeout', 'lock_timeout']) ORDER BY name""")
        found = [row[0] for row in cursor.fetchall()]

    assert found == ["lock_timeout=5000", "statement_timeout=15000"]


def test_a_transaction_left_open_is_ended_after_half_a_minute():
    served = database_settings("postgresql://app@localhost/reform", Path("unused"))
    assert "-c idle_in_transaction_session_timeout=30s" in served["OPTIONS"]["options"]
