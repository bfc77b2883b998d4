"""Each rule that the database keeps for regions, and an attempt to break it."""

from datetime import date

import pytest
from django.db import InternalError, connection, transaction

from regions.models import (
    Country,
    CountryTeam,
    Installation,
    LoadedRow,
    OfficeCoverage,
    RegionalMechanism,
    RegionalOffice,
    TeamMembership,
)
from tests.breaking import broken_rule, rules_of
from tests.factories import make_country, make_office, make_team

pytestmark = pytest.mark.django_db


def country(**fields):
    return Country.objects.create(
        **{"iso3": "SOM", "names": {"en": "Somalia"}, "status": "member_state"} | fields
    )


def office(**fields):
    names = {"names": {"en": "Office"}, "area_names": {"en": "Area"}}
    return RegionalOffice.objects.create(**{"code": "ROAS", "kind": "regional"} | names | fields)


def team(**fields):
    said = {"code": "HORN", "names": {"en": "Horn"}, "unsdg_region": "AFR", "office": make_office()}
    return CountryTeam.objects.create(**said | {"office_certainty": "proposed"} | fields)


def mechanism(**fields):
    said = {"code": "forum", "names": {"en": "Forum"}, "kind": "forum", "office": make_office()}
    return RegionalMechanism.objects.create(**said | fields)


def coverage(starts_on=None, ends_on=None, code="ROAF"):
    return OfficeCoverage.objects.create(
        country=make_country(),
        office=make_office(code),
        starts_on=starts_on,
        ends_on=ends_on,
        certainty="proposed",
    )


def remembered():
    return LoadedRow.objects.create(dataset="offices", key="ROAF", record_id=1, content={})


ATTEMPTS = {
    "a_country_code_is_three_capitals": lambda: country(iso3="So1"),
    "a_country_has_a_name": lambda: country(names={"fr": "Somalie"}),
    "an_m49_code_names_one_country": lambda: [country(m49="706"), country(iso3="KEN", m49="706")],
    "regions_country_iso3_key": lambda: [country(), country()],
    "there_is_one_installation": lambda: Installation.objects.create(pk=2),
    "a_row_of_a_data_file_is_remembered_once": lambda: [remembered(), remembered()],
    "an_office_code_is_upper_case": lambda: office(code="ROAf"),
    "an_office_has_a_name": lambda: office(names={}),
    "an_office_has_an_area": lambda: office(area_names={"ar": "الدول العربية"}),
    "regions_regionaloffice_code_key": lambda: [office(), office()],
    "coverage_ends_after_it_starts": lambda: coverage(date(2025, 1, 2), date(2025, 1, 1)),
    "one_office_serves_a_country_at_a_time": lambda: [
        coverage(ends_on=date(2025, 1, 1)),
        coverage(starts_on=date(2024, 12, 31), code="ROAS"),
    ],
    "a_mechanism_has_a_name": lambda: mechanism(names={}),
    "regions_regionalmechanism_code_key": lambda: [mechanism(), mechanism()],
    "a_team_code_is_upper_case": lambda: team(code="Horn"),
    "a_team_has_a_name": lambda: team(names={}),
    "regions_countryteam_code_key": lambda: [team(), team()],
    "regions_teammembership_country_id_key": lambda: [
        TeamMembership.objects.create(team=make_team(code, None, "SOM"), country=make_country())
        for code in ("HORN", "LAKES")
    ],
}


@pytest.mark.parametrize("rule", ATTEMPTS)
def test_the_database_refuses_to_break_a_rule(rule):
    assert broken_rule(ATTEMPTS[rule]) == rule


def test_every_rule_has_an_attempt_to_break_it():
    assert set(ATTEMPTS) == rules_of("regions")


def test_coverage_by_another_office_may_begin_on_the_day_the_first_ends():
    coverage(ends_on=date(2025, 1, 1))
    coverage(starts_on=date(2025, 1, 1), code="ROAS")

    [before] = OfficeCoverage.objects.on(date(2024, 12, 31))
    [after] = OfficeCoverage.objects.on(date(2025, 1, 1))
    assert (before.office.code, after.office.code) == ("ROAF", "ROAS")


def test_two_countries_without_an_m49_code_are_fine():
    assert country(m49="").m49 == country(iso3="XKX", m49="").m49


def truncate():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE regions_installation")


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Installation.objects.update(is_demonstration=False),
        lambda: Installation.objects.all().delete(),
        truncate,
    ],
    ids=["update", "delete", "truncate"],
)
def test_the_mark_of_a_demonstration_cannot_be_taken_off(attempt):
    Installation.objects.create(pk=1, is_demonstration=True)

    with pytest.raises(InternalError, match="a demonstration stays marked"), transaction.atomic():
        attempt()

    assert Installation.is_marked_as_demonstration()


@pytest.mark.parametrize("attempt", [lambda: Installation.objects.all().delete(), truncate])
def test_an_installation_that_is_no_demonstration_can_be_cleared(attempt):
    Installation.objects.create(pk=1)

    attempt()

    assert not Installation.objects.exists()


def test_a_demonstration_may_note_another_day_of_seeding():
    Installation.objects.create(pk=1, is_demonstration=True)

    Installation.objects.update(seeded_on=date(2026, 1, 1))

    assert Installation.objects.get().seeded_on == date(2026, 1, 1)
