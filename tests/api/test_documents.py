import re
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from api.codes import CODES
from api.documents import openapi

pytestmark = pytest.mark.django_db
ROOMS = ("accounts", "api", "checklist", "habitat_reform", "reporting")
GIVEN = re.compile(
    r"(?:Problem\(\s*\d+,|Blocker\(|Blocked\(|faults\.add\([^,]+,|invalid\([^,]+,|(?<!_)error\([^,]+,"
    r"|Fault\([^,]+,|refuse_parameter\([^,]+,|NotAllowed\(|Stale\(|refuse_unless\([^,]+,"
    r"|Refusal\(\s*\d+,|read_choice\((?:[^()]|\([^()]*\))*?,)\s*\"([a-z_]+)\"",
)


def test_the_document_is_openapi_3_1_in_json_and_yaml():
    as_json = Client().get("/api/schema/?format=json")
    as_yaml = Client().get("/api/schema/")

    assert as_json.json()["openapi"] == "3.1.0"
    assert yaml.safe_load(as_yaml.content) == as_json.json()
    assert as_json["Content-Type"] == "application/vnd.oai.openapi+json"


def test_the_document_is_valid_and_made_without_a_warning(tmp_path):
    target = tmp_path / "schema.yml"

    call_command("spectacular", validate=True, fail_on_warn=True, file=str(target))

    assert yaml.safe_load(target.read_text())["paths"].keys() == openapi()["paths"].keys()


def test_another_parameter_of_the_document_is_refused():
    assert Client().get("/api/schema/?frmat=json").status_code == 400


def test_every_operation_can_end_in_a_problem():
    operations = [each for methods in openapi()["paths"].values() for each in methods.values()]

    assert all(
        "application/problem+json" in each["responses"]["400"]["content"] for each in operations
    )


def test_the_reference_shows_every_address_and_every_code(client):
    page = client.get("/api/docs/").content.decode()

    missing = [path for path in openapi()["paths"] if path not in page]
    missing += [each.code for each in CODES if f'id="{each.code}"' not in page]
    assert missing == []


def test_the_reference_has_the_policy_of_the_pages(client):
    policy = client.get("/api/docs/")["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")


NOTE = re.compile(r"reporting/(?:note_\w+|actions/(?:notes|paragraphs|translations))\.py$")
"""The note is written in pages; the API has no address for its acts, and so none of their codes."""


def sources():
    found = [path for room in ROOMS for path in Path(settings.BASE_DIR, room).rglob("*.py")]
    return [path for path in found if not NOTE.search(str(path))]


def test_every_code_that_the_program_gives_is_in_the_reference():
    given = {code for path in sources() for code in GIVEN.findall(path.read_text())}

    assert given - {each.code for each in CODES} == set()
    assert len(given) > 40


def test_every_code_is_in_the_documentation():
    text = Path(settings.BASE_DIR, "docs/api.md").read_text()

    assert [each.code for each in CODES if f"`{each.code}`" not in text] == []
