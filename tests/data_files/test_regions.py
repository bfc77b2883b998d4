"""Offices, countries, teams, coverage and mechanisms, as files."""

import re
from collections import Counter

from .reading import column, rows

OFFICES = "regions/data/offices.csv"
COUNTRIES = "regions/data/countries.csv"
TEAMS = "regions/data/country_teams.csv"
COVERAGE = "regions/data/office_coverage.csv"
MECHANISMS = "regions/data/mechanisms.csv"
ARAB_STATES = "ARE BHR DZA EGY IRQ JOR KWT LBN LBY MAR OMN PSE QAT SAU SDN SYR TUN YEM"


def team_members():
    return [country for members in column(TEAMS, "members") for country in members.split()]


def english_name(code):
    return next(row["name_en"] for row in rows(COUNTRIES) if row["iso3"] == code)


def test_there_are_four_regional_offices_one_grouping_and_the_headquarters():
    assert [(row["code"], row["kind"], row["position"]) for row in rows(OFFICES)] == [
        ("ROAF", "regional", "1"),
        ("ROAS", "regional", "2"),
        ("ROAP", "regional", "3"),
        ("ROLAC", "regional", "4"),
        ("EECA", "grouping", "5"),
        ("HQ", "headquarters", "6"),
    ]


def test_all_member_states_both_observers_and_each_served_territory_are_listed():
    assert Counter(column(COUNTRIES, "status")) == {
        "member_state": 193,
        "observer_state": 2,
        "territory": 10,
        "other": 3,
    }


def test_the_observer_states_are_the_holy_see_and_the_state_of_palestine():
    assert [row["name_en"] for row in rows(COUNTRIES) if row["status"] == "observer_state"] == [
        "State of Palestine",
        "Holy See",
    ]


def test_whatever_is_neither_state_nor_observer_is_served_by_a_team():
    listed = {row["iso3"] for row in rows(COUNTRIES) if row["status"] in ("territory", "other")}

    assert listed - set(team_members()) == set()


def test_country_codes_are_unique_and_have_the_shape_of_their_standard():
    for key, shape in (("iso3", r"[A-Z]{3}"), ("iso2", r"[A-Z]{2}"), ("m49", r"\d{3}")):
        codes = [row[key] for row in rows(COUNTRIES) if row["iso3"] != "XKX"]
        assert len(set(codes)) == len(codes) == 207
        assert [code for code in codes if not re.fullmatch(shape, code)] == []


def test_no_two_countries_share_a_name_in_any_language():
    for language in ("en", "ar", "zh_hans", "fr", "ru", "es"):
        assert len(set(column(COUNTRIES, f"name_{language}"))) == 208


def test_kosovo_never_stands_without_the_resolution_and_claims_no_standard_code():
    [kosovo] = [row for row in rows(COUNTRIES) if row["iso3"] == "XKX"]
    [team] = [row for row in rows(TEAMS) if row["code"] == "XKX"]

    assert (kosovo["iso2"], kosovo["m49"], kosovo["status"]) == ("", "", "other")
    assert kosovo["designation_note"].startswith(
        "References to Kosovo shall be understood to be in the context of "
        "Security Council resolution 1244 (1999)"
    )
    for language in ("en", "ar", "zh_hans", "fr", "ru", "es"):
        assert "1244 (1999)" in kosovo[f"name_{language}"]
        assert team[f"name_{language}"] == kosovo[f"name_{language}"]


