"""The page of a document's stage: where it stands, what is in the way, what is done."""

from datetime import date

import pytest
from django.test import Client

from tests.factories import make_office, make_user
from tests.programmes.documents import make_document, make_ready_document

pytestmark = pytest.mark.django_db

REVIEWED = {"prc_reviewed_on": date(2026, 2, 1), "prc_decision": "approved"}


def signed_in(role="secretariat", office=None):
    client = Client()
    client.force_login(make_user(role, *([make_office(office)] if office else [])))
    return client


def address(document):
    return f"/register/programme-documents/{document.pk}/stage/"


def send(client, document, act, **said):
    fields = {f"{act}-{name}": value for name, value in said.items()}
    return client.post(address(document), {"act": act, **fields})


def offered(response):
    return [each.key for each in response.context["offers"]]


@pytest.mark.parametrize(
    ("stage", "office", "secretariat"),
    [
        ("unknown", [], ["correct"]),
        ("launching", ["drafting", "withdraw"], ["drafting", "withdraw", "correct"]),
        ("drafting", ["prc_review", "withdraw"], ["prc_review", "withdraw", "correct"]),
        (
            "prc_review",
            ["withdraw"],
            ["review", "approved", "drafting", "withdraw", "correct"],
        ),
        ("approved", ["running", "withdraw"], ["running", "withdraw", "correct"]),
        ("running", ["ended", "withdraw"], ["ended", "withdraw", "correct"]),
        ("ended", [], ["correct"]),
        ("withdrawn", [], ["correct"]),
    ],
)
def test_each_is_offered_what_the_stage_and_the_role_permit(stage, office, secretariat):
    document = make_document(stage)

    assert offered(signed_in("regional_office", "ROAF").get(address(document))) == office
    assert offered(signed_in().get(address(document))) == secretariat
    assert offered(signed_in("regional_office", "ROAS").get(address(document))) == []
    assert offered(signed_in("administrator").get(address(document))) == []


def test_the_page_says_where_the_document_is_whose_turn_it_is_and_what_is_in_the_way():
    page = signed_in().get(address(make_document())).content.decode()

    assert '<span aria-current="step"><b>2</b> Drafting</span>' in page
    assert "The turn of the office: Area ROAF." in page
    assert "No day is on record on which the resident coordinator was consulted." in page
    assert "The sign-off of the government is not on record." in page
    assert 'name="act" value="prc_review"' not in page


def test_who_waits_for_the_secretariat_reads_what_is_still_in_the_way():
    document = make_ready_document("prc_review")

    page = signed_in("regional_office", "ROAF").get(address(document)).content.decode()

    assert "The secretariat’s turn." in page
    assert "The review of the Programme Review Committee and its decision are not recorded." in page


def test_a_step_is_taken_and_said():
    document = make_ready_document()

    response = send(signed_in("regional_office", "ROAF"), document, "prc_review", reason="")

    document.refresh_from_db()
    assert (response.status_code, document.stage) == (302, "prc_review")


def test_a_return_without_a_reason_is_told_beside_the_field():
    document = make_document("prc_review")

    response = send(signed_in(), document, "drafting", reason="  ")

    document.refresh_from_db()
    assert (response.status_code, document.stage) == (422, "prc_review")
    assert response.content.decode().count("Say in words why.") == 2


def test_a_decision_is_recorded_and_shown_again():
    document, client = make_document("prc_review"), signed_in()

    send(client, document, "review", reviewed_on="2026-02-01", decision="conditional")

    document.refresh_from_db()
    assert (document.prc_reviewed_on, document.prc_decision) == (date(2026, 2, 1), "conditional")
    assert 'value="2026-02-01"' in client.get(address(document)).content.decode()


def test_a_review_in_the_future_is_refused_in_words():
    response = send(
        signed_in(),
        make_document("prc_review"),
        "review",
        reviewed_on="2999-01-01",
        decision="approved",
    )

    assert response.status_code == 422
    assert "The review lies in the future." in response.content.decode()


def test_a_stage_is_recorded_with_its_reason():
    document = make_document("unknown")

    response = send(signed_in(), document, "correct", to="running", reason="Letter of 3 May")

    document.refresh_from_db()
    assert (response.status_code, document.stage) == (302, "running")


def test_a_document_is_withdrawn_with_its_reason():
    document = make_document()

    send(signed_in("regional_office", "ROAF"), document, "withdraw", reason="Crisis")

    document.refresh_from_db()
    assert document.stage == "withdrawn"


@pytest.mark.parametrize("act", ["approved", "correct", "nonsense", ""])
def test_an_act_that_is_not_offered_is_refused(act):
    document = make_document()

    response = send(signed_in("regional_office", "ROAF"), document, act, reason="r")

    assert response.status_code == 400


def test_what_changed_meanwhile_is_told_and_nothing_is_lost():
    document = make_ready_document()
    document.results.all().delete()

    response = send(signed_in(), document, "prc_review", reason="Ready")

    page = response.content.decode()
    assert response.status_code == 409
    assert "Nothing was changed" in page


def test_a_made_up_document_says_so():
    document = make_document(is_invented=True)

    assert "invented for the demonstration" in signed_in().get(address(document)).content.decode()


def test_the_record_leads_to_stage_and_sheet():
    document = make_document()

    page = signed_in().get(f"/register/programme-documents/{document.pk}/").content.decode()

    assert f'href="{address(document)}"' in page
    assert f'href="/register/programme-documents/{document.pk}/criteria/"' in page


def test_a_document_that_is_not_there_is_not_found():
    assert signed_in().get("/register/programme-documents/999/stage/").status_code == 404
