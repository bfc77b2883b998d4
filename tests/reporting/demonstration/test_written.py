import re
from datetime import date
from itertools import pairwise

import pytest

from accounts.reading import unknown_fields
from accounts.refusals import Faults
from checklist.content import FIELDS
from checklist.reading import KEYS, check_rules, read_content
from reporting.demonstration import story
from reporting.demonstration.calendar import Stage
from reporting.demonstration.teams import Document, Team
from reporting.demonstration.verdicts import Question
from reporting.demonstration.written import write, write_rounds

STAGES = [
    Stage("2022", date(2021, 9, 28), date(2021, 11, 23), date(2022, 1, 11)),
    Stage("2023", date(2023, 5, 30), date(2023, 7, 25), date(2023, 9, 19)),
    Stage("2024", date(2023, 11, 6), date(2024, 1, 1), date(2024, 2, 26)),
    Stage("2025", date(2024, 9, 24), date(2024, 11, 19), date(2025, 1, 14)),
    Stage("2026", date(2026, 10, 27), date(2026, 12, 22), date(2027, 2, 16)),
]
PERIODS = ((date(2023, 1, 1), date(2027, 12, 31)),)
TEAMS = [
    Team("KEN", "ROAF", "KEN", "yes", "active", "physical", Document.DERIVED, PERIODS),
    Team("SEN", "ROAF", "SEN", "yes", "light", "limited", periods=PERIODS),
    Team("SDN", "ROAS", "SDN", "yes", "light", "none"),
    Team("PSE", "ROAS", "PSE", "yes", "active", "physical", Document.DERIVED, PERIODS),
    Team("LBN", "ROAS", "LBN", "yes", "active", "physical", Document.ENDED, PERIODS),
    Team("AZE", "EECA", "AZE", "no", "light", "none", Document.SHORT, PERIODS),
    Team("PAK", "ROAP", "PAK", "unknown", "active", "limited", Document.LAUNCHING, PERIODS),
    Team("BRA", "ROLAC", "BRA", "unknown", "active", "limited", periods=PERIODS),
    Team("CUB", "ROLAC", "CUB", "no", "none", "none", periods=PERIODS),
]
COUNTRY_ITEMS = [*story.EASE, "NGT-01", "NGT-03", "NGT-05", "NGT-06", "NGT-11", "NGT-12"]
QUESTIONS = [
    *(Question(item, team.code, team.office, team) for team in TEAMS for item in COUNTRY_ITEMS),
    *(Question(item, "GLOBAL", "HQ") for item in story.GLOBAL_ITEMS),
    *(Question(item, o, o) for item, offices in story.OFFICE_ITEMS.items() for o in offices),
]


@pytest.fixture(scope="module")
def answers():
    return [(s, w) for question in QUESTIONS for s, w in write_rounds(question, STAGES)]


def test_every_line_is_taken_by_the_intake(answers):
    faults = Faults()
    for _, written in answers:
        unknown_fields(written.line, KEYS + FIELDS, "/line", faults)
        content = read_content(written.line, "/line", faults, language="en")
        check_rules(content, "/line", faults)
        assert content == written.content

    assert faults.found == []


def test_the_same_answers_are_written_in_any_order(answers):
    again = [(s, w) for q in reversed(QUESTIONS) for s, w in write_rounds(q, STAGES)]

    key = lambda row: (row[1].question.item, row[1].question.subject, row[0].code)  # noqa: E731
    assert sorted(again, key=key) == sorted(answers, key=key)


def test_full_has_evidence_and_the_rest_says_why(answers):
    for _, written in answers:
        content = written.content
        assert bool(content.evidence) or content.kind != "full"
        assert bool(content.constraints) == (content.kind in ("partial", "not_started"))
        assert content.narrative or content.not_applicable_reason


def test_no_mark_is_left_in_a_sentence(answers):
    for _, written in answers:
        texts = (written.content.narrative, written.content.next_step)
        assert not [text for text in texts if re.search(r"[{}]|^[a-z]|None", text)]


def test_all_four_languages_are_written_and_arabic_in_its_script(answers):
    by_language = {}
    for _, written in answers:
        by_language.setdefault(written.content.language, []).append(written.content)

    assert set(by_language) == {"en", "fr", "es", "ar"}
    words = [c.narrative or c.not_applicable_reason for c in by_language["ar"]]
    assert all(re.search(r"[\u0600-\u06ff]", text) for text in words)


def test_evidence_is_dated_within_its_round_and_links_lead_nowhere(answers):
    for stage, written in answers:
        for proof in written.proofs:
            assert proof.reference or proof.url.startswith("https://evidence.example/")
            if proof.url and not written.is_kept:
                assert stage.opens_on <= proof.dated_on <= stage.freezes_on


def test_a_document_is_cited_only_from_the_round_it_reports(answers):
    cited = {(s.code, p.reference.split(",")[0]) for s, w in answers for p in w.proofs}

    assert cited - {(stage.code, "") for stage in STAGES} == {
        ("2022", "HSP/EB.2022/9"),
        ("2023", "HSP/EB.2023/19"),
        ("2024", "HSP/EB.2024/9"),
        ("2025", "HSP/EB.2025/8"),
        ("2026", "HSP/EB.2025/8"),
    }


def test_a_next_step_falls_due_after_the_round_is_frozen(answers):
    steps = [(s, w.content) for s, w in answers if w.content.next_step]

    assert steps
    assert all(content.next_step_due > stage.freezes_on for stage, content in steps)


def test_an_answer_handed_over_again_is_word_for_word_the_one_before(answers):
    kept = [written for _, written in answers if written.is_kept]
    fresh = {w.content for _, w in answers if not w.is_kept}

    assert 50 < len(kept) < len(answers) / 2
    assert {written.content for written in kept} <= fresh


def test_constraints_follow_what_holds_the_team_up(answers):
    named = {}
    for _, written in answers:
        named.setdefault(written.question.subject, set()).update(written.content.constraints)

    assert "crisis_context" in named["SDN"]
    assert "crisis_context" not in named["BRA"]
    assert "no_presence" in named["CUB"]
    assert "limited_presence" in named["SEN"]
    assert not named["GLOBAL"] & {"no_presence", "limited_presence", "framework_not_signed"}


def test_evidence_that_was_named_once_is_seldom_named_no_more(answers):
    rounds = {}
    for stage, written in answers:
        rounds.setdefault(written.question, {})[stage.code] = written
    pairs = [
        (said[one], said[two])
        for said in rounds.values()
        for one, two in pairwise(stage.code for stage in STAGES)
        if one in said and two in said
    ]
    proven = [now for before, now in pairs if before.proofs and now.content.kind == "partial"]

    lapsed = sum(not now.proofs for now in proven)
    assert 0 < lapsed < len(proven) / 10


def test_a_second_attempt_says_the_same_verdict_with_other_evidence():
    question = QUESTIONS[0]

    first, second = (write(question, "full", STAGES[3], attempt) for attempt in (1, 2))

    assert first.content.kind == second.content.kind
    assert not {p.id for p in first.proofs} & {p.id for p in second.proofs}
