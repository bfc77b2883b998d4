"""Who gets what at which address: the whole API as one table.

Columns: stranger, Board member, the office concerned, another office, secretariat,
administrator. Bodies are `{}` or `[]`, so that a write that is permitted goes on to 200, 201,
409, 422 or 428 and one that is not stops at 403 or 404.
"""

import pytest
from django.db import transaction
from django.test import Client

from api.v1.urls import urlpatterns
from tests.api import world
from tests.factories import caller, make_office

pytestmark = pytest.mark.django_db

STAFF = (401, 403, 200, 200, 200, 200)
ALL = (401, 200, 200, 200, 200, 200)
OWN = (401, 403, 200, 404, 200, 200)
NEW_OF_OWN = (401, 403, 422, 422, 422, 403)
NEW_OF_ALL = (401, 403, 403, 403, 422, 403)
EDIT_OF_OWN = (401, 403, 428, 403, 428, 403)
EDIT_OF_ALL = (401, 403, 403, 403, 428, 403)
ADDRESSES = {
    "": "",
    "whoami/": "whoami/",
    "offices/": "offices/",
    "offices/<str:code>/": "offices/ROAF/",
    "countries/": "countries/",
    "countries/<str:code>/": "countries/KEN/",
    "teams/": "teams/",
    "teams/<str:code>/": "teams/KEN/",
    "frameworks/": "frameworks/",
    "frameworks/bulk/": "frameworks/bulk/",
    "frameworks/<int:id>/": "frameworks/{framework}/",
    "frameworks/<int:id>/engagement/": "frameworks/{framework}/engagement/",
    "engagements/": "engagements/",
    "engagements/bulk/": "engagements/bulk/",
    "engagements/<int:id>/": "engagements/{engagement}/",
    "contributions/": "contributions/",
    "contributions/bulk/": "contributions/bulk/",
    "contributions/<int:id>/": "contributions/{contribution}/",
    "presence/": "presence/",
    "presence/bulk/": "presence/bulk/",
    "presence/<int:id>/": "presence/{presence}/",
    "programme-documents/": "programme-documents/",
    "programme-documents/bulk/": "programme-documents/bulk/",
    "programme-documents/<int:id>/": "programme-documents/{programme_document}/",
    "programme-documents/<int:id>/advance/": "programme-documents/{programme_document}/advance/",
    "programme-documents/<int:id>/withdraw/": "programme-documents/{programme_document}/withdraw/",
    "programme-documents/<int:id>/correct-stage/": (
        "programme-documents/{programme_document}/correct-stage/"
    ),
    "programme-documents/<int:id>/review/": "programme-documents/{programme_document}/review/",
    "programme-documents/<int:id>/judgements/": (
        "programme-documents/{programme_document}/judgements/"
    ),
    "framework-results/": "framework-results/",
    "framework-results/bulk/": "framework-results/bulk/",
    "framework-results/<int:id>/": "framework-results/{framework_result}/",
    "programme-results/": "programme-results/",
    "programme-results/bulk/": "programme-results/bulk/",
    "programme-results/<int:id>/": "programme-results/{programme_result}/",
    "programme-documents/<int:id>/findings/": "programme-documents/{programme_document}/findings/",
    "findings/": "findings/",
    "findings/dismissals/": "findings/dismissals/",
    "findings/dismissals/<str:rule>/<path:subject>/": "findings/dismissals/A01/countries/KEN/",
    "alignment-rules/": "alignment-rules/",
    "alignment-rules/<str:code>/": "alignment-rules/A01/",
    "mechanisms/": "mechanisms/",
    "mechanisms/bulk/": "mechanisms/bulk/",
    "mechanisms/<str:code>/": "mechanisms/africa-platform/",
    "mechanism-roles/": "mechanism-roles/",
    "mechanism-roles/bulk/": "mechanism-roles/bulk/",
    "mechanism-roles/<int:id>/": "mechanism-roles/{role}/",
    "work-plans/": "work-plans/",
    "work-plan-items/": "work-plan-items/",
    "work-plan-items/bulk/": "work-plan-items/bulk/",
    "work-plan-items/<int:id>/": "work-plan-items/{work_plan_item}/",
    "checklists/": "checklists/",
    "checklists/<str:version>/": "checklists/test/",
    "rounds/": "rounds/",
    "rounds/<str:code>/": "rounds/2026/",
    "rounds/<str:code>/open/": "rounds/2027/open/",
    "rounds/<str:code>/freeze/": "rounds/2026/freeze/",
    "rounds/<str:code>/reopen/": "rounds/2026/reopen/",
    "rounds/<str:code>/publish/": "rounds/2026/publish/",
    "rounds/<str:round>/answers/<str:item>/<str:subject>/": "rounds/2026/answers/NGT-01/KEN/",
    "rounds/<str:round>/workbook.xlsx": "rounds/2026/workbook.xlsx?office=ROAF",
    "rounds/<str:round>/answers/<str:item>/<str:subject>/proposal/": (
        "rounds/2026/answers/NGT-01/KEN/proposal/"
    ),
    "rounds/<str:round>/answers/<str:item>/<str:subject>/amendments/": (
        "rounds/2026/answers/NGT-01/KEN/amendments/"
    ),
    "rounds/<str:round>/answers/<str:item>/<str:subject>/amendments/<int:number>/": (
        "rounds/2026/answers/NGT-01/KEN/amendments/1/"
    ),
    "rounds/<str:round>/answers/<str:item>/<str:subject>/amendments/<int:number>/reply/": (
        "rounds/2026/answers/NGT-01/KEN/amendments/1/reply/"
    ),
    "answers/": "answers/",
    "events/": "events/",
    "events/<str:kind>/<int:id>/": "events/submission/{event}/",
    "evidence/": "evidence/",
    "evidence/<uuid:id>/": "evidence/{evidence}/",
    "evidence/<uuid:id>/file/": "evidence/{evidence}/file/",
    "scorecards/": "scorecards/",
    "figures/": "figures/",
    "figures/<int:id>/": "figures/{figure}/",
    "figures/<int:id>/reconcile/": "figures/{figure}/reconcile/",
    "figures/<int:id>/undo-reconciliation/": "figures/{figure}/undo-reconciliation/",
    "requests/": "requests/",
    "requests/<str:session>/<int:number>/": "requests/2026-1/1/",
    "requests/<str:session>/<int:number>/follow-up/": "requests/2026-1/1/follow-up/",
    "requests/<str:session>/<int:number>/close/": "requests/2026-1/1/close/",
    "requests/<str:session>/<int:number>/reopen/": "requests/2026-1/1/reopen/",
    "measures/<str:measure>/rows/": ("measures/frameworks_signed/rows/?office=ROAF&day=2025-01-27"),
    "publications/": "publications/",
    "publications/latest/": "publications/latest/",
    "publications/<str:round>/<int:number>/": "publications/{publication}/",
    "publications/<str:round>/<int:number>/canonical.json": (
        "publications/{publication}/canonical.json"
    ),
    "publications/<str:round>/<int:number>/papers/<slug:paper>.<slug:form>": (
        "publications/{publication}/papers/checklist.pdf"
    ),
    "submissions/": "submissions/",
    "submissions/<int:number>/": "submissions/{submission}/",
    "submissions/<int:number>/decisions/": "submissions/{submission}/decisions/",
    "submissions/<int:number>/recall/": "submissions/{submission}/recall/",
    "submissions/<int:number>/accept-confirmed/": "submissions/{submission}/accept-confirmed/",
    "submissions/<int:number>/return-unconfirmed/": "submissions/{submission}/return-unconfirmed/",
    "submissions/<int:number>/undo-bulk/": "submissions/{submission}/undo-bulk/",
    "submissions/<int:number>/close/": "submissions/{submission}/close/",
    "submissions/<int:number>/lines/<int:line>/notes/": "submissions/{submission}/lines/1/notes/",
}
EXPECTED = {
    "GET": {
        "": ALL,
        "whoami/": ALL,
        "offices/": STAFF,
        "offices/<str:code>/": STAFF,
        "countries/": STAFF,
        "countries/<str:code>/": STAFF,
        "teams/": STAFF,
        "teams/<str:code>/": STAFF,
        "frameworks/": STAFF,
        "frameworks/<int:id>/": STAFF,
        "frameworks/<int:id>/engagement/": STAFF,
        "engagements/": STAFF,
        "engagements/<int:id>/": STAFF,
        "contributions/": STAFF,
        "contributions/<int:id>/": STAFF,
        "presence/": STAFF,
        "presence/<int:id>/": STAFF,
        "programme-documents/": STAFF,
        "programme-documents/<int:id>/": STAFF,
        "programme-documents/<int:id>/judgements/": STAFF,
        "framework-results/": STAFF,
        "framework-results/<int:id>/": STAFF,
        "programme-results/": STAFF,
        "programme-results/<int:id>/": STAFF,
        "programme-documents/<int:id>/findings/": OWN,
        "findings/": STAFF,
        "alignment-rules/": STAFF,
        "alignment-rules/<str:code>/": STAFF,
        "mechanisms/": STAFF,
        "mechanisms/<str:code>/": STAFF,
        "mechanism-roles/": STAFF,
        "mechanism-roles/<int:id>/": STAFF,
        "work-plan-items/": STAFF,
        "work-plan-items/<int:id>/": STAFF,
        "checklists/": STAFF,
        "checklists/<str:version>/": STAFF,
        "rounds/": STAFF,
        "rounds/<str:code>/": STAFF,
        "rounds/<str:round>/answers/<str:item>/<str:subject>/": OWN,
        "rounds/<str:round>/workbook.xlsx": OWN,
        "answers/": STAFF,
        "events/": STAFF,
        "events/<str:kind>/<int:id>/": OWN,
        "evidence/": STAFF,
        "evidence/<uuid:id>/": OWN,
        "evidence/<uuid:id>/file/": OWN,
        "scorecards/": STAFF,
        "figures/": STAFF,
        "figures/<int:id>/": STAFF,
        "requests/": STAFF,
        "requests/<str:session>/<int:number>/": STAFF,
        "measures/<str:measure>/rows/": STAFF,
        "publications/": ALL,
        "publications/latest/": ALL,
        "publications/<str:round>/<int:number>/": ALL,
        "publications/<str:round>/<int:number>/canonical.json": ALL,
        "publications/<str:round>/<int:number>/papers/<slug:paper>.<slug:form>": ALL,
        "submissions/": STAFF,
        "submissions/<int:number>/": OWN,
        "submissions/<int:number>/lines/<int:line>/notes/": OWN,
        "rounds/<str:round>/answers/<str:item>/<str:subject>/proposal/": OWN,
        "rounds/<str:round>/answers/<str:item>/<str:subject>/amendments/": OWN,
        "rounds/<str:round>/answers/<str:item>/<str:subject>/amendments/<int:number>/": OWN,
    },
    "POST": {
        "frameworks/": NEW_OF_ALL,
        "frameworks/bulk/": NEW_OF_ALL,
        "engagements/": NEW_OF_OWN,
        "engagements/bulk/": NEW_OF_OWN,
        "contributions/": NEW_OF_OWN,
        "contributions/bulk/": NEW_OF_OWN,
        "presence/": NEW_OF_OWN,
        "presence/bulk/": NEW_OF_OWN,
        "programme-documents/": NEW_OF_OWN,
        "programme-documents/bulk/": NEW_OF_OWN,
        "framework-results/": NEW_OF_OWN,
        "framework-results/bulk/": NEW_OF_OWN,
        "programme-results/": NEW_OF_OWN,
        "programme-results/bulk/": NEW_OF_OWN,
        "mechanisms/": NEW_OF_ALL,
        "mechanisms/bulk/": NEW_OF_ALL,
        "mechanism-roles/": NEW_OF_OWN,
        "mechanism-roles/bulk/": NEW_OF_OWN,
        "work-plan-items/": NEW_OF_ALL,
        "work-plan-items/bulk/": NEW_OF_ALL,
        "rounds/<str:code>/open/": (401, 403, 403, 403, 409, 403),
        "rounds/<str:code>/freeze/": (401, 403, 403, 403, 200, 403),
        "rounds/<str:code>/reopen/": (401, 403, 403, 403, 409, 403),
        "rounds/<str:code>/publish/": (401, 403, 403, 403, 409, 403),
        "programme-documents/<int:id>/advance/": (401, 403, 422, 403, 422, 403),
        "programme-documents/<int:id>/withdraw/": (401, 403, 422, 403, 422, 403),
        "programme-documents/<int:id>/correct-stage/": (401, 403, 403, 403, 422, 403),
        "programme-documents/<int:id>/review/": (401, 403, 403, 403, 422, 403),
        "findings/dismissals/": (401, 403, 403, 403, 422, 403),
        "evidence/": (401, 403, 422, 422, 422, 403),
        "figures/": (401, 403, 403, 403, 422, 403),
        "requests/": NEW_OF_ALL,
        "requests/<str:session>/<int:number>/follow-up/": EDIT_OF_ALL,
        "requests/<str:session>/<int:number>/close/": EDIT_OF_ALL,
        "requests/<str:session>/<int:number>/reopen/": EDIT_OF_ALL,
        "figures/<int:id>/reconcile/": (401, 403, 403, 403, 422, 403),
        "figures/<int:id>/undo-reconciliation/": (401, 403, 403, 403, 409, 403),
        "submissions/": (401, 403, 422, 422, 403, 403),
        # It takes tables alone: an object is 415 before anybody is asked who they are.
        "work-plans/": (415,) * 6,
        "submissions/<int:number>/decisions/": (401, 403, 403, 404, 422, 403),
        "submissions/<int:number>/recall/": (401, 403, 200, 404, 403, 403),
        "submissions/<int:number>/accept-confirmed/": (401, 403, 403, 404, 422, 403),
        "submissions/<int:number>/return-unconfirmed/": (401, 403, 403, 404, 422, 403),
        "submissions/<int:number>/undo-bulk/": (401, 403, 403, 404, 409, 403),
        "submissions/<int:number>/close/": (401, 403, 403, 404, 409, 403),
        "submissions/<int:number>/lines/<int:line>/notes/": (401, 403, 422, 404, 422, 403),
        "rounds/<str:round>/answers/<str:item>/<str:subject>/amendments/<int:number>/reply/": (
            *(401, 403, 422, 404, 403, 403),
        ),
    },
    "PUT": {
        "rounds/<str:round>/answers/<str:item>/<str:subject>/proposal/": (
            401,
            403,
            422,
            404,
            403,
            403,
        ),
        "programme-documents/<int:id>/judgements/": (401, 403, 403, 403, 422, 403),
        "frameworks/<int:id>/": EDIT_OF_ALL,
        "engagements/<int:id>/": EDIT_OF_OWN,
        "contributions/<int:id>/": EDIT_OF_OWN,
        "presence/<int:id>/": EDIT_OF_OWN,
        "programme-documents/<int:id>/": EDIT_OF_OWN,
        "framework-results/<int:id>/": EDIT_OF_OWN,
        "programme-results/<int:id>/": EDIT_OF_OWN,
        "mechanisms/<str:code>/": EDIT_OF_ALL,
        "mechanism-roles/<int:id>/": EDIT_OF_OWN,
        "work-plan-items/<int:id>/": EDIT_OF_ALL,
        "frameworks/<int:id>/engagement/": EDIT_OF_OWN,
        "figures/<int:id>/": (401, 403, 403, 403, 428, 403),
        "rounds/<str:round>/answers/<str:item>/<str:subject>/": (401, 403, 428, 404, 428, 403),
    },
    "PATCH": {
        "frameworks/<int:id>/": EDIT_OF_ALL,
        "engagements/<int:id>/": EDIT_OF_OWN,
        "contributions/<int:id>/": EDIT_OF_OWN,
        "presence/<int:id>/": EDIT_OF_OWN,
        "programme-documents/<int:id>/": EDIT_OF_OWN,
        "framework-results/<int:id>/": EDIT_OF_OWN,
        "programme-results/<int:id>/": EDIT_OF_OWN,
        "mechanisms/<str:code>/": EDIT_OF_ALL,
        "mechanism-roles/<int:id>/": EDIT_OF_OWN,
        "work-plan-items/<int:id>/": EDIT_OF_ALL,
        "figures/<int:id>/": (401, 403, 403, 403, 428, 403),
        "alignment-rules/<str:code>/": (401, 403, 403, 403, 428, 403),
        "requests/<str:session>/<int:number>/": EDIT_OF_ALL,
        "rounds/<str:round>/answers/<str:item>/<str:subject>/": (401, 403, 428, 404, 428, 403),
    },
    "DELETE": {
        "findings/dismissals/<str:rule>/<path:subject>/": (401, 403, 403, 403, 404, 403),
        "frameworks/<int:id>/": EDIT_OF_ALL,
        "engagements/<int:id>/": EDIT_OF_OWN,
        "contributions/<int:id>/": EDIT_OF_OWN,
        "presence/<int:id>/": EDIT_OF_OWN,
        "programme-documents/<int:id>/": EDIT_OF_OWN,
        "framework-results/<int:id>/": EDIT_OF_OWN,
        "programme-results/<int:id>/": EDIT_OF_OWN,
        "mechanisms/<str:code>/": EDIT_OF_ALL,
        "mechanism-roles/<int:id>/": EDIT_OF_OWN,
        "work-plan-items/<int:id>/": EDIT_OF_ALL,
    },
}


