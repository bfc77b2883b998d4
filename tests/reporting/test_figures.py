import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.comparing import Comparison, compare
from reporting.counting import Count, count, counted
from reporting.figures import ComparedFigure, Reconciled, differing
from reporting.models.figures import Measure, Qualifier

AGREES, WITHIN, DIFFERS = Comparison.AGREES, Comparison.WITHIN_HEDGE, Comparison.DIFFERS


def found(value, of_total=100, silent=0):
    return Count(value, of_total, silent, "frameworks", {})


@pytest.mark.parametrize(
    ("qualifier", "value", "number", "comparison"),
    [
        ("exactly", 14, 14, AGREES),
        ("exactly", 14, 13, DIFFERS),
        ("exactly", 14, 15, DIFFERS),
        ("at_least", 45, 44, DIFFERS),
        ("at_least", 45, 45, AGREES),
        ("at_least", 45, 47, WITHIN),
        ("more_than", 60, 60, DIFFERS),
        ("more_than", 60, 61, WITHIN),
        ("more_than", 60, 59, DIFFERS),
        ("up_to", 10, 11, DIFFERS),
        ("up_to", 10, 10, AGREES),
        ("up_to", 10, 3, WITHIN),
        ("about", 15, 15, AGREES),
        ("about", 15, 17, WITHIN),
        ("about", 15, 13, WITHIN),
        ("about", 15, 18, DIFFERS),
        ("about", 3, 4, WITHIN),
        ("about", 3, 5, DIFFERS),
        ("all", 18, 18, AGREES),
        ("all", 18, 17, DIFFERS),
        ("all", 18, 19, DIFFERS),
    ],
)
def test_a_comparison_honours_the_hedge(qualifier, value, number, comparison):
    whole = number if qualifier == "all" else 100
    assert compare(qualifier, value, found(number, whole)) == comparison


def test_all_is_broken_where_the_records_know_of_more():
    assert compare("all", 18, found(18, of_total=20)) == DIFFERS
    assert compare("all", 18, found(18, of_total=None)) == AGREES


def holds(qualifier, value, number, whole):
    """The hedge as a reader understands it, one number after the other."""
    slack = max(1, (2 * value + 10) // 20)
    return {
        "exactly": number == value,
        "all": number == value and whole in (None, number),
        "at_least": number >= value,
        "more_than": number > value,
        "up_to": number <= value,
        "about": value - slack <= number <= value + slack,
    }[qualifier]


@given(
    qualifier=st.sampled_from(Qualifier.values),
    value=st.integers(0, 200),
    number=st.integers(0, 200),
    more=st.one_of(st.none(), st.integers(0, 50)),
)
def test_a_broken_hedge_never_agrees_and_a_kept_one_never_differs(qualifier, value, number, more):
    whole = None if more is None else number + more
    comparison = compare(qualifier, value, found(number, whole))
    if whole == 0:
        assert comparison == Comparison.NOT_COMPARABLE
    else:
        assert (comparison != DIFFERS) == holds(qualifier, value, number, whole)
        assert comparison != AGREES or number == value


@given(
    qualifier=st.sampled_from(Qualifier.values),
    value=st.integers(0, 200),
    number=st.integers(0, 200),
    silent=st.integers(0, 200),
)
def test_every_difference_is_said_with_its_hedge_and_both_numbers(qualifier, value, number, silent):
    shown = figure(qualifier, value, found(number, number + silent or None, silent))
    words = shown.explanation
    hedge = {"at_least": "At least ", "more_than": "Over ", "about": "About ", "up_to": "Up to "}
    start = hedge.get(qualifier, "All " if qualifier == "all" else "")
    assert not shown.differs or words.startswith(f"{start}{value} reported, {number} ")
    if shown.differs and number < value:
        missing = value + (qualifier == "more_than") - number  # "over 60" is 61 at least
        assert ("still to be named" in words) == (0 < missing <= silent)


def test_what_no_record_holds_is_not_counted():
    assert compare("exactly", 16, None) == Comparison.NOT_COUNTED


def test_a_day_without_records_cannot_be_compared():
    assert compare("at_least", 45, found(0, of_total=0)) == Comparison.NOT_COMPARABLE


def figure(qualifier, value, count_, of_total=None, **fields):
    return ComparedFigure(
        office="ROAF",
        measure="frameworks_signed",
        unit="frameworks",
        meaning="",
        qualifier=qualifier,
        value=value,
        of_total=of_total,
        of_total_qualifier="exactly" if of_total else "",
        as_of="2025-01-27",
        document="HSP/EB.2025/8",
        paragraph="12",
        counted=count_,
        **fields,
    )


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (
            figure("at_least", 45, found(12, 48, silent=36)),
            "At least 45 reported, 12 recorded, 33 still to be named.",
        ),
        (
            figure("at_least", 45, found(12, 44, silent=32)),
            (
                "At least 45 reported, 12 recorded, 33 missing: 32 at most in records that do "
                "not say yet, 1 in no record."
            ),
        ),
        (
            figure("at_least", 45, found(12, 44)),
            "At least 45 reported, 12 recorded, 33 fewer in the records.",
        ),
        (
            figure("exactly", 25, found(12, 40, silent=20), of_total=45),
            "25 of 45 reported, 12 recorded, 13 still to be named.",
        ),
        (
            figure("exactly", 14, found(16, 18)),
            "14 reported, 16 recorded, 2 more in the records.",
        ),
        (
            figure("more_than", 60, found(60, 125)),
            "Over 60 reported, 60 recorded, 1 fewer in the records.",
        ),
        (
            figure("about", 15, found(10, None, silent=9)),
            "About 15 reported, 10 recorded, about 5 still to be named.",
        ),
        (
            figure("up_to", 10, found(12, 20)),
            "Up to 10 reported, 12 recorded, 2 more in the records.",
        ),
        (
            figure("all", 18, found(16, 18, silent=2), of_total=18),
            "All 18 of 18 reported, 16 recorded, 2 still to be named.",
        ),
        (
            figure("all", 18, found(18, 20), of_total=18),
            "All 18 of 18 reported, 18 of 20 recorded.",
        ),
        (
            figure("at_least", 8, found(9, 20)),
            "At least 8 reported, 9 recorded, which the hedge covers.",
        ),
        (
            figure("at_least", 15, found(15, 23), of_total=22),
            "At least 15 of 22 reported, 15 of 23 recorded.",
        ),
        (figure("at_least", 15, found(15, 22), of_total=22), ""),
        (figure("exactly", 16, None), "No record holds this."),
        (figure("at_least", 45, found(0, 0)), "The records hold nothing for that day."),
    ],
)
def test_what_lies_between_is_said_in_a_whole_sentence_with_the_hedge(shown, words):
    assert shown.explanation == words


