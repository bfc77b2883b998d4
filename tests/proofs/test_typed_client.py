"""A client that somebody generates from the OpenAPI document compiles and works."""

import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from api.documents import openapi
from tests.factories import (
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    make_token,
    make_user,
)

SCRIPT = Path(__file__).parent / "office_script.py"
# Files are bytes to the generator. Its own frame has a flaw of typing; what is ours has none.
GENERATOR = """
post_hooks: []
content_type_overrides:
  "*/*": application/octet-stream
  text/csv: application/octet-stream
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet: application/octet-stream
  application/vnd.oasis.opendocument.spreadsheet: application/octet-stream
"""
CHECKER = "[mypy]\nstrict = True\n[mypy-generated.client]\nignore_errors = True\n"


def run(program, *words, folder):
    command = [Path(sys.executable).parent / program, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The generated package, with the script beside it."""
    folder = tmp_path_factory.mktemp("typed")
    (folder / "openapi.json").write_text(json.dumps(openapi()))
    (folder / "generator.yml").write_text(GENERATOR)
    (folder / "mypy.ini").write_text(CHECKER)
    words = ["generate", "--path", "openapi.json", "--config", "generator.yml"]
    out = ["--meta", "none", "--output-path", "generated", "--fail-on-warning"]
    run("openapi-python-client", *words, *out, folder=folder)
    shutil.copy(SCRIPT, folder)
    return folder


def test_every_operation_has_its_function(folder):
    operations = {
        operation["operationId"]
        for methods in openapi()["paths"].values()
        for name, operation in methods.items()
        if name in ("get", "post", "put", "patch", "delete")
    }

    made = {path.stem for path in (folder / "generated" / "api").glob("*/*.py")} - {"__init__"}

    assert made == operations


def test_the_generated_client_and_a_script_on_it_are_well_typed(folder):
    words = ["--config-file", "mypy.ini", "--cache-dir", ".cache", "-p", "generated"]

    said = run("mypy", *words, "-m", "office_script", folder=folder)

    assert "Success: no issues found" in said


def test_the_script_works_against_a_server(folder, transactional_db, live_server, monkeypatch):
    office = make_office("ROAF")
    make_team("KEN", office)
    make_checklist()
    make_open_round()
    token = make_token(make_user("regional_office", office), office, scopes=("submit",))[1]
    monkeypatch.syspath_prepend(str(folder))

    office_script = importlib.import_module("office_script")
    seen = office_script.hand_over(live_server.url, token)

    assert seen == office_script.Seen(["ROAF"], 1, ["waiting"], "Under way.", 1, "too_long")
