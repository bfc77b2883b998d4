"""The settings as a fresh process reads them, far from those of the tests."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from habitat_reform.environment import BASE_DIR

CLIENT = BASE_DIR / "habitat_reform" / "client.py"
KEY = "k7!pQ2#vX9$mL4%nB8&wE3*zR6(tY1)uI5" + "-and-as-long-as-it-should-be"
PRODUCTION = {
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": "reform.example.org",
    "DATABASE_URL": "postgresql://app@db.example/habitat",
}
LOCAL = {"SECRET_KEY": KEY, "PLAIN_HTTP": "1"}
NAMES = [
    "ALLOWED_HOSTS", "CSRF_COOKIE_NAME", "DEBUG", "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE",
]  # fmt: skip
TELL = """
import json, sys
from django.conf import settings
print(json.dumps({name: getattr(settings, name, None) for name in sys.argv[1:]}))
"""


def run(environment, *arguments):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "habitat_reform.settings",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def told(environment, *names):
    return json.loads(run(environment, "-c", TELL, *names).stdout)


def test_only_the_command_of_the_demonstration_makes_a_process_one():
    assert told(LOCAL, "DEMONSTRATION") == {"DEMONSTRATION": False}
    assert told(LOCAL, "demo", "DEMONSTRATION") == {"demo": None, "DEMONSTRATION": True}


def test_in_production_cookies_belong_to_this_host_and_to_https():
    assert told(PRODUCTION, *NAMES) == {
        "ALLOWED_HOSTS": ["reform.example.org"],
        "CSRF_COOKIE_NAME": "__Host-csrf",
        "DEBUG": False,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_NAME": "__Host-session",
        "SESSION_COOKIE_SECURE": True,
    }


def test_on_ones_own_machine_one_setting_makes_plain_http_work():
    assert told(LOCAL, *NAMES) == {
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost"],
        "CSRF_COOKIE_NAME": "csrf",
        "DEBUG": False,
        "SECURE_HSTS_SECONDS": 0,
        "SECURE_SSL_REDIRECT": False,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_NAME": "session",
        "SESSION_COOKIE_SECURE": False,
    }


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "changeme"}, "SECRET_KEY is guessable"),
        ({**LOCAL, "ALLOWED_HOSTS": "reform.example.org"}, "PLAIN_HTTP=1 is for 127.0.0.1"),
        ({**LOCAL, "BIND": "0.0.0.0:8000"}, "PLAIN_HTTP=1 is for 127.0.0.1"),
        ({**PRODUCTION, "DEBUG": "yes"}, "DEBUG is 1 or 0, not 'yes'"),
        ({**PRODUCTION, "PROXY_COUNT": "two"}, "PROXY_COUNT is a whole number"),
        ({**PRODUCTION, "DATABASE_URL": "sqlite:///x"}, "DATABASE_URL wants postgresql://"),
    ],
)
def test_a_process_does_not_start_on_unsafe_settings_and_says_why(environment, words):
    outcome = run(environment, "-c", TELL, "DEBUG")

    assert outcome.returncode == 1
    assert words in outcome.stderr


def test_the_command_line_says_it_without_a_traceback():
    outcome = run({**PRODUCTION, "DEBUG": "yes"}, "manage.py", "check")

    assert (outcome.returncode, outcome.stderr) == (1, "DEBUG is 1 or 0, not 'yes'.\n")


@pytest.mark.parametrize(
    ("setting", "expected"), [("0", None), ("1", ["HTTP_X_FORWARDED_PROTO", "https"])]
)
def test_a_proxy_is_believed_only_when_somebody_said_so(setting, expected):
    environment = {**PRODUCTION, "BEHIND_HTTPS_PROXY": setting}

    assert told(environment, "SECURE_PROXY_SSL_HEADER") == {"SECURE_PROXY_SSL_HEADER": expected}


def test_django_finds_nothing_to_warn_of_in_production():
    outcome = run(PRODUCTION, "manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert (outcome.returncode, outcome.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


def test_a_command_that_needs_no_database_starts_none(tmp_path):
    outcome = run({"VAR_DIR": str(tmp_path)}, "manage.py", "check")

    assert outcome.returncode == 0
    assert {place.name for place in tmp_path.iterdir()} <= {"secret-key", "cache"}


def test_a_database_that_cannot_start_is_told_in_words(tmp_path):
    (tmp_path / "postgres").write_text("a file where the data should be")

    outcome = run({"VAR_DIR": str(tmp_path)}, "manage.py", "migrate")

    assert outcome.returncode == 1
    assert outcome.stderr.startswith("The embedded PostgreSQL could not start on ")
    assert "Traceback" not in outcome.stderr


def names_read():
    """Each name that the program reads from its environment, itself or by a function of ours.

    The client is a program of its own, on other machines.
    """
    reading = re.compile(
        r"""(?:\b(?:text|flag|number|listing)\(|environ(?:\.get\(|\[))["']([A-Z_]+)"""
    )
    sources = [BASE_DIR / "manage.py"]
    for room in (
        "accounts",
        "api",
        "checklist",
        "habitat_reform",
        "programmes",
        "regions",
        "reporting",
    ):
        sources += (BASE_DIR / room).rglob("*.py")
    own = [source for source in sources if source != CLIENT]
    return {name for source in own for name in reading.findall(source.read_text())}


def names_documented():
    text = Path(BASE_DIR / "docs" / "operations.md").read_text()
    return set(re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE))


def test_every_setting_is_documented_and_nothing_that_is_none():
    assert names_read() - {"DJANGO_SETTINGS_MODULE"} == names_documented()
    assert "SECRET_KEY" in names_documented()


def test_what_the_client_reads_is_in_its_own_guide():
    read = set(re.findall(r"""environ\.get\(["']([A-Z_]+)""", CLIENT.read_text()))
    guide = Path(BASE_DIR / "docs" / "client.md").read_text()

    assert "HABITAT_REFORM_TOKEN" in read
    assert {name for name in read if name not in guide} == set()
