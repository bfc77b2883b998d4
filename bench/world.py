"""One office with 60 items for each of 120 teams: the 7,200 answers of a large round."""

from itertools import product
from string import ascii_uppercase
from typing import Any

from django.db import connection
from django.test import Client

from checklist.models import Answer
from tests.factories import caller, make_checklist, make_office, make_open_round, make_team

ITEMS, TEAMS = 60, 120
RESET = """
    TRUNCATE checklist_submissionline, checklist_submission, api_idempotencykey CASCADE;
    UPDATE checklist_answer SET progress = 'draft', narrative = 'Before.', kind = 'partial',
        constraints = '{core_funding}', version = 1;
"""


def build() -> Client:
    """Somebody of the office, with a token that may submit."""
    office = make_office("ROAF")
    for letters in list(product("X", ascii_uppercase, ascii_uppercase))[:TEAMS]:
        make_team("".join(letters), office)
    make_checklist(items=ITEMS)
    make_open_round()
    return caller("regional_office", office)


def start_over() -> None:
    """Each turn meets the same: drafts that nobody has handed over."""
    with connection.cursor() as cursor:
        cursor.execute(RESET)
        cursor.execute("VACUUM ANALYZE checklist_answer")


def lines(number: int, narrative: str, *, after: int = 0) -> list[dict[str, Any]]:
    """Lines that change answers of the round, those after the first few."""
    keys = Answer.objects.order_by("pk").values_list("item__code", "subject")
    keys = keys[after : after + number]
    content = {"kind": "partial", "narrative": narrative, "constraints": ["core_funding"]}
    return [{"item": item, "subject": subject, **content} for item, subject in keys]
