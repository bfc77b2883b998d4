"""Frameworks and programme documents as they may come: many on the same day, or a day apart."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.programmes.alignment.world import (
    Contribution,
    a_case,
    a_document,
    a_framework,
    a_goal,
    a_result,
)

EARLY = [date(2022, 1, 1), date(2023, 1, 1), date(2023, 7, 1), date(2024, 2, 29)]
LATE = [
    date(2025, 2, 28),
    date(2025, 6, 30),
    date(2025, 8, 31),
    date(2025, 12, 31),
    date(2027, 12, 31),
    date(2028, 2, 29),
]
"""Ends of months and years, July cycles, leap days."""


def near(turns, first, last):
    """A day at a turn or a day beside it; now and then any day."""
    steps = st.sampled_from([timedelta(0), timedelta(0), timedelta(1), timedelta(-1)])
    return st.builds(date.__add__, st.sampled_from(turns), steps) | st.dates(first, last)


BEGINNINGS = near(EARLY, date(2022, 1, 1), date(2024, 12, 31))
ENDS = near(LATE, date(2025, 1, 1), date(2029, 12, 31))
DAYS = BEGINNINGS | ENDS
PERHAPS = st.sampled_from(range(4)).flatmap(lambda turn: DAYS if turn else st.none())
STAGES = st.sampled_from(
    ["unknown", "launching", "drafting", "prc_review", "approved", "running", "running", "ended"]
)
ON_RECORD = st.sampled_from(["yes", "no", "unknown"])
RARELY = st.sampled_from(["", "", "", "Agreed in writing"])
STATEMENTS = st.sampled_from(["", "Homes for all", "homes  for all.", "Water for all"])
LEVELS = st.sampled_from(["strategic_priority", "outcome", "output", "sub_output"])


@st.composite
def frameworks(draw):
    """A framework, extended or not, the day of the extension on record or not."""
    end = draw(ENDS)
    first = draw(st.none() | ENDS.filter(lambda day: day != end))
    return a_framework(
        team=draw(st.sampled_from(["KEN"] * 7 + ["UGA"])),
        starts_on=draw(BEGINNINGS),
        ends_on=end,
        original_ends_on=first,
        extended_on=draw(PERHAPS) if first else None,
        goals=draw(st.sampled_from([(), (a_goal(11), a_goal(12, "output"))])),
    )


@st.composite
def other_frameworks(draw):
    """Others of the team, each named after the first or not, signed or not on record."""
    starts = draw(st.lists(DAYS, max_size=2, unique=True))
    return tuple(
        a_framework(
            pk=number,
            starts_on=start,
            ends_on=start + timedelta(days=365),
            signed_on=draw(PERHAPS),
            predecessor=draw(st.sampled_from([None, 1, 9])),
        )
        for number, start in enumerate(starts, 2)
    )


@st.composite
def documents(draw, framework, **facts):
    """A programme document of which any fact on its way to approval may be missing."""
    its = framework or a_framework()
    begins = st.none() | BEGINNINGS | near([its.starts_on], its.starts_on, its.starts_on)
    turns = [day for day in (its.ends_on, its.original_ends_on) if day]
    ends = st.none() | ENDS | near(turns, its.ends_on, its.ends_on)
    steps = ("rc_consulted_on", "prc_reviewed_on", "approved_on", "rechecked_on")
    said = {
        "starts_on": draw(begins),
        "ends_on": draw(ends),
        "framework": framework,
        "stage": draw(STAGES),
        "prc_decision": draw(st.sampled_from(["unknown", "approved", "conditional", "returned"])),
        "no_framework_reason": draw(RARELY),
        "extension_citation": draw(RARELY),
        **{name: draw(PERHAPS) for name in steps},
    }
    return a_document(**{**said, **facts})


@st.composite
def contents(draw):
    """What a programme document says, and what a short one is."""
    sections = ("south_south_section", "results_section", "lessons_section")
    return {
        "derivation": draw(st.sampled_from(["A", "B", "C", "C", "unknown"])),
        "kind": draw(st.sampled_from(["full", "short"])),
        "is_interim": draw(st.booleans()),
        "replacement_plan": draw(RARELY),
        "government_signed_on": draw(PERHAPS),
        "interim_until": draw(PERHAPS),
        "results": tuple(draw(st.lists(results(), max_size=3))),
        **{name: draw(ON_RECORD) for name in sections},
    }


@st.composite
def results(draw):
    """A result, linked well, wrongly or not at all."""
    goal = draw(st.none() | st.builds(a_goal, st.sampled_from([11, 12]), LEVELS))
    pk = draw(st.integers(21, 29))
    texts = ("strategic_plan_result", "indicator", "baseline", "target", "outside_justification")
    return a_result(
        goal,
        pk=pk,
        code=str(pk),
        level=draw(LEVELS),
        statement=draw(STATEMENTS),
        goal_framework=draw(st.sampled_from([1, 1, 5])) if goal else None,
        outside_rc_noted_on=draw(PERHAPS),
        parent=draw(st.none() | st.integers(21, 29)),
        **{name: draw(RARELY) for name in texts},
    )


CONTRIBUTIONS = st.lists(
    st.builds(
        Contribution,
        st.sampled_from(["analysis", "analysis", "design"]),
        PERHAPS,
        st.sampled_from([None, None, 1, 9]),
    ),
    max_size=2,
)


@st.composite
def cases(draw, content=None):
    """A programme document in its surroundings, on a day."""
    framework = draw(frameworks())
    named = draw(st.sampled_from([framework] * 5 + [None]))
    document = draw(documents(named, **(draw(content) if content is not None else {})))
    generation = draw(st.sampled_from(["new", "new", "earlier"]))
    stage = draw(st.sampled_from(["withdrawn", "drafting", "approved", "running"]))
    follower = a_document(
        pk=8, generation=generation, stage=stage, starts_on=draw(st.none() | DAYS)
    )
    case = a_case(
        *((framework,) if framework.team == "KEN" else ()),
        *draw(other_frameworks()),
        day=draw(DAYS),
        documents=draw(st.sampled_from([(document,), (document, follower)])),
        contributions=draw(CONTRIBUTIONS),
        parameters={"months": draw(st.integers(0, 24))},
    )
    return document, case
