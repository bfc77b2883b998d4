from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from habitat_reform.database import chosen_url, database_settings

DATA = Path("/srv/habitat/var/postgres")


def test_an_address_becomes_the_settings_of_its_server():
    found = database_settings("postgresql://re%40form:s%2Fcret@db.example:5433/habitat", DATA)

    assert found == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "habitat",
        "USER": "re@form",
        "PASSWORD": "s/cret",
        "HOST": "db.example",
        "PORT": "5433",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "options": "-c statement_timeout=15s -c lock_timeout=5s "
            "-c idle_in_transaction_session_timeout=30s"
        },
    }


def test_what_stands_behind_the_question_mark_goes_to_libpq():
    found = database_settings("postgres:///habitat?host=/run/pg%20sql&sslmode=verify-full", DATA)

    assert (found["HOST"], found["PORT"]) == ("/run/pg sql", "")
    assert found["OPTIONS"]["sslmode"] == "verify-full"


@pytest.mark.parametrize(
    "address", ["mysql://u@h/n", "postgresql://h", "postgresql://h:port/n", "postgresql://[/n"]
)
def test_an_address_that_is_none_is_refused_in_words(address):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database_settings(address, DATA)


def test_without_an_address_the_embedded_server_is_used_over_its_own_socket():
    found = database_settings("", DATA, careless=True)

    assert found["ENGINE"] == "habitat_reform.embedded"
    assert found["HOST"] == str(DATA)
    assert (found["EMBEDDED_DATA"], found["EMBEDDED_CARELESS"]) == (str(DATA), True)


def test_a_migration_may_take_longer_than_a_page_but_waits_no_longer_for_locks():
    options = database_settings("", DATA, migrating=True)["OPTIONS"]["options"]

    assert options == (
        "-c statement_timeout=0 -c lock_timeout=5s -c idle_in_transaction_session_timeout=0"
    )


@pytest.mark.parametrize(
    ("arguments", "owner", "expected"),
    [
        (["manage.py", "migrate"], "owner", "owner"),
        (["manage.py", "migrate"], "", "application"),
        (["manage.py", "shell"], "owner", "application"),
        (["gunicorn"], "owner", "application"),
    ],
)
def test_only_migrate_works_as_the_owner_of_the_tables(arguments, owner, expected):
    assert chosen_url(arguments, "application", owner) == expected
