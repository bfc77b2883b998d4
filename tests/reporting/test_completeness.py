"""What counts as a specific contribution on record, and the sentences that say how much is."""

import pytest

from reporting.completeness import Completeness, Recorded, recorded
from reporting.headlines import contributions as headlines


@pytest.mark.parametrize(
    ("framework", "found"),
    [
        (None, Recorded.NO_FRAMEWORK),
        ({"engagement": None}, Recorded.NO),
        ({"engagement": {"specific_contribution": ""}}, Recorded.NO),
        ({"engagement": {"specific_contribution": "  "}}, Recorded.NO),
        ({"engagement": {"specific_contribution": "Plans with counties."}}, Recorded.YES),
    ],
)
def test_a_line_is_recorded_where_the_part_in_the_running_framework_tells_it(framework, found):
    assert recorded(framework) is found


def test_a_team_without_a_framework_is_no_part_of_the_bar():
    found = Completeness.of([Recorded.YES, Recorded.NO, Recorded.NO, Recorded.NO_FRAMEWORK])
    assert (found.recorded, found.frameworks, found.teams) == (1, 3, 4)
    assert not found.is_complete


def test_nothing_to_record_is_not_complete():
    assert not Completeness(without_framework=3).is_complete
    assert Completeness(recorded=3).is_complete


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Completeness(), "No country team is on record"),
        (
            Completeness(0, 1),
            "No specific contribution is on record for the 1 country team",
        ),
        (
            Completeness(0, 3, 1),
            "No specific contribution is on record for any of 4 country teams",
        ),
        (
            Completeness(1, 0),
            "One line of specific contribution is on record for 1 of 1 country team",
        ),
        (
            Completeness(71, 41, 13),
            "One line of specific contribution is on record for 71 of 125 country teams",
        ),
    ],
)
def test_the_headline_counts_teams(found, words):
    assert headlines.on_record(found) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Completeness(without_framework=2), ""),
        (Completeness(2), "Every framework that runs has its line."),
        (
            Completeness(2, 1),
            "1 framework runs without a line on record; not recorded is not “none”.",
        ),
        (
            Completeness(2, 7),
            "7 frameworks run without a line on record; not recorded is not “none”.",
        ),
    ],
)
def test_what_is_missing_is_said(found, words):
    assert headlines.missing(found) == words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("Africa", Completeness(1, 1))], "The record by office"),
        (
            [("Africa", Completeness(1, 1)), ("Arab States", Completeness(2, 2))],
            "The record is as full in one office as in the other",
        ),
        (
            [("Africa", Completeness(1, 3)), ("Arab States", Completeness(3, 1))],
            "The record is fullest in Arab States (3 of 4) and emptiest in Africa (1 of 4)",
        ),
    ],
)
def test_offices_are_compared_by_their_bars(rows, words):
    assert headlines.by_office(rows) == words


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        (0, "Every framework that UN-Habitat signed has its line on record"),
        (
            1,
            "1 framework that UN-Habitat signed has no line of specific contribution on record",
        ),
        (
            9,
            "9 frameworks that UN-Habitat signed have no line of specific contribution on record",
        ),
    ],
)
def test_signed_frameworks_without_a_line_are_counted(signed, words):
    assert headlines.signed_without_line(signed) == words
