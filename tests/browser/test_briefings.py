"""A delegate's briefing on paper: one sheet of A4, in English and in Arabic."""

import re

import pytest

from checklist.models import Answer
from programmes.models import CooperationFramework, FrameworkEngagement
from tests.browser.board import signed_in
from tests.reporting.world import answered_round, make_figure, make_world, publish_round

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Plans with counties rebuild homes and basic services first, so that partners work. " * 8
PATHS = ["/countries/KEN/briefing/", "/offices/ROAF/briefing/", "/pillars/NGT/briefing/"]


@pytest.fixture
def reader(page, client, live_server):
    """The longest of everything: more lines, and longer ones, than a sheet has room for."""
    make_world()
    FrameworkEngagement.objects.update(specific_contribution=LONG)
    CooperationFramework.objects.update(source=LONG[:300])
    round_ = answered_round()
    for measure in ("frameworks_signed", "countries_served"):
        make_figure(round_, measure=measure)
    every = Answer.objects.in_round(round_)
    every.update(
        kind="partial",
        progress="accepted",
        narrative=LONG,
        not_applicable_reason="",
        constraints=["core_funding", "staff_capacity", "crisis_context", "guidance_pending"],
        next_step=LONG,
        next_step_due="2026-05-01",
    )
    publish_round(round_)
    return signed_in(page, client, live_server)


def sheets(page):
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_a_briefing_is_one_sheet_of_a4(reader, prefix):
    found = {}
    for path in PATHS:
        assert reader.goto(prefix + path).status == 200
        found[path] = sheets(reader)
    assert found == dict.fromkeys(PATHS, 1)
