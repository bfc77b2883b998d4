"""Frameworks, engagement, presence, programme documents and roles, as files."""

from collections import Counter
from datetime import date
from itertools import pairwise

from .reading import column, rows

FRAMEWORKS = "programmes/data/cooperation_frameworks.csv"
ENGAGEMENT = "programmes/data/framework_engagement.csv"
PRESENCE = "programmes/data/presence.csv"
DOCUMENTS = "programmes/data/programme_documents.csv"
ROLES = "programmes/data/mechanism_roles.csv"
DAY_OF_THE_NOTE = "2025-01-27"


def test_there_are_187_frameworks_of_125_teams():
    assert Counter(column(FRAMEWORKS, "place_in_sequence")) == {"running": 125, "next": 62}
    assert Counter(column(FRAMEWORKS, "kind")) == {
        "cooperation_framework": 181,
        "strategic_framework": 3,
        "transitional_framework": 1,
        "one_strategic_framework": 1,
        "common_approach": 1,
    }
    assert set(column(FRAMEWORKS, "team")) == set(column("regions/data/country_teams.csv", "code"))


def test_a_framework_is_known_by_its_team_and_its_first_day():
    keys = [(row["team"], row["starts_on"]) for row in rows(FRAMEWORKS)]

    assert len(set(keys)) == 187


def test_a_framework_ends_after_it_starts_and_an_extension_moves_the_end_later():
    for row in rows(FRAMEWORKS):
        first, last = date.fromisoformat(row["starts_on"]), date.fromisoformat(row["ends_on"])
        assert first < last
        if row["original_ends_on"]:
            assert first < date.fromisoformat(row["original_ends_on"]) < last


def test_three_frameworks_are_known_to_be_extended():
    assert [
        (row["team"], row["original_ends_on"], row["ends_on"])
        for row in rows(FRAMEWORKS)
        if row["original_ends_on"]
    ] == [
        ("BGD", "2026-12-31", "2027-12-31"),
        ("LBN", "2026-12-31", "2027-12-31"),
        ("PSE", "2025-12-31", "2027-12-31"),
    ]


def test_no_team_has_two_frameworks_at_the_same_time():
    spans = sorted((row["team"], row["starts_on"], row["ends_on"]) for row in rows(FRAMEWORKS))
    neighbours = pairwise(spans)

    assert [
        pair for pair in neighbours if pair[0][0] == pair[1][0] and pair[0][2] >= pair[1][1]
    ] == []


def test_engagement_is_only_what_the_note_states_by_name():
    assert [
        (row["team"], row["framework_starts_on"], row["signatory"], row["level"], row["note"])
        for row in rows(ENGAGEMENT)
    ] == [
        ("BRA", "2023-01-01", "unknown", "active", ""),
        ("ARG", "2021-01-01", "unknown", "active", ""),
        ("ARM", "2021-01-01", "unknown", "unknown", "supporting; level not stated"),
        ("KAZ", "2021-01-01", "unknown", "unknown", "supporting; level not stated"),
        ("UZB", "2021-01-01", "unknown", "unknown", "supporting; level not stated"),
    ]
    assert set(column(ENGAGEMENT, "specific_contribution")) == {""}


def test_engagement_is_with_the_framework_that_ran_on_the_day_of_the_note():
    ends = {(row["team"], row["starts_on"]): row["ends_on"] for row in rows(FRAMEWORKS)}

    for row in rows(ENGAGEMENT):
        key = (row["team"], row["framework_starts_on"])
        assert row["as_of"] == DAY_OF_THE_NOTE
        assert key[1] <= DAY_OF_THE_NOTE <= ends[key]


def test_presence_is_limited_where_the_note_says_so():
    assert [(row["country"], row["kind"], row["as_of"]) for row in rows(PRESENCE)] == [
        (country, "limited", DAY_OF_THE_NOTE) for country in ("BTN", "IDN", "MDV", "TLS")
    ]


def test_each_known_programme_document_stands_with_what_is_known_of_it():
    known = [
        (row["country"], row["generation"], row["kind"], row["stage"], row["starts_on"])
        for row in rows(DOCUMENTS)
    ]

    assert known == [
        ("KEN", "earlier", "full", "ended", "2018-01-01"),
        ("KEN", "new", "full", "unknown", ""),
        ("LBN", "new", "full", "ended", "2021-01-01"),
        ("PSE", "new", "full", "unknown", "2023-01-01"),
        ("KHM", "new", "full", "unknown", ""),
        ("LAO", "new", "full", "unknown", ""),
        ("MMR", "new", "full", "unknown", ""),
        ("NPL", "new", "full", "unknown", ""),
        ("PAK", "new", "full", "launching", ""),
        ("PHL", "new", "full", "launching", ""),
        ("LKA", "new", "full", "launching", ""),
        ("AZE", "new", "short", "unknown", ""),
    ]


def test_only_the_short_document_is_interim():
    interim = [row["country"] for row in rows(DOCUMENTS) if row["is_interim"] == "true"]

    assert interim == ["AZE"]
    assert set(column(DOCUMENTS, "is_interim")) == {"true", "false"}


def test_only_the_palestinian_document_is_known_to_follow_a_framework():
    linked = [
        (row["country"], row["framework_team"], row["framework_starts_on"])
        for row in rows(DOCUMENTS)
        if row["framework_team"]
    ]

    assert linked == [("PSE", "PSE", "2023-01-01")]
    assert ("PSE", "2023-01-01") in {(r["team"], r["starts_on"]) for r in rows(FRAMEWORKS)}


def test_each_mechanism_has_one_role_of_un_habitat():
    assert {row["mechanism"]: row["role"] for row in rows(ROLES)} == {
        "afr-oibc-3": "co_convener",
        "afr-rfsd": "contributor",
        "ars-data-platform": "contributor",
        "ars-ibc-climate": "contributor",
        "ars-ibc-gender": "contributor",
        "ars-ibc-youth": "contributor",
        "ars-ibc-migration": "contributor",
        "asp-rcp-mobility": "member",
        "asp-sdg11-synthesis": "lead",
        "lac-rcp-partnerships": "co_chair",
        "lac-ibc-mobility": "contributor",
    }
    assert column(ROLES, "mechanism") == column("regions/data/mechanisms.csv", "code")


def test_a_role_cites_the_paragraph_of_its_mechanism():
    assert column(ROLES, "source") == column("regions/data/mechanisms.csv", "source")
