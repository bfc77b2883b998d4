"""Headlines: sentences made from the data by rules, the same for every office and country.

A headline is a finding, not a label. Each is one whole sentence to translate; numbers and
names are its only gaps. No rule praises or blames. One module for each subject.
"""

from reporting.headlines.answers import all_answers, chosen_answers
from reporting.headlines.constraints import constraint, most_named, most_named_title
from reporting.headlines.figures import agreement
from reporting.headlines.fractions import in_words
from reporting.headlines.movements import (
    carried,
    changed,
    lapsed,
    most_moved,
    moved,
    narrowed,
    over_rounds,
    reworded,
)
from reporting.headlines.parts import extremes, full_everywhere, part, risen
from reporting.headlines.reasons import (
    held_back,
    held_back_count,
    held_back_lead,
    most,
    next_steps_due,
    spread,
)
from reporting.headlines.teams import engagement
from reporting.headlines.whole import unassessed, whole

__all__ = [
    "agreement",
    "all_answers",
    "carried",
    "changed",
    "chosen_answers",
    "constraint",
    "engagement",
    "extremes",
    "full_everywhere",
    "held_back",
    "held_back_count",
    "held_back_lead",
    "in_words",
    "lapsed",
    "most",
    "most_moved",
    "most_named",
    "most_named_title",
    "moved",
    "narrowed",
    "next_steps_due",
    "over_rounds",
    "part",
    "reworded",
    "risen",
    "spread",
    "unassessed",
    "whole",
]
