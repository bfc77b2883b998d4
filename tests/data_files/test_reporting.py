"""The figures and facts of HSP/EB.2025/8, exactly as the note hedges them."""

from .reading import column, rows

FACTS = "reporting/data/reported_facts.csv"
FIGURES = "reporting/data/reported_figures.csv"


def facts(field):
    return [row for row in rows(FACTS) if row["field"] == field]


def test_the_eleven_figures_keep_their_hedges():
    keys = (
        "paragraph",
        "office",
        "measure",
        "qualifier",
        "value",
        "of_total_qualifier",
        "of_total",
    )

    assert [tuple(row[key] for key in keys) for row in rows(FIGURES)] == [
        ("12", "ROAF", "frameworks_signed", "at_least", "45", "", ""),
        ("12", "ROAF", "frameworks_actively_engaged", "exactly", "25", "at_least", "45"),
        ("12", "ROAF", "frameworks_lightly_engaged", "exactly", "20", "at_least", "45"),
        ("13", "ROAS", "countries_served", "exactly", "18", "", ""),
        ("13", "ROAS", "countries_with_projects", "exactly", "16", "exactly", "18"),
        ("13", "ROAS", "countries_with_presence", "exactly", "14", "exactly", "18"),
        ("13", "ROAS", "frameworks_signed", "exactly", "14", "", ""),
        ("13", "ROAS", "countries_with_cca_support", "all", "18", "exactly", "18"),
        ("14", "ROAP", "countries_actively_engaged", "at_least", "15", "exactly", "22"),
        ("15", "ROLAC", "countries_served", "about", "15", "", ""),
        ("15", "ROLAC", "countries_actively_engaged", "at_least", "8", "", ""),
    ]


def test_a_figure_counts_what_its_measure_begins_with_on_the_day_of_the_note():
    assert [row["unit"] for row in rows(FIGURES)] == [
        measure.split("_")[0] for measure in column(FIGURES, "measure")
    ]
    assert set(column(FIGURES, "unit")) == {"frameworks", "countries"}
    assert set(column(FIGURES, "as_of")) == {"2025-01-27"}
    assert set(column(FIGURES, "document")) == {"HSP/EB.2025/8"}


def test_the_area_of_the_arab_states_office_has_as_many_countries_as_the_note_says():
    coverage = column("regions/data/office_coverage.csv", "office")
    [figure] = [
        row
        for row in rows(FIGURES)
        if (row["office"], row["measure"]) == ("ROAS", "countries_served")
    ]

    assert coverage.count("ROAS") == int(figure["value"])


def test_there_are_39_facts_and_offices_in_upper_case():
    offices = [row["subject"] for row in rows(FACTS) if row["subject_kind"] == "office"]

    assert len(rows(FACTS)) == 39
    assert offices == ["ROAS", "ROAP"]


def test_each_role_of_the_facts_is_a_role_of_a_mechanism_in_the_same_order():
    roles = rows("programmes/data/mechanism_roles.csv")

    assert [row["value"] for row in facts("role")] == [row["role"] for row in roles]
    assert [row["paragraph"] for row in facts("role")] == [
        row["source"].removeprefix("HSP/EB.2025/8, para ") for row in roles
    ]


def test_each_mechanism_of_the_facts_has_its_record_under_the_same_name():
    named = column("regions/data/mechanisms.csv", "name_en")

    assert [row["subject"] for row in facts("role")] == [name.replace(",", "") for name in named]


def test_the_supported_countries_of_the_facts_are_those_of_the_role():
    [fact] = facts("countries_supported")
    supported = [
        value for value in column("programmes/data/mechanism_roles.csv", "countries") if value
    ]

    assert supported == [fact["value"]] == ["BWA NAM ZAF"]


def test_each_limited_presence_of_the_facts_has_its_record():
    assert [(row["subject"], row["value"]) for row in facts("presence")] == [
        (row["country"], row["kind"]) for row in rows("programmes/data/presence.csv")
    ]


def test_each_engagement_of_a_country_in_the_facts_has_its_record():
    by_country = [row for row in facts("framework_engagement") if row["subject_kind"] == "country"]

    assert [(row["subject"], row["value"] == "active") for row in by_country] == [
        (row["team"], row["level"] == "active")
        for row in rows("programmes/data/framework_engagement.csv")
    ]


def test_each_programme_document_of_the_facts_has_its_record():
    documents = rows("programmes/data/programme_documents.csv")
    new = [row["country"] for row in documents if row["generation"] == "new"]
    launching = [row["country"] for row in documents if row["stage"] == "launching"]

    assert [row["subject"] for row in facts("hcpd")] == new
    assert [row["subject"] for row in facts("hcpd") if row["value"] == "launching"] == launching


def test_the_shortages_of_the_facts_are_constraint_codes():
    codes = column("checklist/data/constraint_codes.csv", "code")

    assert [row["value"] for row in facts("constraint")] == ["core_funding", "earmarked_only"]
    assert {row["value"] for row in facts("constraint")} <= set(codes)


def test_no_fact_without_a_record_of_its_own_is_lost():
    told = ["role", "countries_supported", "presence", "hcpd", "constraint"]
    rest = [
        (row["subject"], row["field"])
        for row in rows(FACTS)
        if row["field"] not in told and row["subject_kind"] != "country"
    ]

    assert rest == [
        ("UN-Habitat", "business_operations"),
        ("UN-Habitat", "maf"),
        ("ROAS", "signature_note"),
        ("ROAP", "framework_engagement"),
        ("UN-Habitat", "ask_of_the_board"),
    ]
