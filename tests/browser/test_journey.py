"""The one journey that must always work, as three people, in English and in Arabic.

An office submits by API; the secretariat reviews, corrects, freezes and publishes; a member
of the Board follows a number down to its evidence.
"""

import json
import subprocess
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from accounts.models.users import Role
from checklist.actions.rounds import open_round
from checklist.models import Answer, Checklist, Submission
from regions.models import RegionalOffice
from reporting.models import Publication
from reporting.references import load_reference
from tests.factories import (
    PASSWORD,
    make_actor,
    make_round,
    make_token,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True)
EVIDENCE = "https://example.org/kenya/signature-page"


@pytest.fixture
def world(live_server):
    """The real reference data and an open round with its empty answers."""
    load_reference()
    round_ = make_round("2026", checklist=Checklist.objects.get())
    open_round(round_, by=make_actor())
    return round_


@pytest.fixture
def call(live_server):
    """The office's script: JSON in, JSON out."""
    office = RegionalOffice.objects.get
    secrets = {}

    def send(method, path, body=None, **headers):
        if "token" not in secrets:
            africa = office(code="ROAF")
            person = make_user(Role.REGIONAL_OFFICE, africa)
            _, secrets["token"] = make_token(person, africa, ["submit"])
        headers = {"Content-Type": "application/json", **headers}
        headers["Authorization"] = f"Bearer {secrets['token']}"
        data = json.dumps(body).encode() if body is not None else None
        request = Request(f"{live_server.url}/api/v1/{path}", data, headers, method=method)
        with urlopen(request, timeout=30) as reply:
            return json.loads(reply.read())

    return send


def sign_in(page, prefix, role):
    user = make_user(role, password=PASSWORD)
    page.context.clear_cookies()
    page.goto(f"{prefix}/accounts/login/")
    page.fill("input[name=login]", user.email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    return user


def submit(call):
    """Hand over three answers about Kenya, the first with its evidence."""
    proof = {"kind": "link", "title": "Signature page", "url": EVIDENCE, "dated_on": "2025-01-20"}
    evidence = call("POST", "evidence/", {**proof, "office": "ROAF"})
    lines = [
        {
            "item": "NGT-05",
            "subject": "KEN",
            "kind": "full",
            "narrative": "Signed with the country team.",
            "evidence": [evidence["id"]],
        },
        {"item": "NGT-06", "subject": "KEN", "kind": "partial", "constraints": ["core_funding"]},
        {"item": "NGT-01", "subject": "KEN", "kind": "partial", "constraints": ["core_funding"]},
    ]
    body = {"round": "2026", "office": "ROAF", "note": "Kenya", "lines": lines}
    return call("POST", "submissions/", body, **{"Idempotency-Key": "journey-1"})


def review(page, prefix):
    """Accept two lines and return the third with a reason."""
    page.goto(f"{prefix}/my-work/")
    page.click(f'main a[href$="/submissions/{Submission.objects.get().pk}/"]')
    for _ in range(2):
        page.click("button[name=decision][value=accept]")
    page.fill("textarea[name=words]", "Name the results group.")
    page.click("button[name=decision][value=return]")


def amend(page, prefix):
    """Correct an accepted answer with a reason."""
    page.goto(f"{prefix}/rounds/2026/answers/NGT-05/KEN/")
    page.fill("textarea[name=narrative]", "Signed by the country team in January 2025.")
    page.fill("[name=reason]", "The date was missing.")
    page.click("main form button.btn[type=submit]")


def freeze_and_publish(page, prefix):
    page.goto(f"{prefix}/rounds/2026/freeze/")
    page.click("main form button.btn[type=submit]")
    page.goto(f"{prefix}/rounds/2026/publish/")
    page.check("input[name=has_read]")
    page.fill("input[name=words]", "ROUND 2026 VERSION 1")
    page.click("form:has(input[name=words]) button[type=submit]:not([formaction])")


def follow(page, prefix):
    """From the matrix to the pillar, the item, the country, and its evidence."""
    page.goto(f"{prefix}/")
    page.click('main table a[href*="/pillars/NGT/"][href*="office=ROAF"]')
    page.click('main a[href*="/items/NGT-05/"]')
    page.click('main table a[href*="/countries/KEN/"]')
    return page.locator(f'main a[href="{EVIDENCE}"]')


def take_paper(page, prefix):
    """From the overview to the papers, and the whole checklist as a file."""
    page.goto(f"{prefix}/")
    page.click('main .facts a[href$="/papers/"]')
    with page.expect_download() as taken:
        page.locator('main a[href*="/papers/checklist.pdf"]').first.click()
    return Path(taken.value.path()).read_bytes()


def text_of(paper):
    """The words of a PDF."""
    told = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True)
    return told.stdout.decode()


@pytest.mark.parametrize(("prefix", "direction"), [("", "ltr"), ("/ar", "rtl")])
def test_an_answer_goes_from_the_office_to_the_board_with_its_evidence(
    page, axe, world, call, prefix, direction
):
    receipt = submit(call)
    assert (receipt["state"], receipt["created"]) == ("submitted", 3)

    sign_in(page, prefix, Role.SECRETARIAT)
    review(page, prefix)
    assert Submission.objects.get().state == "decided"
    amend(page, prefix)
    assert Answer.objects.get(item__code="NGT-05", subject="KEN").amendments.count() == 1
    freeze_and_publish(page, prefix)
    assert Publication.objects.get().round.code == "2026"

    sign_in(page, prefix, Role.BOARD_MEMBER)
    evidence = follow(page, prefix)
    assert evidence.count() >= 1
    assert "Signed by the country team in January 2025." in page.inner_text("main")
    assert "Name the results group." not in page.content()
    assert page.get_attribute("html", "dir") == direction
    assert axe(page) == []

    paper = take_paper(page, prefix)
    assert (paper[:5], Publication.objects.get().sha256 in text_of(paper)) == (b"%PDF-", True)
