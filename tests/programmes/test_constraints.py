"""Each rule that the database keeps for programmes, and an attempt to break it."""

from datetime import date

import pytest

from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
)
from regions.models import CountryTeam, RegionalMechanism
from tests.breaking import broken_rule, rules_of
from tests.factories import make_country, make_office, make_team

pytestmark = pytest.mark.django_db


def framework(starts_on=date(2022, 1, 1), ends_on=date(2026, 12, 31), **fields):
    team = CountryTeam.objects.first() or make_team()
    said = {"team": team, "kind": "cooperation_framework", "place_in_sequence": "running"}
    return CooperationFramework.objects.create(
        **said | {"starts_on": starts_on, "ends_on": ends_on} | fields
    )


def engagements_twice():
    framework_ = framework()
    return [FrameworkEngagement.objects.create(framework=framework_) for _ in range(2)]


def role():
    mechanism, _ = RegionalMechanism.objects.get_or_create(
        code="forum", names={"en": "Forum"}, kind="forum", office=make_office()
    )
    return MechanismRole.objects.create(mechanism=mechanism, role="lead")


def presence():
    return Presence.objects.create(country=make_country(), kind="physical")


def document(**fields):
    said = {"country": make_country(), "generation": "new", "kind": "full"}
    return CountryProgrammeDocument.objects.create(**said | fields)


ATTEMPTS = {
    "a_framework_ends_after_it_starts": lambda: framework(date(2026, 1, 1), date(2026, 1, 1)),
    "an_original_end_is_kept_only_when_it_moved": lambda: framework(
        original_ends_on=date(2026, 12, 31)
    ),
    "a_framework_is_known_by_team_and_start": lambda: [
        framework(),
        framework(ends_on=date(2022, 6, 30)),
    ],
    "frameworks_of_a_team_do_not_overlap": lambda: [
        framework(),
        framework(date(2026, 12, 31), date(2031, 12, 31)),
    ],
    "programmes_frameworkengagement_framework_id_key": engagements_twice,
    "a_role_in_a_mechanism_is_held_once": lambda: [role(), role()],
    "programmes_presence_country_id_key": lambda: [presence(), presence()],
    "a_programme_document_ends_after_it_starts": lambda: document(
        starts_on=date(2026, 1, 1), ends_on=date(2025, 1, 1)
    ),
    "a_programme_document_is_known_by_country_generation_and_start": lambda: [
        document(),
        document(kind="short"),
    ],
}


@pytest.mark.parametrize("rule", ATTEMPTS)
def test_the_database_refuses_to_break_a_rule(rule):
    assert broken_rule(ATTEMPTS[rule]) == rule


def test_every_rule_has_an_attempt_to_break_it():
    assert set(ATTEMPTS) == rules_of("programmes")


def test_the_next_framework_begins_on_the_day_after_the_first_ends():
    first, following = framework(), framework(date(2027, 1, 1), date(2031, 12, 31))

    running = CooperationFramework.objects.running_on
    assert [*running(date(2026, 12, 31)), *running(date(2027, 1, 1))] == [first, following]


def test_frameworks_of_two_teams_may_run_at_once():
    framework()
    framework(team=make_team("SOM"))

    assert CooperationFramework.objects.running_on(date(2024, 1, 1)).count() == 2


def test_a_new_document_stands_beside_one_of_the_earlier_generation():
    document()
    document(generation="earlier")

    assert CountryProgrammeDocument.objects.count() == 2
