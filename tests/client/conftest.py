import json
import os
import sys

import pytest

from habitat_reform import client
from tests.factories import (
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    make_token,
    make_user,
    partial_line,
)


@pytest.fixture(autouse=True)
def nothing_of_this_machine(monkeypatch):
    for name in [*os.environ]:
        if name.startswith("HABITAT_REFORM") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def token(transactional_db):
    """A token of the office for Africa, in an open round with one question to it."""
    office = make_office("ROAF")
    make_team("KEN", office)
    make_checklist()
    make_open_round()
    user = make_user("regional_office", office, full_name="Officer for Africa")
    return make_token(user, office, scopes=("submit",))[1]


@pytest.fixture
def options(token, live_server, tmp_path):
    """Where to, as whom; a test adds what it needs."""
    state = str(tmp_path / "state")
    return ["--server", live_server.url, "--token", token, "--state", state, "--patience", "10"]


@pytest.fixture
def run(options, capsys):
    """`run("whoami")` is (exit status, standard output, standard error)."""

    def command(*words):
        try:
            status = client.main([*options, *map(str, words)])
        except SystemExit as ended:
            status = ended.code
        said = capsys.readouterr()
        return int(status), said.out, said.err

    return command


@pytest.fixture
def command_line(options):
    """The same as a program of its own."""
    return [sys.executable, client.__file__, *options]


def write(folder, *lines, name="lines.json", **body):
    """A file of lines."""
    path = folder / name
    path.write_text(json.dumps({"round": "2026", "lines": list(lines or [partial_line()]), **body}))
    return path
