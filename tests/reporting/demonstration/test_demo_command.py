"""The steps of the command, one by one; test_demo.py goes through the real thing."""

import signal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from regions.models import Installation
from reporting.demonstration import preparing, serving
from reporting.demonstration.access import Account, DemonstrationAccess, ReadyToken
from reporting.demonstration.note import read_note, write_note
from reporting.management.commands import demo

ADDRESS = "http://127.0.0.1:8000"
ACCESS = DemonstrationAccess(
    accounts=(Account("secretariat", "reviewer@demo.example", "a long password"),),
    tokens=(
        ReadyToken("secretariat", None, "hrt_1.a"),
        ReadyToken("regional_office", "ROAF", "hrt_2.b"),
    ),
)


def steps(said):
    return [line[9:] for line in said.splitlines() if line[5:9] == " s  "]


@pytest.fixture(autouse=True)
def signals():
    """The command takes them over; afterwards they are pytest's again."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def filled():
    Installation.objects.create(pk=1, is_demonstration=True)
    return User.objects.create_user("reviewer@demo.example", "a long password", role="secretariat")


@pytest.fixture
def run(settings, tmp_path, monkeypatch):
    """Everything but the filling itself, the collecting, and the serving."""
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(demo, "fill", lambda say: say("Fill") or ACCESS)
    monkeypatch.setattr(demo, "renew_access", lambda now: ACCESS)
    monkeypatch.setattr(preparing, "are_static_files_collected", lambda: True)

    def command(*arguments):
        said = StringIO()
        call_command("demo", *arguments, stdout=said)
        return said.getvalue()

    return command


@pytest.mark.django_db
def test_an_empty_database_is_filled_and_the_sign_ins_are_told(run, tmp_path):
    said = run("--no-serve")

    assert steps(said) == ["Start PostgreSQL", "Fill", "Ready"]
    assert "  secretariat       reviewer@demo.example             a long password\n" in said
    assert (
        f'  curl -sS -H "Authorization: Bearer hrt_2.b" {ADDRESS}/api/v1/whoami/\n'
        f"\nAll of this stands in {tmp_path / 'demo.json'}. Ctrl+C ends it.\n"
    ) in said
    assert read_note(tmp_path / "demo.json") == ACCESS


@pytest.mark.django_db
def test_what_is_done_already_is_left_out(run, filled, tmp_path):
    write_note(tmp_path / "demo.json", ADDRESS, ACCESS)

    assert steps(run("--no-serve")) == ["Start PostgreSQL", "Ready"]


@pytest.mark.django_db
def test_sign_ins_of_another_database_are_replaced(run, filled, tmp_path):
    another = DemonstrationAccess((Account("secretariat", filled.email, "not it"),), ())
    write_note(tmp_path / "demo.json", ADDRESS, another)

    assert steps(run("--no-serve")) == [
        "Start PostgreSQL",
        "Make new passwords and tokens",
        "Ready",
    ]


@pytest.mark.django_db
def test_starting_over_comes_before_everything_else(run, monkeypatch):
    def drop():
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    monkeypatch.setattr(preparing, "start_over", drop)

    assert steps(run("--reset", "--no-serve")) == [
        "Delete what was there",
        "Start PostgreSQL",
        "Make the tables",
        "Fill",
        "Ready",
    ]


@pytest.mark.django_db
def test_it_is_served_on_the_port_that_was_asked_for(run, monkeypatch):
    served = []
    monkeypatch.setattr(serving, "refuse_taken_port", served.append)
    monkeypatch.setattr(serving, "serve", served.append)

    said = run("--port", "8123")

    assert served == [8123, 8123]
    assert "http://127.0.0.1:8123/\n" in said


@pytest.mark.parametrize("port", ["0", "65536", "many", "-1"])
def test_a_port_that_is_none_is_refused_in_words(run, port):
    with pytest.raises(CommandError, match="a port is a number from 1 to 65535"):
        run(f"--port={port}")


def test_a_signal_ends_it_by_way_of_its_exits():
    demo.end_in_good_order()

    with pytest.raises(SystemExit) as ended:
        signal.raise_signal(signal.SIGTERM)

    assert ended.value.code == 0
