"""The sheet of the Programme Review Committee as a page."""

from datetime import date

import pytest
from django.core.management import call_command

from programmes.models import AnalysisContribution, ReviewCriterion
from programmes.pages.standing import SPEAKERS, read_records, says
from tests.factories import make_user
from tests.programmes.documents import (
    make_criterion,
    make_document,
    make_outcome,
    make_ready_document,
)
from tests.programmes.views.test_stage_page import signed_in

pytestmark = pytest.mark.django_db


def address(document):
    return f"/register/programme-documents/{document.pk}/criteria/"


def send(client, document, code, **said):
    fields = {f"{code}-{name}": value for name, value in said.items()}
    return client.post(address(document), {"act": code, **fields})


def test_the_sheet_says_that_it_is_not_the_committees_own():
    make_criterion()

    page = signed_in().get(address(make_document())).content.decode()

    assert "A working reconstruction" in page
    assert "This is not the committee’s own sheet, which was not available" in page


def test_without_criteria_the_page_says_how_they_come():
    page = signed_in().get(address(make_document())).content.decode()

    assert "No criteria are on record" in page


def test_a_criterion_is_judged_and_signed():
    make_criterion()
    document, client = make_document("prc_review"), signed_in()

    response = send(client, document, "derived", verdict="partly", note="One outcome is missing")

    page = client.get(address(document)).content.decode()
    assert response["Location"] == f"{address(document)}#derived"
    assert "<b>Partly met</b>: One outcome is missing" in page
    assert document.judgements.get().judged_by.full_name in page


def test_what_is_not_met_says_what_is_missing_beside_the_field():
    make_criterion()
    document = make_document("prc_review")

    response = send(signed_in(), document, "derived", verdict="not_met", note="")

    assert response.status_code == 422
    assert "Say what is missing." in response.content.decode()
    assert not document.judgements.exists()


@pytest.mark.parametrize(
    ("stage", "role", "office"),
    [
        ("prc_review", "regional_office", "ROAF"),
        ("drafting", "secretariat", None),
        ("approved", "secretariat", None),
    ],
)
def test_only_the_secretariat_judges_and_only_during_the_review(stage, role, office):
    make_criterion()
    document, client = make_document(stage), signed_in(role, office)

    assert '<form class="stack" method="post"' not in client.get(address(document)).content.decode()
    assert send(client, document, "derived", verdict="met", note="").status_code == 400


def test_every_criterion_of_the_file_is_spoken_of_by_the_records_or_known_to_be_silent():
    call_command("load_reference", verbosity=0)

    codes = set(ReviewCriterion.objects.values_list("code", flat=True))

    assert codes - set(SPEAKERS) == {"common_template"}
    assert set(SPEAKERS) - codes == set()


def said(document):
    records = read_records(document)
    return {code: says(code, records) for code in (*SPEAKERS, "common_template")}


def test_what_nothing_is_known_of_is_never_called_missing():
    assert said(make_document()) == {
        "derived": "No framework is named. No results are on record. "
        "No contribution to the Common Country Analysis is on record.",
        "unified": "The period of the document is not known.",
        "joint_resources": "No item of a joint work plan on record names UN-Habitat.",
        "short_interim": "It is not marked so. Until when is not on record.",
        "review_and_approval": "No review is on record.",
        "one_family": "No consultation is on record.",
        "dual_track": "No results are on record.",
        "one_yardstick": "No results are on record.",
        "results_based": "No results are on record. "
        "Whether the document has the section is not on record.",
        "lessons": "Whether the document has the section is not on record.",
        "south_south": "Whether the document has the section is not on record.",
        "common_template": "The records say nothing about it.",
    }


def test_what_is_on_record_is_said_in_numbers_and_days():
    document = make_ready_document(
        prc_reviewed_on=date(2026, 2, 1),
        prc_decision="conditional",
        lessons_section="yes",
        south_south_section="no",
        results_section="yes",
        is_interim=True,
        interim_until=date(2027, 6, 30),
        replacement_plan="A full document.",
    )
    make_outcome(
        document, "2", strategic_plan_result="1.2", indicator="i", baseline="b", target="t"
    )
    make_outcome(
        document, "1.1", level="output", derived_from=document.results.get(code="1").derived_from
    )
    AnalysisContribution.objects.create(country=document.country, given_on=date(2024, 5, 2))

    assert said(document) == {
        "derived": "The framework is that of 2025–2028. 1 of 2 outcomes point to a result of the "
        "framework. The last contribution to the Common Country Analysis is of 2 May 2024.",
        "unified": "The document runs from 1 January 2026 to 31 December 2028. "
        "The framework runs from 1 January 2025 to 31 December 2028.",
        "joint_resources": "No item of a joint work plan on record names UN-Habitat.",
        "short_interim": "It is marked as interim. It holds until 30 June 2027. "
        "Plan: A full document.",
        "review_and_approval": "Reviewed on 1 February 2026: recommended with conditions.",
        "one_family": "Consulted on 3 November 2025.",
        "dual_track": "1 of 3 results point to a result of the strategic plan.",
        "one_yardstick": "2 of 3 results point to a result of the framework.",
        "results_based": "1 of 2 outcomes have an indicator with baseline and target. "
        "The document has the section.",
        "lessons": "The document has the section.",
        "south_south": "The document has no such section.",
        "common_template": "The records say nothing about it.",
    }


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_asks_as_often_for_many_criteria(number, django_assert_num_queries):
    document, client = make_ready_document("prc_review"), signed_in()
    for place in range(number):
        criterion = make_criterion(f"c{place}", place)
        document.judgements.create(
            criterion=criterion, verdict="met", judged_on=date(2026, 3, 1), judged_by=make_user()
        )
    client.get(address(document))

    with django_assert_num_queries(9):
        client.get(address(document))
