"""All rules over many countries: a constant number of queries (bench/alignment.py has the time)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from checklist.models import Answer
from programmes.alignment.checking import check
from programmes.models import AlignmentRule
from tests.factories import make_checklist, make_evidence, make_office, make_open_round
from tests.programmes.alignment import large
from tests.programmes.alignment.large import DAY
from tests.reporting.world import make_figure

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("countries", [1, 200])
def test_all_rules_take_as_many_queries_for_one_country_as_for_two_hundred(countries):
    large.build(countries)
    make_checklist(items=2)
    make_figure(make_open_round())
    evidence = [make_evidence(make_office("ROAF")).pk]
    Answer.objects.update(kind="full", progress="submitted", evidence=evidence)

    with CaptureQueriesContext(connection) as captured:
        checked = check(DAY)

    assert len(captured) == 23
    assert AlignmentRule.objects.filter(is_on=True).count() == 30
    assert {each.rule for each in checked} >= {"A05", "A12", "A19", "A22", "A24", "A28", "A30"}
    assert len([each for each in checked if each.rule == "A05"]) == countries
