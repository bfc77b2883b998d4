"""Where a programme document stands, what can be done with it, and what is in the way."""

from dataclasses import dataclass
from datetime import date

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Blocker
from programmes import blockers, remarks, stages
from programmes.hands import may_lead, may_take, office_of
from programmes.models import CountryProgrammeDocument
from programmes.pages.words import name_of, step_label, step_meaning, whose_turn, years_of
from programmes.stages import Stage

Document = CountryProgrammeDocument


@dataclass(frozen=True)
class Step:
    """A stage on the way: behind, the present one, or ahead."""

    label: str
    is_behind: bool
    is_here: bool


@dataclass(frozen=True)
class Act:
    """A step that the stage offers; `may` is whether this reader takes it."""

    to: str
    label: str
    meaning: str
    blockers: list[Blocker]
    may: bool
    needs_reason: bool


@dataclass(frozen=True)
class StagePage:
    """The whole page."""

    document: CountryProgrammeDocument
    name: str
    years: str
    steps: list[Step]
    turn: str
    acts: list[Act]
    remarks: list[str]
    can_withdraw: bool
    may_decide: bool
    in_review: bool


def stage_page(document: Document, actor: Actor, *, day: date) -> StagePage:
    """The page of a document as this reader may use it."""
    office = office_of(document.country_id, day)
    offered = stages.next_steps(document.stage)
    turn = [whose_turn(hand, office.area if office else "") for hand in offered.values()]
    return StagePage(
        document,
        name_of(document),
        years_of(document),
        steps_of(document),
        turn[0] if turn else "",
        [act_of(document, to, actor, day) for to in offered],
        [*remarks.on_the_way(document), *of_sheet(document)],
        not blockers.to_withdraw(document) and may_lead(document, day, actor),
        policy.may_decide_programmes(actor),
        not blockers.to_judge(document),
    )


def steps_of(document: Document) -> list[Step]:
    """The way with the present stage marked; a document without a stage is nowhere on it."""
    place = stages.WAY.index(Stage(document.stage)) if document.stage in stages.WAY else -1
    return [
        Step(str(stage.label), number < place, number == place)
        for number, stage in enumerate(stages.WAY)
    ]


def act_of(document: Document, to: str, actor: Actor, day: date) -> Act:
    """A step with what stands in its way."""
    return Act(
        to,
        step_label(document.stage, to),
        step_meaning(document.stage, to),
        blockers.to_advance(document, to, day),
        may_take(document, to, day, actor),
        stages.is_return(document.stage, to),
    )


def of_sheet(document: Document) -> list[str]:
    """Reservations of the committee matter while it decides."""
    return list(remarks.of_the_sheet(document)) if document.stage == Stage.PRC_REVIEW else []
