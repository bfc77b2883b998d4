"""Five countries as the shipped files have them: what is found, and what cannot be checked.

Whole equality: a rule that finds more, less, or calls met what is not on record, is red.
"""

from datetime import date

import pytest
from django.db import transaction

from programmes.alignment.checking import check, of_country
from programmes.alignment.outcomes import Kind
from reporting.references import load_reference

pytestmark = pytest.mark.django_db

OF_THE_NOTE = date(2025, 1, 27)
LATER = date(2026, 5, 5)

NOT_ON_RECORD = {
    "A07": ("outcomes",),
    "A08": ("derivation",),
    "A09": ("outcomes",),
    "A10": ("outputs",),
    "A11": ("results",),
    "A12": ("contribution", "approved_on"),
    "A13": ("rc_consulted_on", "prc_approval"),
    "A14": ("prc_reviewed_on", "prc_decision", "approved_on"),
    "A15": ("government_signed_on",),
    "A16": ("south_south_section",),
    "A17": ("outcomes", "lessons_section"),
}
"""Of no programme document does the note or a published list say any of this."""

NAMED_BY_THE_NOTE = {
    **NOT_ON_RECORD,
    "A01": ("framework",),
    "A02": ("framework",),
    "A03": ("framework", "starts_on"),
    "A04": ("framework", "ends_on"),
    "A05": ("ends_on",),
    "A06": ("framework",),
    "A24": ("presence", "stage"),
}
"""A programme document of which the note gives the country and nothing else."""

NO_PART = {
    "A19": ("level", "work_plan"),
    "A20": ("level", "work_plan"),
    "A21": ("signatory",),
    "A30": ("work_plan",),
}
"""UN-Habitat's part in the framework, which no source gives by name."""


def gap(document_ends, framework_ends, months):
    facts = {"document_ends": document_ends, "framework_ends": framework_ends}
    return ("warning", "A05.gap", {**facts, "months": months, "limit": 6})


def evaluation(framework_ends, since):
    return ("info", "A23.due", {"framework_ends": framework_ends, "since": since})


def preparation(framework_ends):
    facts = {"framework_ends": framework_ends, "limit": 18, "latest": None}
    return ("warning", "A22.none", facts)


PALESTINE = [
    (
        "warning",
        "A04.uncited",
        {
            "document_ends": "2026-12-31",
            "framework_ends": "2025-12-31",
            "framework_ends_now": "2027-12-31",
        },
    ),
    gap("2026-12-31", "2027-12-31", 12),
]
LEBANON = [gap("2023-12-31", "2027-12-31", 48)]
TO_2027 = evaluation("2027-12-31", "2026-01-01")

FOUND = {
    ("PSE", OF_THE_NOTE): PALESTINE,
    ("PSE", LATER): [*PALESTINE, TO_2027],
    ("LBN", OF_THE_NOTE): LEBANON,
    ("LBN", LATER): [*LEBANON, TO_2027],
    ("AZE", OF_THE_NOTE): [preparation("2025-12-31"), evaluation("2025-12-31", "2024-01-01")],
    ("AZE", LATER): [],
    ("MMR", OF_THE_NOTE): [evaluation("2026-12-31", "2025-01-01")],
    ("MMR", LATER): [preparation("2026-12-31"), evaluation("2026-12-31", "2025-01-01")],
    ("KEN", OF_THE_NOTE): [],
    ("KEN", LATER): [preparation("2027-06-30"), evaluation("2027-06-30", "2025-07-01")],
}

MISSING = {
    "PSE": {
        **NOT_ON_RECORD,
        **NO_PART,
        "A06": ("approved_on", "extended_on"),
        "A24": ("presence",),
    },
    "LBN": {
        **NOT_ON_RECORD,
        **NO_PART,
        **dict.fromkeys(("A01", "A02", "A03", "A04"), ("framework",)),
    },
    "AZE": {**NAMED_BY_THE_NOTE, **NO_PART, "A18": ("interim_until",)},
    "MMR": {**NAMED_BY_THE_NOTE, **NO_PART},
    "KEN": {**NAMED_BY_THE_NOTE, **NO_PART},
}

PASSED = {
    "PSE": ["A01", "A02", "A03", "A25"],
    "LBN": ["A25"],
    "AZE": ["A25"],
    "MMR": ["A25"],
    "KEN": ["A25"],
}


@pytest.fixture(scope="module")
def checked(django_db_setup, django_db_blocker):
    """What all rules say on both days; the files are loaded once and taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference()
        found = {day: check(day) for day in (OF_THE_NOTE, LATER)}
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize(("country", "day"), FOUND)
def test_a_country_has_the_findings_that_its_recorded_facts_imply(checked, country, day):
    said = of_country(checked[day], country)

    found = [(each.severity, each.says, each.facts) for each in said if each.is_open]
    missing = {each.rule: each.missing for each in said if each.outcome is Kind.NOT_CHECKABLE}
    passed = [each.rule for each in said if each.outcome is Kind.PASSED]
    assert (found, missing, passed) == (FOUND[country, day], MISSING[country], PASSED[country])


@pytest.mark.parametrize("country", MISSING)
def test_every_rule_speaks_once_of_a_country_with_one_document(checked, country):
    said = [each.rule for each in of_country(checked[LATER], country)]
    assert said == sorted(set(said))


def test_what_is_found_names_office_country_and_objects(checked):
    found = [each for each in of_country(checked[LATER], "PSE") if each.rule == "A04"]
    assert [(each.country, each.office) for each in found] == [("PSE", "ROAS")]
    kinds = [name.partition("/")[0] for name in found[0].objects]
    assert kinds == ["programme-documents", "frameworks"]
