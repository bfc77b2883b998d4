"""Invented programme documents: beside the real ones, with the faults they are to show."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from programmes.alignment.checking import check
from programmes.alignment.outcomes import Kind
from programmes.blockers import to_advance
from programmes.models import (
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    CriterionJudgement,
    FrameworkResult,
    ProgrammeResult,
)
from reporting.demonstration.documents import invent_programmes
from reporting.demonstration.plans import years_later
from reporting.references import load_reference
from tests.factories import make_user

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
REAL = (CooperationFramework, CountryProgrammeDocument)


def real_records():
    kept = [model.objects.filter(is_invented=False).order_by("pk").values() for model in REAL]
    return [list(each) for each in kept]


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """Reference data and the invented documents, once for all of these tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference()
        before = real_records()
        invent_programmes(TODAY, make_user())
        yield before
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demonstration(made):
    return made


def document_of(iso3):
    return CountryProgrammeDocument.objects.get(country__iso3=iso3)


def blockers_of(iso3, to):
    return [each.code for each in to_advance(document_of(iso3), to, TODAY)]


def test_what_is_on_record_stays_as_it_was(made):
    assert real_records() == made


def test_what_is_made_up_says_so_and_stands_in_countries_that_have_none_on_record():
    invented = CountryProgrammeDocument.objects.filter(is_invented=True)

    assert set(invented.values_list("source", flat=True)) == {"Demonstration"}
    assert Counter(invented.values_list("stage", flat=True)) == {
        "running": 7,
        "drafting": 3,
        "approved": 1,
        "launching": 1,
        "prc_review": 1,
        "withdrawn": 1,
    }
    countries = CountryProgrammeDocument.objects.values_list("country", "generation")
    assert len(set(countries)) == len(countries) == 26
    for model in (FrameworkResult, ProgrammeResult, AnalysisContribution):
        assert model.objects.exists()
        assert not model.objects.filter(is_invented=False).exists()


def test_each_fault_is_found_by_its_rule_and_no_other_is():
    numbers = CountryProgrammeDocument.objects.filter(is_invented=True)
    codes = dict(numbers.values_list("pk", "country__iso3"))
    invented = {f"programme-documents/{pk}": iso3 for pk, iso3 in codes.items()}
    found = [
        (each.rule, invented[each.subject])
        for each in check(TODAY)
        if each.subject in invented and each.outcome is Kind.FINDING and each.rule != "A24"
    ]

    assert found == [
        ("A04", "ZMB"),
        ("A05", "BGD"),
        ("A07", "JOR"),
        ("A08", "IDN"),
        ("A10", "JOR"),
        ("A12", "KAZ"),
        ("A14", "KAZ"),
        ("A15", "UGA"),
        ("A16", "KAZ"),
        ("A17", "UGA"),
        ("A18", "COL"),
    ]


def test_the_workflow_has_something_to_show_at_each_step():
    assert blockers_of("MEX", "drafting") == []
    assert blockers_of("BRA", "prc_review") == []
    assert blockers_of("JOR", "prc_review") == ["rc_not_consulted", "outcome_not_derived"]
    assert blockers_of("UZB", "prc_review") == ["derivation_not_recorded"]
    assert blockers_of("SEN", "approved") == ["prc_not_reviewed", "criteria_open"]
    assert blockers_of("IDN", "running") == ["not_begun"]
    assert blockers_of("RWA", "ended") == ["not_ended"]


def test_the_sheet_before_the_committee_is_half_filled_in():
    judged = CriterionJudgement.objects.values_list("document__country__iso3", "verdict")

    assert Counter(judged) == {("SEN", "met"): 7, ("SEN", "partly"): 1}


def test_no_contribution_lies_in_the_future():
    assert not AnalysisContribution.objects.filter(given_on__gt=TODAY).exists()


@pytest.mark.parametrize(
    ("day", "years", "found"),
    [
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2027, 12, 31), -1, date(2026, 12, 31)),
    ],
)
def test_a_leap_day_has_a_like_in_every_year(day, years, found):
    assert years_later(day, years) == found


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2027, 7, 1), date(2031, 3, 1)])
def test_documents_are_made_on_any_day(day):
    AnalysisContribution.objects.all().delete()
    for model in (ProgrammeResult, FrameworkResult):
        model.objects.exclude(parent=None).delete()
        model.objects.all().delete()
    CountryProgrammeDocument.objects.filter(is_invented=True).delete()

    assert invent_programmes(day, make_user()) == 14
