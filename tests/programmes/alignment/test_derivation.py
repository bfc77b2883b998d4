"""A01 and A02: the framework is named, and it is that of the country's team."""

from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from tests.programmes.alignment.world import a_case, a_document, a_framework, judged

FRAMEWORK = a_framework()
OF_ISLANDS = a_framework(team="PACIFIC")
REASON = "The government and the country team agreed on none"

NAMES = [
    ({"framework": FRAMEWORK}, "passed"),
    ({"no_framework_reason": REASON}, "passed"),
    ({"stage": "unknown"}, ("framework",)),
    ({"stage": "ended"}, ("framework",)),
    ({"stage": "launching"}, None),
    ({"stage": "launching", "approved_on": date(2025, 1, 1)}, "A01.unnamed"),
    ({"stage": "unknown", "approved_on": date(2025, 1, 1)}, "A01.unnamed"),
    ({"stage": "drafting"}, "A01.unnamed"),
    ({"stage": "prc_review"}, "A01.unnamed"),
    ({"stage": "approved"}, "A01.unnamed"),
    ({"stage": "running"}, "A01.unnamed"),
]


@pytest.mark.parametrize(("facts", "says"), NAMES)
def test_a_document_names_its_framework_or_says_why_there_is_none(facts, says):
    assert judged("A01", a_document(**facts)) == says


TEAMS = [
    ({"framework": FRAMEWORK}, "KEN", "passed"),
    ({"framework": OF_ISLANDS}, "PACIFIC", "passed"),
    ({"framework": OF_ISLANDS}, "KEN", "A02.elsewhere"),
    ({"framework": FRAMEWORK}, None, "A02.teamless"),
    ({}, "KEN", ("framework",)),
    ({"no_framework_reason": REASON}, "KEN", None),
    ({"stage": "launching"}, "KEN", None),
    ({"stage": "drafting"}, "KEN", None),
    ({"stage": "drafting", "framework": OF_ISLANDS}, "KEN", "A02.elsewhere"),
]


@pytest.mark.parametrize(("facts", "team", "says"), TEAMS)
def test_the_framework_is_that_of_the_countrys_team(facts, team, says):
    assert judged("A02", a_document(**facts), a_case(team=team)) == says
