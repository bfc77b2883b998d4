"""Which item is proposed by which facts."""

from collections.abc import Callable
from datetime import date
from typing import Final

from checklist.models import Answer
from checklist.proposals import of_countries, of_framework
from checklist.proposals.proposed import Proposal
from programmes.alignment.facts import Team
from programmes.alignment.of_team import Surroundings, read_team

Proposer = Callable[[Surroundings, date], Proposal]


def framework_alone(propose: Callable[[Team, date], Proposal]) -> Proposer:
    """A proposer that looks at the team's framework only."""
    return lambda around, day: propose(around.team, day)


PROPOSERS: Final[dict[str, Proposer]] = {
    "NGT-01": of_countries.derived,
    "NGT-03": of_countries.by_rules("A03", "A04", "A05", says="aligned"),
    "NGT-04": of_countries.analysis,
    "NGT-05": framework_alone(of_framework.signatory),
    "NGT-06": framework_alone(of_framework.takes_part),
    "NGT-07": framework_alone(of_framework.in_work_plan),
    "NGT-10": of_countries.represented,
    "NGT-11": of_countries.south_south,
    "NGT-12": of_countries.by_rules("A17", says="results"),
}
"""By item, as the working reconstruction of the checklist numbers them."""


def propose(answer: Answer, day: date) -> Proposal | None:
    """What the records say to a country item on a day; nothing to items they cannot answer."""
    proposer = PROPOSERS.get(answer.item.code)
    if proposer is None or answer.team is None:
        return None
    return proposer(read_team(answer.team.code, day), day)
