"""What facts propose, item by item; what is not on record proposes nothing."""

from datetime import date
from decimal import Decimal

import pytest

from checklist.proposals.proposing import PROPOSERS
from checklist.proposals.words import because
from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.facts import Contribution, Country, Goal, Item, Part, Result, Team
from programmes.alignment.of_team import Surroundings
from tests.programmes.alignment.world import DAY, a_document, a_framework

RULES_ON = {code: {} for code in ("A03", "A04", "A05", "A17")}


def a_part(**facts):
    open_ends = dict.fromkeys(("valid_from", "valid_to", "as_of"))
    return Part(**{"signatory": "unknown", "level": "unknown", **open_ends, **facts})


def an_item(year=2026, *, ours=True, money=True):
    amount = Decimal(1) if money else None
    return Item(1, year, "KEN", "1.1", ours, amount, amount, amount)


def a_result(goal_framework, level="outcome"):
    goal = Goal(1, "outcome", "1", "Homes") if goal_framework else None
    nothing = dict.fromkeys(
        ("strategic_plan_result", "indicator", "baseline", "target", "outside_justification"), ""
    )
    return Result(
        pk=1,
        parent=None,
        level=level,
        code="1",
        statement="Homes",
        goal=goal,
        goal_framework=goal_framework,
        outside_rc_noted_on=None,
        **nothing,
    )


def proposed(item, *countries, rules=RULES_ON, **facts):
    """The verdict that is proposed, or what is missing."""
    framework = a_framework(**facts)
    team = Team("KEN", "ROAF", tuple(each.iso3 for each in countries), (framework,))
    found = PROPOSERS[item](Surroundings(team, countries, rules), DAY)
    assert because(found)
    return found.kind or found.missing


def a_country(iso3="KEN", presence=None, documents=(), contributions=()):
    return Country(iso3, "ROAF", "KEN", presence, tuple(documents), tuple(contributions))


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (a_part(signatory="yes"), "full"),
        (a_part(signatory="no"), "not_started"),
        (a_part(), ("signatory",)),
        (a_part(signatory="yes", valid_to=date(2026, 5, 4)), ("signatory",)),
        (a_part(signatory="yes", valid_to=DAY), "full"),
        (a_part(signatory="yes", valid_from=DAY), "full"),
        (a_part(signatory="yes", valid_from=date(2026, 5, 6)), ("signatory",)),
    ],
)
def test_a_signature_counts_while_it_is_on_record(part, expected):
    assert proposed("NGT-05", parts=(part,)) == expected


def test_without_a_framework_that_runs_nothing_is_proposed():
    past = {"starts_on": date(2018, 1, 1), "ends_on": date(2026, 5, 4)}
    for item in ("NGT-05", "NGT-06", "NGT-07"):
        assert proposed(item, **past) == ("running_framework",)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("active", "full"),
        ("light", "partial"),
        ("none", "not_started"),
        ("unknown", ("level",)),
    ],
)
def test_active_is_full_and_light_is_partial(level, expected):
    assert proposed("NGT-06", parts=(a_part(level=level),)) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((), ("work_plan",)),
        ((an_item(),), "full"),
        ((an_item(), an_item(money=False)), "partial"),
        ((an_item(money=False),), "partial"),
        ((an_item(ours=False),), "not_started"),
        ((an_item(2025), an_item(2026, ours=False)), "not_started"),
        ((an_item(2026), an_item(2027, ours=False)), "full"),
        ((an_item(2027),), ("work_plan",)),
    ],
)
def test_the_newest_work_plan_up_to_this_year_speaks(items, expected):
    assert proposed("NGT-07", items=items) == expected


FRAMEWORK = a_framework()


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (None, ("document",)),
        (a_document(generation="earlier", framework=FRAMEWORK), ("document",)),
        (a_document(stage="withdrawn", framework=FRAMEWORK), ("document",)),
        (a_document(), ("framework",)),
        (a_document(framework=FRAMEWORK), ("outcomes",)),
        (a_document(framework=FRAMEWORK, results=(a_result(1),)), "full"),
        (a_document(framework=FRAMEWORK, results=(a_result(1), a_result(None))), "partial"),
        (a_document(framework=FRAMEWORK, results=(a_result(2),)), "not_started"),
        (a_document(framework=FRAMEWORK, results=(a_result(1, "output"),)), ("outcomes",)),
    ],
)
def test_outcomes_are_derived_from_the_framework_the_document_names(document, expected):
    country = a_country(documents=[document] if document else [])
    assert proposed("NGT-01", country) == expected


def test_periods_are_judged_by_the_rules_that_are_on():
    whole = {"starts_on": date(2023, 1, 1), "ends_on": date(2027, 12, 31)}
    aligned = a_country(documents=[a_document(framework=FRAMEWORK, **whole)])
    early = {**whole, "ends_on": date(2026, 12, 31)}
    short = a_country("UGA", documents=[a_document(framework=FRAMEWORK, **early)])
    silent = a_country(documents=[a_document(framework=FRAMEWORK)])

    assert proposed("NGT-03", aligned) == "full"
    assert proposed("NGT-03", short) == "partial"
    assert proposed("NGT-03", aligned, short) == "partial"
    assert proposed("NGT-03", silent) == ("starts_on", "ends_on")
    assert proposed("NGT-03", aligned, rules={}) == ("rules",)
    assert proposed("NGT-03", short, rules={"A05": {"months": 12}}) == "full"


@pytest.mark.parametrize(
    ("given_on", "kind", "expected"),
    [
        (date(2024, 5, 5), "analysis", "full"),
        (date(2024, 5, 4), "analysis", "partial"),
        (DAY, "analysis", "full"),
        (date(2026, 5, 6), "analysis", ("contribution",)),
        (None, "analysis", ("contribution",)),
        (DAY, "design", ("contribution",)),
    ],
)
def test_a_contribution_to_the_analysis_counts_for_two_years(given_on, kind, expected):
    country = a_country(contributions=[Contribution(kind, given_on, None)])
    assert proposed("NGT-04", country) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("yes",), "full"),
        (("no",), "not_started"),
        (("yes", "no"), "partial"),
        (("yes", "unknown"), ("south_south_section",)),
    ],
)
def test_every_document_of_a_team_has_the_section_on_south_south_cooperation(said, expected):
    documents = [a_document(south_south_section=each) for each in said]
    countries = [a_country(f"C{n:02}", documents=[each]) for n, each in enumerate(documents)]
    assert proposed("NGT-11", *countries) == expected


@pytest.mark.parametrize(
    ("presence", "expected"),
    [
        (("physical",), "full"),
        (("non_resident",), "full"),
        (("none",), "not_started"),
        (("limited", "none"), "partial"),
        (("physical", None), ("presence",)),
    ],
)
def test_a_team_is_attended_from_near_or_far(presence, expected):
    countries = [a_country(f"C{n:02}", presence=each) for n, each in enumerate(presence)]
    assert proposed("NGT-10", *countries) == expected
