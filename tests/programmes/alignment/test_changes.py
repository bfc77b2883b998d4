"""A06: a framework that changed after approval calls for a check since then."""

from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.outcomes import finding
from programmes.alignment.registry import RULES
from tests.programmes.alignment.world import a_case, a_document, a_framework, judged

APPROVED = date(2024, 2, 29)
FIRST_END = date(2025, 12, 31)
PLAIN = a_framework()
UNDATED = a_framework(original_ends_on=FIRST_END)


def extended(day):
    return a_framework(original_ends_on=FIRST_END, extended_on=day)


def following(**facts):
    said = {"pk": 2, "starts_on": date(2028, 1, 1), "ends_on": date(2032, 12, 31)}
    return a_framework(**{**said, **facts})


EXTENSIONS = [
    (PLAIN, {"approved_on": APPROVED}, "passed"),
    (PLAIN, {}, "passed"),
    (extended(date(2024, 2, 28)), {"approved_on": APPROVED}, "passed"),
    (extended(APPROVED), {"approved_on": APPROVED}, "passed"),
    (extended(date(2024, 3, 1)), {"approved_on": APPROVED}, "A06.changed"),
    (
        extended(date(2024, 3, 31)),
        {"approved_on": APPROVED, "rechecked_on": date(2024, 3, 30)},
        "A06.changed",
    ),
    (
        extended(date(2024, 3, 31)),
        {"approved_on": APPROVED, "rechecked_on": date(2024, 3, 31)},
        "passed",
    ),
    (extended(date(2024, 3, 31)), {"rechecked_on": date(2024, 3, 31)}, "passed"),
    (extended(date(2024, 3, 31)), {}, ("approved_on",)),
    (UNDATED, {"approved_on": APPROVED}, ("extended_on",)),
    (UNDATED, {"approved_on": APPROVED, "rechecked_on": date(2026, 1, 1)}, ("extended_on",)),
    (UNDATED, {}, ("approved_on", "extended_on")),
    (extended(date(2026, 5, 5)), {"approved_on": APPROVED}, "A06.changed"),
    (extended(date(2026, 5, 6)), {"approved_on": APPROVED}, "passed"),
    (extended(date(2024, 3, 1)), {"stage": "prc_review"}, None),
    (extended(date(2024, 3, 1)), {"approved_on": APPROVED, "stage": "ended"}, None),
    (
        extended(date(2024, 3, 1)),
        {"approved_on": APPROVED, "ends_on": date(2026, 5, 5)},
        "A06.changed",
    ),
    (extended(date(2024, 3, 1)), {"approved_on": APPROVED, "ends_on": date(2026, 5, 4)}, None),
    (None, {"approved_on": APPROVED}, ("framework",)),
    (None, {"approved_on": APPROVED, "no_framework_reason": "None was agreed"}, None),
]


@pytest.mark.parametrize(("framework", "facts", "says"), EXTENSIONS)
def test_an_extension_after_approval_calls_for_a_check(framework, facts, says):
    document = a_document(framework=framework, **facts)
    assert judged("A06", document, a_case(framework or PLAIN)) == says


SUCCESSORS = [
    ((following(signed_on=date(2026, 4, 30)),), "A06.changed"),
    ((following(signed_on=APPROVED),), "passed"),
    ((following(signed_on=None),), ("successor_signed_on",)),
    ((following(signed_on=date(2026, 4, 30), predecessor=1),), "A06.changed"),
    ((following(signed_on=date(2026, 4, 30), predecessor=9),), "passed"),
    (
        (
            following(signed_on=APPROVED),
            following(pk=3, starts_on=date(2033, 1, 1), signed_on=date(2026, 4, 30)),
        ),
        "passed",
    ),
    ((a_framework(pk=3, starts_on=date(2018, 1, 1), signed_on=date(2026, 4, 30)),), "passed"),
]


@pytest.mark.parametrize(("others", "says"), SUCCESSORS)
def test_a_successor_signed_after_approval_calls_for_a_check(others, says):
    document = a_document(framework=PLAIN, approved_on=APPROVED)
    assert judged("A06", document, a_case(PLAIN, *others)) == says


def test_a_framework_of_another_team_is_the_matter_of_another_rule():
    document = a_document(framework=extended(date(2026, 1, 1)), approved_on=APPROVED)
    assert judged("A06", document, a_case(team="UGA")) is None


def test_what_is_found_names_the_change_that_was_not_checked():
    framework = extended(date(2024, 3, 1))
    document = a_document(framework=framework, approved_on=APPROVED, rechecked_on=date(2025, 6, 30))
    successor = following(signed_on=date(2025, 7, 1))

    outcome = RULES["A06"].check(document, a_case(framework, successor))

    assert outcome == finding(
        "A06.changed",
        others=("frameworks/1", "frameworks/2"),
        approved_on=APPROVED,
        extended_on=None,
        framework_ended=FIRST_END,
        framework_ends=date(2027, 12, 31),
        successor_signed_on=date(2025, 7, 1),
        rechecked_on=date(2025, 6, 30),
    )
