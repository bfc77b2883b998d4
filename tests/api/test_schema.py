"""Whatever the OpenAPI document lets one send, and what it does not: no 5xx, no surprise."""

import os
import re

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.documents import openapi
from habitat_reform.wsgi import application
from tests.api import world
from tests.api.test_contract import documented
from tests.api.test_permissions import ADDRESSES
from tests.factories import make_office, make_token, make_user

pytestmark = pytest.mark.django_db

# Of each operation and role; SCHEMA_EXAMPLES=50 searches longer.
EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", "4"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
ROLES = {"office": "regional_office", "secretariat": "secretariat", "board": "board_member"}
SCOPES = {"office": ("submit",), "secretariat": ("review",), "board": ("read",)}


@pytest.fixture(autouse=True)
def unlimited(settings):
    settings.API_CALLS_A_MINUTE = settings.API_CALLS_OF_STRANGERS = 10**9


@pytest.fixture
def there():
    """A world, by the keys of its addresses; no request closes the connection that holds it."""
    found = dict(keys(world.build()))
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def credentials(who):
    if who == "nobody":
        return {}
    office = make_office("ROAF") if who == "office" else None
    user = make_user(ROLES[who], *filter(None, [office]))
    return {"Authorization": f"Bearer {make_token(user, office, SCOPES[who])[1]}"}


def keys(found):
    """For each address, the parameters under which there is something."""
    for address, example in ADDRESSES.items():
        template = documented(address)
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template))
        matched = re.fullmatch(pattern, "/api/v1/" + example.format(**found))
        yield template, matched.groupdict() if matched else {}


@pytest.mark.parametrize("who", ["nobody", "board", "office", "secretariat"])
def test_no_failure_and_nothing_that_is_not_documented(who, there):
    headers = {"Accept-Encoding": "identity", **credentials(who)}
    schema, wrong = schemathesis.openapi.from_dict(openapi()), {}
    schema.app = application

    for each in schema.get_all_operations():
        wrong |= explore(each.ok(), there, headers)

    assert wrong == {}


def explore(operation, there, headers):
    """What one operation does with what it invites and with what it does not."""
    modes = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]
    wrong = {}

    @seed(2026)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=st.one_of(modes), is_there=st.booleans())
    def call(case, is_there):
        if is_there and case.path_parameters:
            case.path_parameters.update(there.get(operation.path, {}))
        with transaction.atomic():
            response = case.call(headers=headers)
            transaction.set_rollback(True)
        try:
            case.validate_response(response, checks=CHECKS)
        except FailureGroup as failures:
            wrong[operation.label] = [
                f"{response.status_code} {each}" for each in failures.exceptions
            ]

    call()
    return wrong
