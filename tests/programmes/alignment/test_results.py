"""A07, A09, A10 and A11: where results point."""

from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.outcomes import finding
from programmes.alignment.registry import RULES
from tests.programmes.alignment.world import a_document, a_framework, a_goal, a_result, judged

GOAL = a_goal(11)
PRODUCT = a_goal(12, "output")
PRIORITY = a_goal(13, "strategic_priority")
FRAMEWORK = a_framework(goals=(PRIORITY, GOAL, PRODUCT))
BARE = a_framework()
REASON = "A request of the capital’s council"
NOTED = date(2025, 3, 31)

DERIVED = a_result(GOAL)
LOOSE = a_result(pk=22, code="2")
ELSEWHERE = a_result(a_goal(99), pk=23, code="3", goal_framework=5)
ABOVE = a_result(PRIORITY, pk=24, code="4")
OUTSIDE = a_result(pk=25, code="5", outside_justification=REASON)
NOTED_ONLY = a_result(pk=26, code="6", outside_rc_noted_on=NOTED)
EXCEPTION = a_result(pk=27, code="7", outside_justification=REASON, outside_rc_noted_on=NOTED)


def document(*results, framework=FRAMEWORK, **facts):
    return a_document(framework=framework, results=results, **facts)


OUTCOMES = [
    (document(DERIVED), "passed"),
    (document(DERIVED, LOOSE), "A07.underived"),
    (document(ELSEWHERE), "A07.underived"),
    (document(ABOVE), "A07.underived"),
    (document(a_result(PRODUCT)), "A07.underived"),
    (document(DERIVED, OUTSIDE), "passed"),
    (document(NOTED_ONLY), "passed"),
    (document(a_result(outside_justification=" ")), "A07.underived"),
    (document(LOOSE, stage="drafting"), "A07.underived"),
    (document(LOOSE, framework=BARE), ("framework_outcomes",)),
    (document(LOOSE, ELSEWHERE, framework=BARE), "A07.underived"),
    (document(), ("outcomes",)),
    (document(a_result(GOAL, level="output")), ("outcomes",)),
    (document(stage="launching"), None),
    (document(stage="drafting"), None),
    (document(stage="prc_review"), ("outcomes",)),
    (document(derivation="A"), None),
    (document(DERIVED, framework=None), ("framework",)),
    (document(LOOSE, framework=None, stage="drafting"), None),
    (document(LOOSE, framework=None, no_framework_reason=REASON), None),
    (document(OUTSIDE, framework=None), "passed"),
]


@pytest.mark.parametrize(("subject", "says"), OUTCOMES)
def test_every_outcome_is_derived_from_the_framework_or_declared_outside(subject, says):
    assert judged("A07", subject) == says


def test_a_finding_says_which_outcomes_point_where():
    outcome = RULES["A07"].check(document(DERIVED, LOOSE, ELSEWHERE, ABOVE), None)

    assert outcome == finding(
        "A07.underived",
        others=(
            "frameworks/1",
            "programme-results/22",
            "programme-results/23",
            "programme-results/24",
        ),
        loose=["2"],
        elsewhere=["3"],
        misplaced=["4"],
    )


EXCEPTIONS = [
    (document(DERIVED), "passed"),
    (document(DERIVED, EXCEPTION), "passed"),
    (document(NOTED_ONLY), "A09.incomplete"),
    (document(NOTED_ONLY, stage="drafting"), "A09.incomplete"),
    (document(OUTSIDE), ("outside_rc_noted_on",)),
    (document(OUTSIDE, stage="drafting"), None),
    (document(OUTSIDE, stage="prc_review"), None),
    (document(OUTSIDE, stage="prc_review", prc_reviewed_on=NOTED), "A09.incomplete"),
    (document(OUTSIDE, approved_on=NOTED), "A09.incomplete"),
    (document(OUTSIDE, stage="running"), "A09.incomplete"),
    (document(OUTSIDE, stage="ended"), ("outside_rc_noted_on",)),
    (document(LOOSE), ("derived_from",)),
    (document(EXCEPTION, LOOSE), ("derived_from",)),
    (document(NOTED_ONLY, LOOSE), "A09.incomplete"),
    (document(), ("outcomes",)),
    (document(stage="drafting"), None),
    (document(derivation="A"), None),
]


@pytest.mark.parametrize(("subject", "says"), EXCEPTIONS)
def test_an_outcome_outside_the_framework_is_justified_and_noted(subject, says):
    assert judged("A09", subject) == says


def test_a_note_that_is_not_yet_due_is_not_found_missing():
    outcome = RULES["A09"].check(document(NOTED_ONLY, OUTSIDE, stage="drafting"), None)

    assert outcome.facts == {"bare": ["6"], "unnoted": []}


def output(goal=None, **facts):
    return a_result(goal, level="output", **{"pk": 31, "code": "1.1", **facts})


OUTPUTS = [
    (document(output(PRODUCT)), "passed"),
    (document(output(GOAL)), "passed"),
    (document(output(PRIORITY)), "A10.underived"),
    (document(output(a_goal(14, "sub_output"))), "A10.underived"),
    (document(output(PRODUCT, goal_framework=5)), "A10.underived"),
    (document(output()), "A10.underived"),
    (document(DERIVED, output(parent=21)), "A10.underived"),
    (document(OUTSIDE, output(parent=25)), "passed"),
    (document(output(outside_justification=REASON)), "passed"),
    (document(output(), framework=BARE), ("framework_results",)),
    (document(DERIVED), ("outputs",)),
    (document(stage="drafting"), None),
    (document(derivation="A"), None),
    (document(output(PRODUCT), framework=None), ("framework",)),
]


@pytest.mark.parametrize(("subject", "says"), OUTPUTS)
def test_every_output_is_derived_from_the_framework(subject, says):
    assert judged("A10", subject) == says


TRACKS = [
    (document(a_result(strategic_plan_result="SP 1.2")), "passed"),
    (document(a_result(strategic_plan_result=" ")), "A11.loose"),
    (document(a_result(strategic_plan_result="SP 1.2"), output(PRODUCT)), "A11.loose"),
    (document(a_result(level="strategic_priority")), ("results",)),
    (document(a_result(level="sub_output")), ("results",)),
    (document(), ("results",)),
    (document(stage="launching"), None),
    (document(derivation="A"), None),
]


@pytest.mark.parametrize(("subject", "says"), TRACKS)
def test_every_outcome_and_output_points_to_the_strategic_plan(subject, says):
    assert judged("A11", subject) == says
