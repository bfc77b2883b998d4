"""Why an invented answer is not full: weighted by what holds the item and the team up."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Final

from checklist.models.answers import Constraint
from reporting.demonstration import story
from reporting.demonstration.calendar import Stage
from reporting.demonstration.chance import drawn, happens
from reporting.demonstration.teams import Team
from reporting.demonstration.verdicts import Question

Weights = dict[str, float]

COMMON: Final = {
    Constraint.CORE_FUNDING: (18, 20, 22, 26, 27),
    Constraint.EARMARKED_ONLY: (19, 19, 20, 20, 20),
    Constraint.STAFF_CAPACITY: (11, 11, 9, 7, 7),
    Constraint.GUIDANCE_PENDING: (7, 8, 8, 3, 1),
    Constraint.OTHER: (2, 2, 2, 2, 2),
}
"""Money first and more so each round; guidance is awaited until the guidance of 2024."""

GUIDED: Final = frozenset(["NGT-01", "NGT-02", "NGT-03", "NGT-11", "NGT-12", "RCS-06"])
AWAITED: Final = (75, 80, 70, 32, 15)
"""The items the guidance is about (HSP/EB.2025/8, paras 18 to 24)."""

IN_FRAMEWORK: Final = frozenset(["NGT-01", "NGT-03", "NGT-05", "NGT-06", "NGT-07", "NGT-14"])
A_SECOND_ONE: Final = 0.22


def constraints_of(question: Question, stage: Stage) -> tuple[str, ...]:
    """One constraint, sometimes two; the first is the one that counts most."""
    key = ("constraint", question.item, question.subject)
    first = weighted(weights(question, stage), *key)
    if not happens(A_SECOND_ONE, "second", *key):
        return (first,)
    left = {name: weight for name, weight in weights(question, stage).items() if name != first}
    return (first, weighted(left, *key, 2))


def weights(question: Question, stage: Stage) -> Weights:
    """How likely each constraint is for a question in a round."""
    round_ = story.ROUNDS.index(stage.code)
    found: Weights = {name: float(numbers[round_]) for name, numbers in COMMON.items()}
    if question.item in GUIDED:
        found[Constraint.GUIDANCE_PENDING] += AWAITED[round_]
    if question.team is not None:
        found |= _presence(question.team) | _framework(question.item, question.team, stage)
    return found


def _presence(team: Team) -> Weights:
    found: Weights = {}
    if team.presence == "limited":
        found[Constraint.LIMITED_PRESENCE] = 16
    if team.presence in ("none", "unknown"):
        found[Constraint.NO_PRESENCE] = 30
    if team.is_in_crisis:
        found[Constraint.CRISIS_CONTEXT] = 24
    return found


def _framework(item: str, team: Team, stage: Stage) -> Weights:
    """Signature holds up what hangs on it; a gap counts only where the records can show one."""
    found: Weights = {}
    if item in IN_FRAMEWORK and team.signatory != "yes":
        found[Constraint.FRAMEWORK_NOT_SIGNED] = 120 if item == "NGT-05" else 12
    shows = stage.code >= "2025" or team.is_in_crisis
    if item in IN_FRAMEWORK and shows and team.period_on(stage.opens_on) is None:
        found[Constraint.NO_FRAMEWORK] = 40
    return found


def weighted(chances: Mapping[str, float], *words: object) -> str:
    """One of the names, by weight."""
    fallen = drawn("weighted", *words) * sum(chances.values())
    upto = accumulate(chances.values())
    return next(str(name) for name, end in zip(chances, upto, strict=True) if fallen < end)
