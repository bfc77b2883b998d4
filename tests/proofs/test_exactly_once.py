"""A submission with a key is stored once and whole, whatever happens to the line and the server.

The ordinary suite proves it with small numbers. The full ones:

    PROOF_REPEATS=200 PROOF_SUBMISSIONS=200 uv run pytest -s tests/proofs/test_exactly_once.py
"""

import json
import os
import random
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Timer

import pytest
from django.db.models import Count

from checklist.models import Answer, Submission
from habitat_reform.client import Ended, Request
from tests.factories import (
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    make_token,
    make_user,
    partial_line,
)
from tests.proofs.serving import Gunicorn

REPEATS = int(os.environ.get("PROOF_REPEATS", "20"))
SUBMISSIONS = int(os.environ.get("PROOF_SUBMISSIONS", "12"))
OFFICES = {"ROAF": "K", "ROAS": "P", "ROAP": "N", "ROLAC": "B"}
TEAMS, ITEMS = 10, 50
LINES = TEAMS * ITEMS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tokens():
    """Four offices with 500 questions each."""
    for code, letter in OFFICES.items():
        for number in range(TEAMS):
            make_team(f"{letter}X{chr(65 + number)}", make_office(code))
    make_checklist(items=ITEMS)
    make_open_round()
    users = {code: make_user("regional_office", make_office(code)) for code in OFFICES}
    return {c: make_token(u, make_office(c), ("submit",))[1] for c, u in users.items()}


@pytest.fixture
def server(tokens, tmp_path):
    with Gunicorn(tmp_path) as server:
        yield server


def request(office, narrative, key):
    """All 500 answers of an office at once, every one with the same new words."""
    answers = Answer.objects.filter(office__code=office).values_list("item__code", "subject")
    lines = [partial_line(item, subject, narrative=narrative) for item, subject in answers]
    body = json.dumps({"round": "2026", "office": office, "lines": lines}).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": key}
    return Request("POST", "submissions/?dry_run=false", body, headers)


def test_repeats_at_once_store_once(server, tokens):
    sent, start = request("ROAF", "Once.", str(uuid.uuid4())), Barrier(REPEATS)

    def repeat(_number):
        start.wait()
        return server.line(tokens["ROAF"], 300.0).ask(sent)

    with ThreadPoolExecutor(REPEATS) as threads:
        replies = list(threads.map(repeat, range(REPEATS)))

    first = [reply for reply in replies if "Idempotent-Replayed" not in reply.headers]
    assert [reply.status for reply in replies] == [201] * REPEATS
    assert (len(first), len({reply.body for reply in replies})) == (1, 1)
    assert whole() == {("ROAF", "Once.", 1): 1}


def test_a_server_killed_at_any_moment_leaves_all_or_nothing_and_a_retry_completes_it(
    server, tokens, capsys
):
    chance, began = random.Random(2026), time.monotonic()
    hand_over(server, tokens, 0, 0.0)
    lasts = time.monotonic() - began
    seen = {"stored before the kill": 0, "not stored": 0, "replied before the kill": 0}

    for turn in range(1, SUBMISSIONS // len(OFFICES) + 1):
        outcome = survive(server, tokens, turn, chance.uniform(0, 1.2 * lasts))
        seen = {words: seen[words] + outcome[words] for words in seen}

    with capsys.disabled():
        kills = SUBMISSIONS // len(OFFICES)
        print(f"\n{kills} kills in {kills * len(OFFICES)} submissions of {LINES} lines: {seen}")
    assert sum(seen.values()) == SUBMISSIONS // len(OFFICES) * len(OFFICES)


def hand_over(server, tokens, turn, patience):
    """All offices at once; a reply, or None where the line broke."""

    def ask(office):
        try:
            return server.line(tokens[office], patience).ask(sent[office])
        except Ended:
            return None

    sent = {office: request(office, f"Turn {turn}.", f"{office}-{turn}") for office in OFFICES}
    with ThreadPoolExecutor(len(OFFICES)) as threads:
        return list(threads.map(ask, OFFICES))


def survive(server, tokens, turn, moment):
    """One kill among the submissions of all offices, and what was there before the retry."""
    killer = Timer(moment, server.kill)
    killer.start()
    replies = hand_over(server, tokens, turn, 0.0)
    killer.join()
    stored = sum(turns == turn + 1 for turns in whole().values())
    server.start()
    again = hand_over(server, tokens, turn, 60.0)
    assert [reply.status for reply in again] == [201] * len(OFFICES)
    assert whole() == {(code, f"Turn {turn}.", turn + 1): turn + 1 for code in OFFICES}
    replied = sum(reply is not None for reply in replies)
    return {
        "stored before the kill": stored - replied,
        "not stored": len(OFFICES) - stored,
        "replied before the kill": replied,
    }


def whole():
    """How many submissions each office has, by the words and version of all its answers.

    A statement sees one moment: a submission has all its lines or is not there, and the answers
    of an office were all changed by it or not one was.
    """
    lines = Submission.objects.annotate(count=Count("lines")).values_list("count", flat=True)
    assert set(lines) <= {LINES}
    answered = Answer.objects.filter(version__gt=0).order_by()
    found = list(answered.values_list("office__code", "narrative", "version").distinct())
    assert len(found) == len({code for code, *_ in found})
    return {each: Submission.objects.filter(office__code=each[0]).count() for each in found}
