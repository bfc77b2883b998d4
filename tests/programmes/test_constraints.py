"""Each rule that the database keeps for programmes, and an attempt to break it."""

from datetime import date

import pytest

from programmes.models import (
    AlignmentRule,
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    CriterionJudgement,
    FindingDismissal,
    FrameworkEngagement,
    FrameworkResult,
    IncomingTable,
    MechanismRole,
    Presence,
    ProgrammeResult,
    ReviewCriterion,
    WorkPlanItem,
)
from regions.models import CountryTeam, RegionalMechanism
from tests.breaking import broken_rule, rules_of
from tests.factories import make_country, make_office, make_team, make_user

pytestmark = pytest.mark.django_db


def framework(starts_on=date(2022, 1, 1), ends_on=date(2026, 12, 31), **fields):
    team = CountryTeam.objects.first() or make_team()
    said = {"team": team, "kind": "cooperation_framework", "place_in_sequence": "running"}
    return CooperationFramework.objects.create(
        **said | {"starts_on": starts_on, "ends_on": ends_on} | fields
    )


def engagement(framework_=None, **fields):
    return FrameworkEngagement.objects.create(framework=framework_ or framework(), **fields)


def engagements_on_one_day():
    framework_ = framework()
    engagement(framework_, valid_to=date(2024, 6, 30))
    return engagement(framework_, valid_from=date(2024, 6, 30))


def framework_result(framework_=None, **fields):
    said = {"code": "1", "level": "outcome", "statement": "Homes", "framework": framework_}
    return FrameworkResult.objects.create(**{**said, **fields})


def programme_result(document_=None, **fields):
    said = {"code": "1", "level": "outcome", "statement": "Homes", "document": document_}
    return ProgrammeResult.objects.create(**{**said, **fields})


def contributions_twice():
    country = make_country()
    return [AnalysisContribution.objects.create(country=country) for _ in range(2)]


def work_plan_items(count=1, **fields):
    said = {"framework": framework(), "year": 2025, "code": "1.1.1", "names_un_habitat": True}
    return [WorkPlanItem.objects.create(**said, **fields) for _ in range(count)]


def rule(code="A01", **fields):
    return AlignmentRule.objects.create(code=code, severity="error", **fields)


def dismissals(count=1, reason="Agreed."):
    said = {"rule": rule(), "subject": "x", "dismissed_on": date(2026, 1, 1)}
    person = make_user()
    return [
        FindingDismissal.objects.create(**said, reason=reason, dismissed_by=person)
        for _ in range(count)
    ]


def criterion(code="dual-track", **fields):
    said = {"position": 1, "titles": {"en": "Dual track"}}
    return ReviewCriterion.objects.create(code=code, **{**said, **fields})


def judgements(count=1, **fields):
    said = {"document": document(), "criterion": criterion(), "judged_on": date(2026, 1, 1)}
    person = make_user()
    return [
        CriterionJudgement.objects.create(
            **{**said, "verdict": "met", "judged_by": person, **fields}
        )
        for _ in range(count)
    ]


def own_parent(result):
    result.parent = result
    result.save()


def own_predecessor():
    framework_ = framework()
    framework_.predecessor = framework_
    framework_.save()


def predecessors_twice():
    first = framework()
    framework(date(2027, 1, 1), date(2028, 12, 31), predecessor=first)
    return framework(date(2029, 1, 1), date(2031, 12, 31), predecessor=first)


def incoming():
    said = {"kind": "frameworks", "name": "a.csv", "media_type": "text/csv", "content": b"x"}
    return IncomingTable.objects.create(**said, sha256="no digest", received_by=make_user())


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
    "an_extension_is_noted_only_when_the_end_moved": lambda: framework(extension_note="By a year"),
    "a_framework_is_signed_before_it_ends": lambda: framework(signed_on=date(2027, 1, 1)),
    "a_framework_does_not_precede_itself": own_predecessor,
    "programmes_cooperationframework_predecessor_id_key": predecessors_twice,
    "an_engagement_ends_after_it_starts": lambda: engagement(
        valid_from=date(2024, 1, 2), valid_to=date(2024, 1, 1)
    ),
    "engagements_in_a_framework_do_not_overlap": engagements_on_one_day,
    "a_framework_result_is_known_by_its_code": lambda: [
        framework_result(framework_) for framework_ in [framework()] * 2
    ],
    "a_strategic_priority_of_a_framework_has_no_parent": lambda: [
        framework_result(each.framework, code="2", level="strategic_priority", parent=each)
        for each in [framework_result(framework())]
    ],
    "a_framework_result_is_not_its_own_parent": lambda: own_parent(framework_result(framework())),
    "a_programme_result_is_known_by_its_code": lambda: [
        programme_result(document_) for document_ in [document()] * 2
    ],
    "a_strategic_priority_of_a_programme_has_no_parent": lambda: [
        programme_result(each.document, code="2", level="strategic_priority", parent=each)
        for each in [programme_result(document())]
    ],
    "a_programme_result_is_not_its_own_parent": lambda: own_parent(programme_result(document())),
    "a_contribution_is_known_by_country_kind_day_and_topic": contributions_twice,
    "a_work_plan_item_is_known_by_framework_country_year_and_code": lambda: work_plan_items(2),
    "money_of_a_work_plan_is_not_negative": lambda: work_plan_items(spent=-1),
    "a_rule_code_is_a_and_two_digits": lambda: rule("B1"),
    "a_rule_that_is_off_says_why": lambda: rule(is_on=False),
    "a_finding_is_dismissed_once": lambda: dismissals(2),
    "a_dismissal_says_why": lambda: dismissals(reason=""),
    "programmes_reviewcriterion_code_key": lambda: [criterion(), criterion()],
    "a_criterion_has_a_title": lambda: criterion(titles={"fr": "Double voie"}),
    "a_criterion_is_judged_once": lambda: judgements(2),
    "a_criterion_not_met_says_what_is_missing": lambda: judgements(verdict="not_met"),
    "a_table_of_records_has_its_digest": incoming,
    "programme_documents_in_force_do_not_overlap": lambda: [
        document(
            generation=each,
            stage="running",
            starts_on=date(2023, 1, 1),
            ends_on=date(2026, 12, 31),
        )
        for each in ("new", "earlier")
    ],
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
