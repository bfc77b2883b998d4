"""What may be said where, and what is a slip."""

import ast
import os
import pty
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from habitat_reform import client
from habitat_reform.client import Exit
from habitat_reform.environment import BASE_DIR
from tests.client.conftest import write

HERE = ["--server", "http://127.0.0.1:9", "--token", "hrt_1.a", "--patience", "0"]
SOURCE = Path(client.__file__)


def status_of(*words):
    try:
        return client.main([*HERE, *map(str, words)])
    except SystemExit as ended:
        return ended.code


@pytest.mark.parametrize("after", [True, False])
def test_options_stand_before_or_after_the_verb(token, live_server, after, capsys):
    options = ["--server", live_server.url, "--token", token, "--json"]

    assert client.main(["whoami", *options] if after else [*options, "whoami"]) == Exit.DONE
    assert capsys.readouterr().out.startswith('{"url":')


def test_server_and_token_may_stand_in_the_environment(token, live_server, monkeypatch):
    monkeypatch.setenv("HABITAT_REFORM_SERVER", live_server.url)
    monkeypatch.setenv("HABITAT_REFORM_TOKEN", token)

    assert client.main(["whoami"]) == Exit.DONE


def test_the_token_may_stand_in_a_file(token, live_server, tmp_path):
    (tmp_path / "token").write_text(f"{token}\n")
    options = ["--server", live_server.url, "--token-file", str(tmp_path / "token")]

    assert client.main([*options, "whoami"]) == Exit.DONE


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["send"],
        ["status", "twelve"],
        ["validate"],
        ["validate", "missing.json"],
        ["validate", "lines.txt"],
        ["validate", "lines.csv"],
        ["validate", "lines.csv", "--office", "ROAF"],
        ["validate", "lines.json", "--round", "2026"],
        ["submit", "lines.json", "--note", "Late."],
        ["download", "everything"],
        ["download", "workbook", "--round", "2026"],
        ["download", "publication", "--number", "1"],
        ["whoami", "--language", "xx"],
        ["whoami", "--token-file", "missing", "--token", ""],
        ["whoami", "--token", "two words"],
        ["whoami", "--serv", "http://127.0.0.1:9"],
        ["submit", "lines.json", "--state", "lines.csv"],
    ],
)
def test_a_slip_is_told_before_anything_is_sent(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name in ("lines.txt", "lines.csv", "lines.json"):
        Path(name).write_text("{}")

    assert status_of(*words) == Exit.USAGE
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_that_is_too_large_is_not_sent(tmp_path):
    file = tmp_path / "lines.json"
    file.write_bytes(b" " * 10_000_001)

    assert status_of("submit", file) == Exit.LIMIT


def test_a_server_that_is_away_is_told_in_words(capsys):
    assert status_of("whoami") == Exit.LINE_BROKEN
    assert "The line to 127.0.0.1 broke (" in capsys.readouterr().err


def test_progress_is_shown_to_a_person_at_a_terminal(command_line, tmp_path):
    file = write(tmp_path, note="x" * 4_000)
    for quiet, expected in (([], True), (["--quiet"], False)):
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [*command_line, "validate", str(file), *quiet], stderr=theirs, stdout=-3, check=True
        )
        os.set_blocking(ours, False)
        try:
            shown = os.read(ours, 10_000).decode()
        except BlockingIOError:
            shown = ""
        assert done.returncode == Exit.DONE
        assert ("waiting for the reply" in shown) == expected


def test_one_file_is_enough(tmp_path):
    copy = shutil.copy(SOURCE, tmp_path / "habitat-reform.py")

    done = subprocess.run(
        [sys.executable, "-I", "-S", copy, "--help"], capture_output=True, text=True, check=True
    )

    assert "usage: habitat-reform" in done.stdout
    assert "3  not signed in" in done.stdout


def test_it_asks_for_nothing_but_python_3_9():
    tree = ast.parse(SOURCE.read_text(), feature_version=(3, 9))
    imported = [x for x in ast.walk(tree) if isinstance(x, (ast.Import, ast.ImportFrom))]
    names = {n.name for x in imported for n in x.names if isinstance(x, ast.Import)}
    names |= {x.module for x in imported if isinstance(x, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_what_is_built_is_the_client_alone():
    project = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())
    build = project["tool"]["hatch"]["build"]["targets"]

    assert project["project"]["scripts"] == {"habitat-reform": "habitat_reform.client:main"}
    assert build["wheel"]["only-include"] == [
        "habitat_reform/__init__.py",
        "habitat_reform/client.py",
    ]


def test_every_exit_status_is_documented():
    documented = (BASE_DIR / "docs" / "client.md").read_text()

    assert [each for each in Exit if f"| {each.value} |" not in documented] == []
    assert [each for each in Exit if f"  {each.value}  " not in client.__doc__] == []
