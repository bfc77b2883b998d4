"""The way of a programme document: launching → drafting → review → approved → running → ended.

Who takes a step is part of the way: the country's office launches, drafts, hands to the
Programme Review Committee (PRC) and records what runs and ends; what the committee decides
the secretariat records (HSP/EB.2025/8, para 18).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from programmes.models import CountryProgrammeDocument

Stage = CountryProgrammeDocument.Stage


class Hand(StrEnum):
    """Who takes a step."""

    OFFICE = "office"
    SECRETARIAT = "secretariat"


STEPS: Final[Mapping[str, Mapping[str, Hand]]] = MappingProxyType(
    {
        Stage.UNKNOWN: {},
        Stage.LAUNCHING: {Stage.DRAFTING: Hand.OFFICE},
        Stage.DRAFTING: {Stage.PRC_REVIEW: Hand.OFFICE},
        Stage.PRC_REVIEW: {
            Stage.APPROVED: Hand.SECRETARIAT,
            Stage.DRAFTING: Hand.SECRETARIAT,
        },
        Stage.APPROVED: {Stage.RUNNING: Hand.OFFICE},
        Stage.RUNNING: {Stage.ENDED: Hand.OFFICE},
        Stage.ENDED: {},
        Stage.WITHDRAWN: {},
    }
)
"""From each stage where a document can go, and by whose hand; withdrawal stands apart."""

WAY: Final = (
    Stage.LAUNCHING,
    Stage.DRAFTING,
    Stage.PRC_REVIEW,
    Stage.APPROVED,
    Stage.RUNNING,
    Stage.ENDED,
)
IN_FORCE: Final = frozenset({Stage.APPROVED, Stage.RUNNING, Stage.ENDED})
"""Two documents of a country in these stages never overlap."""

CAN_BE_WITHDRAWN: Final = frozenset(WAY) - {Stage.ENDED}


def next_steps(stage: str) -> Mapping[str, Hand]:
    """Where a document can go from a stage."""
    return STEPS[Stage(stage)]


def is_return(stage: str, to: str) -> bool:
    """Back to those who draft, for revision: it needs a reason."""
    return (stage, to) == (Stage.PRC_REVIEW, Stage.DRAFTING)