THEN = Reconciled(
    reason="The list of names is with the office.",
    on="2025-03-10",
    comparison="differs",
    counted=12,
    value=45,
    qualifier="at_least",
    of_total=None,
    of_total_qualifier="",
)


def test_a_reconciled_difference_is_still_shown_and_no_longer_to_note():
    shown = figure("at_least", 45, found(12, 48, silent=36), reconciled=THEN)
    assert (shown.differs, shown.is_reconciled, differing([shown])) == (True, True, [])
    assert shown.reconciliation == (
        "Reconciled on 10 March 2025: The list of names is with the office."
    )


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (
            figure("at_least", 45, found(14, 48), reconciled=THEN),
            "Reconciled on 10 March 2025 when 12 were counted; now 14.",
        ),
        (
            figure("at_least", 44, found(12, 48), reconciled=THEN),
            "Reconciled on 10 March 2025 when at least 45 was reported; now at least 44.",
        ),
        (
            figure("exactly", 45, found(12, 48), reconciled=THEN),
            "Reconciled on 10 March 2025 when at least 45 was reported; now 45.",
        ),
    ],
)
def test_another_count_or_another_reported_value_brings_the_difference_back(shown, words):
    assert (shown.is_reconciled, differing([shown])) == (False, [shown])
    assert shown.reconciliation == words


def test_what_does_not_differ_any_more_needs_no_reconciling():
    shown = figure("at_least", 45, found(47, 48), reconciled=THEN)
    assert (shown.is_reconciled, differing([shown])) == (False, [])
    assert shown.reconciliation == "Reconciled on 10 March 2025; now the two do not differ."


def framework(office="ROAF", starts_on="2023-01-01", ends_on="2027-12-31", **engagement):
    part = engagement or None
    return {
        "office": office,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "engagement": part,
        "engagements": [{"valid_from": None, "valid_to": None, **part}] if part else [],
    }


FRAMEWORKS = [
    framework(signatory="yes", level="active"),
    framework(signatory="yes", level="light"),
    framework(signatory="no", level="none"),
    framework(),
    framework(office="ROAS", signatory="yes", level="active"),
    framework(ends_on="2024-12-31", signatory="yes", level="active"),
]
COVERED = {"office": "ROAF", "starts_on": None, "ends_on": None}
HERE = {"kind": "physical", "projects": "yes"}


