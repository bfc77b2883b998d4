from dataclasses import replace
from itertools import pairwise

import pytest

from reporting.demonstration import story
from reporting.demonstration.teams import Document, Team
from reporting.demonstration.verdicts import Question, kind_of, reason_not_applicable

STEPS = {"not_started": 0, "partial": 1, "full": 2}
KENYA = Team("KEN", "ROAF", "KEN", "yes", "active", "physical", Document.DERIVED)
TEAMS = [
    Team(f"T{number:02d}"[:3] + chr(65 + number % 26), office, "", signatory, level, presence)
    for number, (office, signatory, level, presence) in enumerate(
        [
            ("ROAF", "yes", "active", "physical"),
            ("ROAS", "yes", "light", "limited"),
            ("ROAP", "unknown", "active", "limited"),
            ("ROLAC", "no", "none", "none"),
            ("EECA", "unknown", "unknown", "unknown"),
        ]
        * 12
    )
]
ITEMS = [*story.EASE, "NGT-01", "NGT-03", "NGT-05", "NGT-06", "NGT-11", "NGT-12"]


def kinds(item, team):
    question = Question(item, team.code, team.office, team)
    return [kind_of(question, round_) for round_ in range(5)]


def test_every_kind_and_silence_come_up():
    found = {kind for team in TEAMS for item in ITEMS for kind in kinds(item, team)}

    assert found == {"full", "partial", "not_started", "not_applicable", None}


def test_answers_go_up_from_round_to_round_and_seldom_down():
    up = down = 0
    for team in TEAMS:
        for item in ITEMS:
            steps = [STEPS[kind] for kind in kinds(item, team) if kind in STEPS]
            up += sum(b > a for a, b in pairwise(steps))
            down += sum(b < a for a, b in pairwise(steps))

    assert up > 8 * down > 0


@pytest.mark.parametrize(
    ("signatory", "allowed"),
    [("yes", {"full"}), ("no", {"not_started"}), ("unknown", {"partial", "not_started"})],
)
def test_the_answer_on_signature_follows_the_record(signatory, allowed):
    assert kinds("NGT-05", replace(KENYA, signatory=signatory))[3] in allowed


@pytest.mark.parametrize(
    ("level", "allowed"),
    [("active", {"full"}), ("light", {"partial"}), ("none", {"not_started"})],
)
def test_the_answer_on_engagement_follows_the_record(level, allowed):
    assert kinds("NGT-06", replace(KENYA, level=level))[3] in allowed


def test_nothing_is_full_that_hangs_on_a_programme_document_which_does_not_exist():
    without = [replace(team, level="active") for team in TEAMS]
    found = {kinds(item, team)[3] for item in ("NGT-01", "NGT-12") for team in without}

    assert "full" not in found


def test_the_end_of_palestines_programme_is_partial_since_the_framework_was_extended():
    palestine = Team("PSE", "ROAS", "PSE", "yes", "active", "physical", Document.DERIVED)

    assert kinds("NGT-03", palestine)[1:4] == ["full", "full", "partial"]


def test_an_item_that_does_not_apply_gives_the_same_reason_in_every_round():
    none = [team for team in TEAMS if team.presence == "none"]
    found = {reason_not_applicable("BOP-04", team) for team in none}

    assert found == {"", "premises"}
    assert {reason_not_applicable("NGT-04", team) for team in TEAMS} == {""}


def test_offices_and_headquarters_answer_what_their_story_says():
    africa = Question("REG-02", "ROAF", "ROAF")
    headquarters = Question("NGT-02", "GLOBAL", "HQ")

    assert [kind_of(africa, n) for n in range(4)] == ["partial", "partial", "full", "full"]
    assert [kind_of(headquarters, n) for n in range(4)] == [
        "not_started",
        "partial",
        "partial",
        "full",
    ]
