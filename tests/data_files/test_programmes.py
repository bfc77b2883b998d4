"""Frameworks, engagement, presence, documents, roles, rules and criteria, as files."""

import json
import re
from collections import Counter
from datetime import date
from itertools import pairwise

from .reading import LANGUAGES, column, rows

FRAMEWORKS = "programmes/data/cooperation_frameworks.csv"
ENGAGEMENT = "programmes/data/framework_engagement.csv"
PRESENCE = "programmes/data/presence.csv"
DOCUMENTS = "programmes/data/programme_documents.csv"
ROLES = "programmes/data/mechanism_roles.csv"
RULES = "programmes/data/alignment_rules.csv"
CRITERIA = "programmes/data/review_criteria.csv"
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


def test_there_are_thirty_rules_of_alignment_in_order():
    assert column(RULES, "rule") == [f"A{number:02}" for number in range(1, 31)]
    assert [row["rule"] for row in rows(RULES) if not (row["condition"] and row["basis"])] == []


def test_a_rule_weighs_as_much_as_the_domain_says():
    assert Counter(column(RULES, "severity")) == {"error": 11, "warning": 17, "info": 2}
    assert [row["rule"] for row in rows(RULES) if row["severity"] == "info"] == ["A23", "A25"]
    assert [row["rule"] for row in rows(RULES) if row["severity"] == "error"] == [
        *("A01", "A02", "A03", "A04", "A07", "A08", "A09", "A13", "A14", "A27", "A28")
    ]
    assert {r["rule"]: r["lesser_severity"] for r in rows(RULES) if r["lesser_severity"]} == {
        "A04": "warning",
        "A27": "warning",
    }


def test_two_rules_have_a_threshold_in_months():
    assert {r["rule"]: json.loads(r["parameters"]) for r in rows(RULES) if r["parameters"]} == {
        "A05": {"months": 6},
        "A22": {"months": 18},
    }


def test_the_criteria_stand_in_the_order_of_the_paragraphs_they_rest_on():
    assert [
        (r["position"], r["paragraph"], r["code"], r["is_mandatory"]) for r in rows(CRITERIA)
    ] == [
        ("1", "17", "derived", "true"),
        ("2", "17", "unified", "true"),
        ("3", "17", "joint_resources", "false"),
        ("4", "17", "short_interim", "true"),
        ("5", "18", "common_template", "true"),
        ("6", "18–19", "review_and_approval", "true"),
        ("7", "20", "one_family", "true"),
        ("8", "21", "dual_track", "true"),
        ("9", "22", "one_yardstick", "true"),
        ("10", "23", "results_based", "true"),
        ("11", "23", "lessons", "false"),
        ("12", "24", "south_south", "false"),
    ]


def test_a_criterion_has_its_words_in_six_languages():
    titles = [f"title_{language}" for language in LANGUAGES]

    assert [row["code"] for row in rows(CRITERIA) if not all(row[key] for key in titles)] == []
    assert [
        row["code"]
        for row in rows(CRITERIA)
        for language in ("ar", "zh_hans", "ru")
        if re.search("[A-Za-z]", row[f"title_{language}"])
    ] == []
    assert [row["code"] for row in rows(CRITERIA) if "'" in row["title_fr"]] == []