def callers():
    return (
        Client(),
        caller("board_member"),
        caller("regional_office", make_office("ROAF")),
        caller("regional_office", make_office("ROAS")),
        caller("secretariat"),
        caller("administrator"),
    )


def status(client, method, address, found):
    """The answer in a world where nobody did anything before: what it does is undone."""
    path = "/api/v1/" + ADDRESSES[address].format(**found)
    with transaction.atomic():
        reply = getattr(client, method.lower())(path, *bodies(method))
        transaction.set_rollback(True)
    return reply.status_code


def bodies(method):
    return () if method == "GET" else ("{}", "application/json")


def offered():
    names = ("get", "post", "put", "patch", "delete")
    for pattern in urlpatterns:
        view = pattern.callback.cls
        for name in names:
            if name in view.http_method_names and hasattr(view, name):
                yield name.upper(), str(pattern.pattern)


def test_every_address_and_method_stands_in_the_table():
    stands = {(method, address) for method, rows in EXPECTED.items() for address in rows}

    assert set(offered()) == stands
    assert {address for _, address in stands} == set(ADDRESSES)


@pytest.mark.parametrize("method", EXPECTED)
def test_everybody_gets_what_the_table_says(method):
    found, clients = world.build(), callers()

    given = {
        address: tuple(status(client, method, address, found) for client in clients)
        for address in EXPECTED[method]
    }

    assert given == EXPECTED[method]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_method_that_an_address_does_not_offer_is_405_for_those_who_may_see_it(method):
    reply = getattr(caller("secretariat"), method)("/api/v1/offices/", *bodies(method.upper()))

    assert (reply.status_code, reply["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("scope", "address", "expected"),
    [
        ("read", "submissions/", 403),
        ("submit", "submissions/", 422),
        ("review", "submissions/", 403),
    ],
)
def test_a_token_does_what_its_scope_is_for(scope, address, expected):
    client = caller("regional_office", make_office("ROAF"), scopes=(scope,))

    reply = client.post(f"/api/v1/{address}", "{}", content_type="application/json")

    assert reply.status_code == expected
    assert client.get("/api/v1/answers/").status_code == 200


def test_a_secretariats_token_for_reading_does_not_review():
    found = world.build()
    client = caller("secretariat", scopes=("read",))
    address = f"/api/v1/submissions/{found['submission']}/decisions/"

    reply = client.post(address, "[]", content_type="application/json")

    assert (reply.status_code, reply.json()["code"]) == (403, "scope_missing")
