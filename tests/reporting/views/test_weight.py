"""What the Board's pages weigh on the wire, on the real reference data and a whole round."""

import pytest
from django.test import Client

from accounts.models.users import Role
from checklist.actions.rounds import open_round
from checklist.models import Answer, ReportingRound
from regions.arrays import write_rows
from reporting.references import load_reference
from tests import factories as make
from tests.reporting.world import publish_round

pytestmark = pytest.mark.django_db

KINDS = ("full", "partial", "not_started", "full", "partial", "not_applicable")
WORDS = (
    "Results matrix names framework outcomes for every programme outcome.",
    "Written input on housing, land and basic services, March 2024.",
    "Sub-outputs published; spending not yet entered. The team asks how it is to be recorded.",
    "Meeting note on file; the letter of the resident coordinator is not.",
    "Takes part in two results groups; items stand in the joint work plan.",
)
FILL = """
    UPDATE checklist_answer SET kind = row.kind, narrative = row.narrative,
        next_step = row.next_step, constraints = ARRAY[row.reason], progress = 'accepted'
    FROM {rows} WHERE checklist_answer.id = row.id
"""
COLUMNS = {"id": "bigint", **dict.fromkeys(("kind", "narrative", "next_step", "reason"), "text")}


def fill(round_):
    """Every answer different from its neighbour, as real ones are."""
    reasons = ("core_funding", "staff_capacity", "crisis_context", "guidance_pending")
    rows = [
        {
            "id": pk,
            "kind": KINDS[pk * 7 % len(KINDS)],
            "narrative": f"{WORDS[pk % len(WORDS)]} File {pk * 7919}, page {pk * 31 % 97}.",
            "next_step": f"Agree entry {pk * 104729} with the resident coordinator’s office.",
            "reason": reasons[pk * 5 % len(reasons)],
        }
        for pk in Answer.objects.in_round(round_).values_list("pk", flat=True)
    ]
    write_rows(FILL, COLUMNS, rows)


LIMITS = {
    "/": 60_000,
    "/changes/": 100_000,
    "/offices/ROAF/": 100_000,
    "/countries/": 100_000,
    "/countries/PSE/": 100_000,
    "/teams/PACIFIC/": 100_000,
    "/teams/": 100_000,
    "/pillars/": 100_000,
    "/pillars/NGT/": 100_000,
    "/items/NGT-01/": 100_000,
    "/answers/": 100_000,
    "/constraints/": 100_000,
    "/contributions/": 100_000,
    "/frameworks/": 100_000,
    "/frameworks/calendar/": 100_000,
    "/programme-documents/": 100_000,
    "/mechanisms/": 100_000,
    "/requests/": 100_000,
    "/findings/": 100_000,
    "/documents/": 100_000,
    "/search/?q=framework": 100_000,
    "/countries/PSE/briefing/": 100_000,
    "/method/": 100_000,
}


def test_pages_of_a_whole_round_stay_light():
    load_reference()
    round_ = ReportingRound.objects.get(code="2025")
    open_round(round_, by=make.make_actor())
    fill(round_)
    publish_round(round_)
    board = Client(headers={"Accept-Encoding": "gzip"})
    board.force_login(make.make_user(Role.BOARD_MEMBER))
    weights = {}
    for page in LIMITS:
        for prefix in ("", "/ar"):
            response = board.get(prefix + page)
            assert response["Content-Encoding"] == "gzip"
            weights[prefix + page] = len(response.content)
    limits = {prefix + page: limit for page, limit in LIMITS.items() for prefix in ("", "/ar")}
    assert {page: weight for page, weight in weights.items() if weight > limits[page]} == {}