def test_names_are_those_of_the_united_nations():
    expected = {
        "BOL": "Bolivia (Plurinational State of)",
        "CIV": "Côte d'Ivoire",
        "COD": "Democratic Republic of the Congo",
        "CPV": "Cabo Verde",
        "CZE": "Czechia",
        "FSM": "Micronesia (Federated States of)",
        "GBR": "United Kingdom of Great Britain and Northern Ireland",
        "IRN": "Iran (Islamic Republic of)",
        "KOR": "Republic of Korea",
        "LAO": "Lao People's Democratic Republic",
        "MDA": "Republic of Moldova",
        "MKD": "North Macedonia",
        "NLD": "Netherlands (Kingdom of the)",
        "PRK": "Democratic People's Republic of Korea",
        "PSE": "State of Palestine",
        "RUS": "Russian Federation",
        "SWZ": "Eswatini",
        "SYR": "Syrian Arab Republic",
        "TLS": "Timor-Leste",
        "TUR": "Türkiye",
        "TZA": "United Republic of Tanzania",
        "USA": "United States of America",
        "VEN": "Venezuela (Bolivarian Republic of)",
        "VNM": "Viet Nam",
    }

    assert {code: english_name(code) for code in expected} == expected


def test_there_are_125_teams_and_no_country_has_two():
    members = team_members()

    assert len(column(TEAMS, "code")) == len(set(column(TEAMS, "code"))) == 125
    assert len(members) == len(set(members)) == 161
    assert set(members) - set(column(COUNTRIES, "iso3")) == set()


def test_only_three_teams_serve_several_countries():
    several = {
        row["code"]: len(row["members"].split())
        for row in rows(TEAMS)
        if row["members"] != row["code"]
    }

    assert several == {"CARIBBEAN": 22, "MYS": 3, "PACIFIC": 14}


def test_a_team_of_one_country_has_the_name_of_the_country():
    names = {row["iso3"]: [row[key] for key in row if "name_" in key] for row in rows(COUNTRIES)}
    alone = [row for row in rows(TEAMS) if row["members"] == row["code"]]

    assert [
        row["code"]
        for row in alone
        if [row[key] for key in row if "name_" in key] != names[row["code"]]
    ] == []


def test_each_team_has_an_office_of_the_list_and_never_the_headquarters():
    assert Counter(column(TEAMS, "office")) == {
        "ROAF": 48,
        "ROAS": 16,
        "ROAP": 23,
        "ROLAC": 20,
        "EECA": 18,
    }


def test_coverage_has_one_row_for_each_served_country_and_for_oman_and_qatar():
    countries = column(COVERAGE, "country")

    assert len(countries) == len(set(countries)) == 163
    assert set(countries) == {*team_members(), "OMN", "QAT"}


def test_a_country_is_covered_by_the_office_of_its_team():
    office = {
        country: row["office"] for row in rows(TEAMS) for country in row["members"].split()
    } | {"OMN": "ROAS", "QAT": "ROAS"}

    assert {row["country"]: row["office"] for row in rows(COVERAGE)} == office


def test_only_the_list_of_the_arab_states_office_is_published():
    published = {row["country"] for row in rows(COVERAGE) if row["certainty"] == "published"}
    roas = {row["country"] for row in rows(COVERAGE) if row["office"] == "ROAS"}

    assert published == roas == set(ARAB_STATES.split())
    assert set(column(COVERAGE, "certainty")) == {"published", "proposed"}
    assert all(column(COVERAGE, "source"))


def test_no_start_of_a_coverage_is_invented():
    assert {(row["starts_on"], row["ends_on"]) for row in rows(COVERAGE)} == {("", "")}


def test_the_note_names_eleven_mechanisms():
    assert [(row["code"], row["office"], row["kind"]) for row in rows(MECHANISMS)] == [
        ("afr-oibc-3", "ROAF", "coalition"),
        ("afr-rfsd", "ROAF", "forum"),
        ("ars-data-platform", "ROAS", "data_platform"),
        ("ars-ibc-climate", "ROAS", "coalition"),
        ("ars-ibc-gender", "ROAS", "coalition"),
        ("ars-ibc-youth", "ROAS", "coalition"),
        ("ars-ibc-migration", "ROAS", "coalition"),
        ("asp-rcp-mobility", "ROAP", "platform"),
        ("asp-sdg11-synthesis", "ROAP", "synthesis"),
        ("lac-rcp-partnerships", "ROLAC", "working_group"),
        ("lac-ibc-mobility", "ROLAC", "coalition"),
    ]
