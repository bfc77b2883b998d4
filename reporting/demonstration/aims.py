"""Invented results of frameworks and programme documents, the second derived from the first."""

from collections.abc import Iterator, Sequence
from typing import Any

from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkResult,
    ProgrammeResult,
)
from reporting.demonstration.plans import Plan, read_file
from reporting.demonstration.programmes import SOURCE

Goals = dict[tuple[int, str], FrameworkResult]
INVENTED = {"source": SOURCE, "is_invented": True}
WRITTEN = frozenset({"drafting", "prc_review", "approved", "running"})


def invent_results(made: Sequence[tuple[Plan, CountryProgrammeDocument]]) -> None:
    """The frameworks' results first, then those of the documents that are written."""
    written = [(plan, document) for plan, document in made if plan.stage in WRITTEN]
    frameworks = {d.framework_id: d.framework for _plan, d in written if d.framework}
    goals = invent_goals(list(frameworks.values()))
    aims = [aim for plan, document in written for aim in outcomes_of(plan, document, goals)]
    ProgrammeResult.objects.bulk_create(aims)
    ProgrammeResult.objects.bulk_create([output_of(aim, goals) for aim in aims])


def invent_goals(frameworks: Sequence[CooperationFramework]) -> Goals:
    """Outcomes with an output each, for frameworks that have no results on record."""
    goals = [goal for each in frameworks for goal in outcomes_in(each)]
    FrameworkResult.objects.bulk_create(goals)
    outputs = [output_in(goal) for goal in goals]
    FrameworkResult.objects.bulk_create(outputs)
    return {(each.framework_id, each.code): each for each in (*goals, *outputs)}


def outcomes_in(framework: CooperationFramework) -> Iterator[FrameworkResult]:
    """The outcomes of one framework."""
    for place, said in enumerate(read_file()["outcomes"], 1):
        yield FrameworkResult(
            framework=framework,
            level="outcome",
            code=str(place),
            statement=said["statement"],
            position=place,
            **INVENTED,
        )


def output_in(goal: FrameworkResult) -> FrameworkResult:
    """The output below an outcome."""
    return FrameworkResult(
        framework=goal.framework,
        parent=goal,
        level="output",
        code=f"{goal.code}.1",
        statement=read_file()["outcomes"][goal.position - 1]["output"],
        position=goal.position,
        **INVENTED,
    )


def outcomes_of(
    plan: Plan, document: CountryProgrammeDocument, goals: Goals
) -> Iterator[ProgrammeResult]:
    """The outcomes of one document, word for word those of the framework but for its faults."""
    for place, said in enumerate(read_file()["outcomes"], 1):
        fields: dict[str, Any] = {
            "statement": said["statement"],
            "derived_from": goals[document.framework_id or 0, str(place)],
            **{name: said[name] for name in ("indicator", "baseline", "target")},
        }
        if place == len(read_file()["outcomes"]):
            fields |= faulty(plan, document, said)
        yield ProgrammeResult(
            document=document,
            level="outcome",
            code=str(place),
            position=place,
            strategic_plan_result=f"Result area {place}",
            **fields,
            **INVENTED,
        )


def faulty(plan: Plan, document: CountryProgrammeDocument, said: dict[str, str]) -> dict[str, Any]:
    """What is otherwise in the last outcome of a document with a fault."""
    fields: dict[str, Any] = {}
    if plan.has("astray") or plan.has("outside"):
        fields["derived_from"] = None
    if plan.has("outside"):
        fields["outside_justification"] = "The government asked for it after signature."
        fields["outside_rc_noted_on"] = document.rc_consulted_on
    if plan.has("reworded"):
        fields["statement"] = said["statement"].replace("Cities withstand", "Coasts withstand")
    if plan.has("unmeasured"):
        fields["baseline"] = ""
    return fields


def output_of(aim: ProgrammeResult, goals: Goals) -> ProgrammeResult:
    """The output below an outcome, derived from the framework's where the outcome is."""
    goal = aim.derived_from
    return ProgrammeResult(
        document=aim.document,
        parent=aim,
        level="output",
        code=f"{aim.code}.1",
        position=aim.position,
        statement=read_file()["outcomes"][aim.position - 1]["output"],
        derived_from=goals[goal.framework_id, f"{goal.code}.1"] if goal else None,
        strategic_plan_result=aim.strategic_plan_result,
        **INVENTED,
    )
