"""The invented joint work plan: marked, beside the real cases, with something for the rules."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from programmes.alignment.checking import check
from programmes.alignment.outcomes import Kind
from programmes.models import WorkPlanItem
from regions.models import Installation
from reporting.demonstration.programmes import invent_engagement
from reporting.demonstration.work_plans import invent_work_plans
from reporting.references import load_reference
from tests.factories import make_actor

pytestmark = pytest.mark.django_db
REAL_CASES = {"PSE", "LBN", "AZE", "MMR", "KEN"}


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        Installation.objects.create(pk=1, is_demonstration=True)
        load_reference()
        invent_engagement()
        yield invent_work_plans(2026, by=make_actor())
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demonstration(made):
    return made


def test_twelve_teams_have_an_invented_plan_and_no_real_case_has(made):
    items = WorkPlanItem.objects.order_by()
    teams = set(items.values_list("framework__team__code", flat=True))

    assert made.counts["created"] == items.filter(is_invented=True).count() == 60
    assert set(items.values_list("source", flat=True)) == {"Demonstration"}
    assert len(teams) == 12
    assert teams.isdisjoint(REAL_CASES)
    assert all("Invented" in each.plan and each.name.startswith("Invented") for each in items)


def test_rules_find_what_was_put_in():
    found = Counter(
        each.rule
        for each in check(date(2026, 6, 1))
        if each.outcome is Kind.FINDING and each.rule in {"A19", "A20", "A30"}
    )

    assert found == {"A19": 2, "A20": 2, "A30": 2}


def test_an_earlier_plan_stands_beside_it_and_gives_the_rules_nothing_more(made):
    with transaction.atomic():
        assert invent_work_plans(2024, by=make_actor()).counts["created"] == 45
        found = Counter(each.rule for each in check(date(2026, 6, 1)) if each.says)
        transaction.set_rollback(True)
    assert (found["A19"], found["A20"], found["A30"]) == (2, 2, 2)


def test_the_same_export_again_changes_nothing():
    again = invent_work_plans(2026, by=make_actor())

    assert again.counts["unchanged"] == 60
