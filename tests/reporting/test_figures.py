import pytest

from reporting.figures import ComparedFigure, Comparison, Count, compare, count

AGREES, WITHIN, DIFFERS = Comparison.AGREES, Comparison.WITHIN_HEDGE, Comparison.DIFFERS


def counted(value, of_total=100, silent=0):
    return Count(value, of_total, silent, "frameworks", {})


@pytest.mark.parametrize(
    ("qualifier", "value", "found", "comparison"),
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
def test_a_comparison_honours_the_hedge(qualifier, value, found, comparison):
    assert compare(qualifier, value, counted(found)) == comparison


def test_what_no_record_holds_is_not_counted():
    assert compare("exactly", 16, None) == Comparison.NOT_COUNTED


def test_a_day_without_records_cannot_be_compared():
    assert compare("at_least", 45, counted(0, of_total=0)) == Comparison.NOT_COMPARABLE


def figure(qualifier, value, found, of_total=None):
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
        counted=found,
    )


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (figure("at_least", 45, counted(12, 48, silent=36)), "33 still to be named"),
        (figure("at_least", 45, counted(12, 48, silent=32)), "33 fewer in the records"),
        (figure("exactly", 14, counted(16, 18)), "2 more in the records"),
        (figure("more_than", 60, counted(60, 125)), "1 fewer in the records"),
        (figure("at_least", 8, counted(9, 20)), ""),
        (figure("at_least", 15, counted(15, 23), of_total=22), "Of 23 in the records"),
        (figure("at_least", 15, counted(15, 22), of_total=22), ""),
        (figure("exactly", 16, None), "No record holds this."),
        (figure("at_least", 45, counted(0, 0)), "The records hold nothing for that day."),
    ],
)
def test_the_distance_is_said_in_words(shown, words):
    assert shown.explanation == words


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
COUNTRIES = [
    {"coverage": [COVERED], "presence": {"kind": "physical"}},
    {"coverage": [COVERED], "presence": None},
    {"coverage": [{**COVERED, "ends_on": "2025-01-27"}], "presence": {"kind": "physical"}},
    {"coverage": [{**COVERED, "starts_on": "2025-01-28"}], "presence": None},
    {"coverage": [], "presence": None},
]
REGISTER = {"frameworks": FRAMEWORKS, "countries": COUNTRIES}


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


def test_countries_are_counted_where_the_office_serves_them_on_the_day():
    scope = {"office": "ROAF", "covered_on": "2025-01-27"}
    assert count("countries_served", "ROAF", "2025-01-27", REGISTER) == Count(
        2, None, 0, "countries", scope
    )
    assert count("countries_with_presence", "ROAF", "2025-01-27", REGISTER) == Count(
        1, 2, 1, "countries", {**scope, "presence": "physical"}
    )


@pytest.mark.parametrize("measure", ["countries_with_projects", "countries_with_cca_support"])
def test_some_measures_have_no_records(measure):
    assert count(measure, "ROAS", "2025-01-27", REGISTER) is None
