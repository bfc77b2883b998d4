"""Every reply is what the OpenAPI document says it is."""

import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from api.documents import openapi
from regions.models import Installation
from tests.api import world
from tests.api.test_permissions import ADDRESSES, EXPECTED
from tests.factories import caller, make_office, partial_line

pytestmark = pytest.mark.django_db


def described(path, method, status):
    content = openapi()["paths"][path][method]["responses"][str(status)]["content"]
    (schema,) = [each["schema"] for each in content.values()]
    return {**schema, "components": json.loads(json.dumps(openapi()["components"]))}


def faults(value, schema):
    checker = Draft202012Validator(strict(schema), format_checker=FormatChecker())
    return [f"{list(error.path)}: {error.message}" for error in checker.iter_errors(value)]


def strict(schema):
    """A field that the document does not know is a fault too."""
    for component in schema["components"]["schemas"].values():
        if component.get("type") == "object" and "properties" in component:
            component.setdefault("additionalProperties", False)
    return schema


def documented(address):
    for converter in ("<str:", "<int:", "<uuid:"):
        address = address.replace(converter, "{")
    return "/api/v1/" + address.replace(">", "}")


@pytest.mark.parametrize("in_demonstration", [False, True])
def test_what_is_read(in_demonstration):
    found, wrong = world.build(), {}
    Installation.objects.create(pk=1, is_demonstration=in_demonstration)
    client = caller("secretariat")

    for address in set(EXPECTED["GET"]) - FILES:
        reply = client.get("/api/v1/" + ADDRESSES[address].format(**found))
        if found_faults := faults(reply.json(), described(documented(address), "get", 200)):
            wrong[address] = found_faults

    assert wrong == {}


def test_every_object_of_a_list_has_url_display_updated_at_and_provenance():
    found = world.build()
    client, missing = caller("secretariat"), []

    for address in set(EXPECTED["GET"]) - FILES:
        body = client.get("/api/v1/" + ADDRESSES[address].format(**found)).json()
        for each in body.get("results", [body]) if address not in {"", *CANONICAL} else []:
            missing += [
                f"{address}: {name}"
                for name in ("url", "display", "updated_at", "provenance")
                if not each.get(name)
            ]

    assert missing == []


FILES = {
    "evidence/<uuid:id>/file/",
    "rounds/<str:round>/workbook.xlsx",
    "publications/<str:round>/<int:number>/papers/<slug:paper>.<slug:form>",
}
CANONICAL = {"publications/<str:round>/<int:number>/canonical.json"}


def test_every_url_of_an_object_answers():
    world.build()
    client, broken = caller("secretariat"), []

    for name, collection in client.get("/api/v1/").json().items():
        body = client.get(collection).json()
        urls = [each["url"] for each in body.get("results", [])]
        broken += [f"{name}: {url}" for url in urls if client.get(url).status_code != 200]

    assert broken == []


def post(client, address, body, **headers):
    return client.post(address, body, content_type="application/json", headers=headers)


def test_what_is_written():
    found = world.build()
    africa, secretariat = caller("regional_office", make_office("ROAF")), caller("secretariat")
    kenya = "/api/v1/rounds/2026/answers/NGT-01/KEN/"
    body = {"round": "2026", "lines": [partial_line(narrative="Again.")]}
    evidence = {"kind": "document", "title": "Note", "reference": "HSP/EB.2025/8"}
    number = found["submission"]
    replies = {
        ("/api/v1/submissions/", "post", 201): post(africa, "/api/v1/submissions/", body),
        ("/api/v1/evidence/", "post", 201): post(africa, "/api/v1/evidence/", evidence),
        ("/api/v1/submissions/{number}/recall/", "post", 409): post(
            africa, f"/api/v1/submissions/{number}/recall/", {}
        ),
        ("/api/v1/rounds/{round}/answers/{item}/{subject}/", "put", 200): africa.put(
            kenya,
            {"kind": "partial", "constraints": ["other"]},
            content_type="application/json",
            headers={"If-Match": '"3"'},
        ),
        ("/api/v1/rounds/{code}/freeze/", "post", 200): post(
            secretariat, "/api/v1/rounds/2026/freeze/", {}
        ),
    }

    for (path, method, status), reply in replies.items():
        assert reply.status_code == status, reply.content
        assert faults(reply.json(), described(path, method, status)) == []


def test_a_plan_of_a_dry_run():
    world.build()
    africa = caller("regional_office", make_office("ROAF"))
    body = {"round": "2026", "lines": [partial_line(narrative="Again."), partial_line(item="X")]}

    reply = post(africa, "/api/v1/submissions/?dry_run=true", body)

    assert faults(reply.json(), described("/api/v1/submissions/", "post", 200)) == []
