"""Frameworks and what hangs on them, loaded from small files."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from programmes.models import AlignmentRule, CooperationFramework, CountryProgrammeDocument
from programmes.references import ENGAGEMENT, FRAMEWORKS, PROGRAMME_DOCUMENTS, RULES
from regions.loading import FilesRefused, Report, load
from tests.factories import make_country, make_team

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def load_rows(tmp_path):
    def load_rows(dataset, *rows):
        path = tmp_path / dataset.path.name
        header = dataset.path.read_text().split("\n", 1)[0]
        path.write_text("\n".join([header, *rows, ""]))
        return load([replace(dataset, path=path)], reason="test")

    return load_rows


@pytest.fixture
def framework(load_rows):
    make_team("KEN")
    load_rows(FRAMEWORKS, "KEN,cooperation_framework,running,2022-01-01,2026-06-30,,list")
    return CooperationFramework.objects


def test_an_extension_updates_the_framework_and_the_time_of_its_update(load_rows, framework):
    framework.update(updated_at=LONG_AGO)

    reports = load_rows(
        FRAMEWORKS, "KEN,cooperation_framework,running,2022-01-01,2027-06-30,2026-06-30,list"
    )

    assert reports == [Report("cooperation frameworks", updated=1)]
    assert framework.get().is_extended
    assert framework.get().updated_at > LONG_AGO


def test_a_framework_that_overlaps_another_is_refused_with_its_line(load_rows, framework):
    with pytest.raises(FilesRefused) as refusal:
        load_rows(
            FRAMEWORKS,
            "KEN,cooperation_framework,running,2022-01-01,2026-06-30,,list",
            "KEN,cooperation_framework,next,2026-06-30,2031-06-30,,list",
        )

    assert [(fault.line, fault.message) for fault in refusal.value.faults] == [
        (3, "KEN | 2026-06-30: frameworks of a team do not overlap")
    ]


def test_engagement_names_its_framework_by_team_and_start(load_rows, framework):
    load_rows(ENGAGEMENT, "KEN,2022-01-01,yes,active,,,letter,")

    assert framework.get().engagements.get().level == "active"


def test_engagement_in_a_framework_that_is_not_there_is_refused(load_rows, framework):
    with pytest.raises(FilesRefused) as refusal:
        load_rows(ENGAGEMENT, "KEN,2021-01-01,yes,active,,,letter,")

    assert [fault.message for fault in refusal.value.faults] == [
        "team, framework_starts_on “KEN 2021-01-01” is not known; did you mean “KEN 2022-01-01”?"
    ]


def test_a_period_that_becomes_known_completes_the_same_document(load_rows):
    make_country("KHM")
    load_rows(PROGRAMME_DOCUMENTS, "KHM,new,full,false,unknown,,,,,note,period not stated")

    reports = load_rows(
        PROGRAMME_DOCUMENTS, "KHM,new,full,false,unknown,2024-01-01,2028-12-31,,,note,"
    )

    assert reports == [Report("programme documents", updated=1)]
    assert CountryProgrammeDocument.objects.get().starts_on == date(2024, 1, 1)


def test_a_document_may_name_the_framework_it_derives_from_or_none(load_rows, framework):
    make_country("KHM")
    load_rows(
        PROGRAMME_DOCUMENTS,
        "KEN,new,full,false,unknown,,,KEN,2022-01-01,note,",
        "KHM,new,full,false,unknown,,,,,note,",
    )

    documents = CountryProgrammeDocument.objects
    assert documents.get(country__iso3="KEN").framework == framework.get()
    assert documents.get(country__iso3="KHM").framework is None


def test_half_a_reference_is_a_fault(load_rows, framework):
    with pytest.raises(FilesRefused) as refusal:
        load_rows(PROGRAMME_DOCUMENTS, "KEN,new,full,false,unknown,,,KEN,,note,")

    assert [fault.message for fault in refusal.value.faults] == [
        "framework_team: the code is missing"
    ]


def test_a_truth_is_true_or_false(load_rows):
    make_country("KHM")
    with pytest.raises(FilesRefused) as refusal:
        load_rows(PROGRAMME_DOCUMENTS, "KHM,new,full,perhaps,unknown,,,,,note,")

    assert [fault.message for fault in refusal.value.faults] == [
        "is_interim: “perhaps” value must be either True or False."
    ]


RULE = 'A05,Gap,warning,,ours,"{""months"": 6}"'


def test_a_rule_comes_with_its_severity_and_threshold(load_rows):
    assert load_rows(RULES, RULE) == [Report("rules of alignment", added=1)]

    rule = AlignmentRule.objects.get()
    assert (rule.code, rule.severity, rule.parameters, rule.is_on) == (
        "A05",
        "warning",
        {"months": 6},
        True,
    )


def test_what_the_secretariat_set_outlives_another_file_and_the_words_follow_it(load_rows):
    load_rows(RULES, RULE)
    AlignmentRule.objects.update(severity="info", parameters={"months": 9})

    reports = load_rows(RULES, 'A05,A gap,error,,ours,"{""months"": 3}"')

    rule = AlignmentRule.objects.get()
    assert reports == [Report("rules of alignment", updated=1)]
    assert (rule.condition, rule.severity, rule.parameters) == ("A gap", "info", {"months": 9})


def test_a_rule_that_left_the_file_stays_and_is_reported(load_rows):
    load_rows(RULES, RULE)

    assert load_rows(RULES, "A06,Changed,warning,,ours,") == [
        Report("rules of alignment", added=1, vanished=["A05"])
    ]
    assert AlignmentRule.objects.count() == 2


@pytest.mark.parametrize("text", ["6", "{months}", '"[6]"'])
def test_a_threshold_that_is_no_json_object_is_refused(load_rows, text):
    with pytest.raises(FilesRefused) as refusal:
        load_rows(RULES, f"A05,Gap,warning,,ours,{text}")

    assert [(fault.line, fault.message) for fault in refusal.value.faults] == [
        (2, "parameters: not a JSON object")
    ]
