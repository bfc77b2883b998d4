import pytest

from programmes.models import FrameworkEngagement
from tests.factories import (
    caller,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
)
from tests.reporting.world import make_framework

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/rounds/2026/answers/NGT-05/KEN/proposal/"


@pytest.fixture
def office():
    team = make_team("KEN", make_office("ROAF"))
    make_checklist(items=5)
    FrameworkEngagement.objects.create(framework=make_framework(team), signatory="yes")
    make_open_round()
    return caller("regional_office", make_office("ROAF"))


def put(client, **body):
    return client.put(ADDRESS, body, content_type="application/json")


def test_a_script_reads_the_proposal_and_takes_it(office):
    read = office.get(ADDRESS).json()
    assert (read["kind"], read["answer"], read["stance"]) == ("full", "", "")
    assert read["because"] == "UN-Habitat has signed the framework 2023–2027."
    assert "/api/v1/frameworks/" in read["records"][0]

    done = put(office, stance="accepted", fingerprint=read["fingerprint"])

    assert (done.status_code, done.json()["answer"], done.json()["stance"]) == (
        200,
        "full",
        "accepted",
    )


def test_refusals_have_codes(office):
    mark = office.get(ADDRESS).json()["fingerprint"]
    codes = [
        put(office, stance="accepted", fingerprint="old").json()["code"],
        put(office, stance="overruled", fingerprint=mark, reason="No.").json()["code"],
        put(office, stance="yes", fingerprint=mark).json()["errors"][0]["code"],
        put(office, verdict="full").json()["errors"][0]["code"],
    ]
    expected = ["proposal_changed", "not_answered_yet", "unknown_stance", "unknown_field"]
    assert codes == expected


def test_an_item_that_records_cannot_answer_has_no_proposal(office):
    assert office.get(ADDRESS.replace("NGT-05", "NGT-02")).status_code == 404
    assert office.get(ADDRESS.replace("KEN", "UGA")).status_code == 404


def test_the_secretariat_reads_and_does_not_reply(office):
    secretariat = caller("secretariat")
    mark = secretariat.get(ADDRESS).json()["fingerprint"]
    assert put(secretariat, stance="accepted", fingerprint=mark).status_code == 403