def country(iso3, *coverage, presence=None, contributions=()):
    rows = [{"kind": "analysis", "given_on": day} for day in contributions]
    return {"iso3": iso3, "coverage": coverage, "presence": presence, "contributions": rows}


COUNTRIES = [
    country("KEN", COVERED, presence=HERE, contributions=["2025-01-27"]),
    country("NGA", COVERED, contributions=[None, "2025-01-28"]),
    country("EGY", {**COVERED, "ends_on": "2025-01-27"}, presence=HERE),
    country("SDN", {**COVERED, "starts_on": "2025-01-28"}),
    country("USA"),
]


def document(iso3="KEN", **fields):
    period = {"starts_on": "2023-01-01", "ends_on": "2026-12-31"}
    defaults = {"generation": "new", "stage": "running", "framework_starts_on": "2023-01-01"}
    return {"country": iso3, "outcomes": [], **period, **defaults, **fields}


OF_FRAMEWORK = {"is_of_framework": True, "is_justified": False}
DOCUMENTS = [
    document(outcomes=[OF_FRAMEWORK, {"is_of_framework": False, "is_justified": True}]),
    document("NGA", starts_on=None, ends_on=None, stage="unknown", framework_starts_on=None),
    document("NGA", stage="withdrawn", outcomes=[OF_FRAMEWORK]),
    document("NGA", starts_on="2025-01-28", outcomes=[OF_FRAMEWORK]),
    document("KEN", generation="earlier", ends_on="2022-12-31", starts_on="2018-01-01"),
    document("EGY"),
]
REGISTER = {
    "frameworks": FRAMEWORKS,
    "countries": COUNTRIES,
    "programme_documents": DOCUMENTS,
}


@pytest.mark.parametrize(
    ("measure", "value", "of_total", "silent", "filters"),
    [
        ("frameworks_signed", 2, 4, 1, {"signatory": "yes"}),
        ("frameworks_actively_engaged", 1, 2, 1, {"signatory": "yes", "level": "active"}),
        ("frameworks_lightly_engaged", 1, 4, 1, {"level": "light"}),
        ("countries_actively_engaged", 1, 4, 1, {"level": "active"}),
    ],
)
def test_frameworks_are_counted_where_they_run_on_the_day(
    measure, value, of_total, silent, filters
):
    scope = {"office": "ROAF", "running_on": "2025-01-27"}
    found = count(measure, "ROAF", "2025-01-27", REGISTER)
    assert found == Count(value, of_total, silent, "frameworks", {**scope, **filters})


@pytest.mark.parametrize(
    ("measure", "value", "of_total", "silent", "filters"),
    [
        ("countries_served", 2, None, 0, {}),
        ("countries_with_presence", 1, 2, 1, {"presence": "physical"}),
        ("countries_with_projects", 1, 2, 1, {"projects": "yes"}),
        ("countries_with_cca_support", 1, 2, 1, {"analysis": "yes"}),
    ],
)
def test_countries_are_counted_where_the_office_serves_them_on_the_day(
    measure, value, of_total, silent, filters
):
    scope = {"office": "ROAF", "covered_on": "2025-01-27"}
    found = count(measure, "ROAF", "2025-01-27", REGISTER)
    assert found == Count(value, of_total, silent, "countries", {**scope, **filters})


@pytest.mark.parametrize(
    ("measure", "value", "of_total", "silent", "filters"),
    [
        ("hcpds_new_generation", 2, 3, 0, {"generation": "new"}),
        ("hcpds_derived", 1, 2, 1, {"generation": "new", "derived": "yes"}),
        ("hcpds_running", 1, 3, 1, {"running": "yes"}),
    ],
)
def test_programme_documents_are_counted_where_the_office_serves_their_country(
    measure, value, of_total, silent, filters
):
    scope = {"office": "ROAF", "on_record_on": "2025-01-27"}
    found = count(measure, "ROAF", "2025-01-27", REGISTER)
    assert found == Count(value, of_total, silent, "programme-documents", {**scope, **filters})


def test_the_counted_and_the_silent_rows_can_be_named():
    rows = counted("countries_with_cca_support", "ROAF", "2025-01-27", REGISTER)
    assert [row["iso3"] for row in rows.rows] == ["KEN"]
    assert [row["iso3"] for row in rows.silent] == ["NGA"]


def test_every_measure_can_be_counted():
    assert all(count(each, "ROAF", "2025-01-27", REGISTER) for each in Measure)
