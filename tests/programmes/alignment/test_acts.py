"""Set a rule, set a finding aside, bring it back: who may, what is refused, what is kept."""

from datetime import date

import pytest

from accounts.policy import actor_of
from accounts.refusals import Blocked, Invalid, NotAllowed, Stale
from programmes.actions.alignment import dismiss, restore, set_rule
from programmes.alignment import blockers
from programmes.alignment.checking import check
from programmes.alignment.thresholds import THRESHOLDS, TWO_CASES, setting_of
from programmes.intake.content import digest
from programmes.models import (
    AlignmentRule,
    CooperationFramework,
    CountryProgrammeDocument,
    FindingDismissal,
)
from programmes.references import RULES
from regions.loading import load
from tests.factories import make_actor, make_country, make_office, make_team, make_token, make_user

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 5)
KEPT = ("severity", "lesser_severity", "parameters", "is_on", "off_reason")


def rule(code="A05", **fields):
    said = {"severity": "warning", "parameters": {"months": 6} if code == "A05" else {}}
    return AlignmentRule.objects.create(code=code, **{**said, **fields})


def setting(**said):
    usual = {"severity": "warning", "lesser_severity": "", "parameters": {"months": 6}}
    return {**usual, "is_on": True, "off_reason": "", **said}


@pytest.fixture
def secretariat():
    return make_actor("secretariat")


@pytest.fixture
def document():
    """A document that ends a year before its framework: rule A05 finds it."""
    team = make_team("KEN", make_office("ROAF"))
    framework = CooperationFramework.objects.create(
        team=team,
        kind="cooperation_framework",
        place_in_sequence="running",
        starts_on=date(2023, 1, 1),
        ends_on=date(2027, 12, 31),
    )
    return CountryProgrammeDocument.objects.create(
        country=make_country("KEN"),
        generation="new",
        kind="full",
        framework=framework,
        starts_on=date(2023, 1, 1),
        ends_on=date(2026, 12, 31),
    )


def the_finding():
    return next(each for each in check(DAY) if each.rule == "A05")


def test_the_secretariat_sets_weight_and_threshold_and_the_history_says_who(secretariat):
    kept = set_rule(rule(), **setting(severity="error", parameters={"months": 3}), by=secretariat)

    assert {name: getattr(kept, name) for name in KEPT} == {
        "severity": "error",
        "lesser_severity": "",
        "parameters": {"months": 3},
        "is_on": True,
        "off_reason": "",
    }
    event = AlignmentRule.pgh_event_model.objects.order_by("-pgh_id").first()
    assert (event.severity, event.pgh_context["user"]) == ("error", secretariat.user.pk)


def test_a_rule_is_switched_off_with_a_reason_and_on_again_without_one(secretariat):
    a05 = rule()

    off = set_rule(a05, **setting(is_on=False, off_reason=" Under review. "), by=secretariat)
    assert (off.is_on, off.off_reason) == (False, "Under review.")
    event = AlignmentRule.pgh_event_model.objects.order_by("-pgh_id").first()
    assert event.pgh_context["reason"] == "Under review."

    on = set_rule(a05, **setting(off_reason="left in the form"), by=secretariat)
    assert (on.is_on, on.off_reason) == (True, "")


def test_a_rule_that_is_off_finds_nothing(document, secretariat):
    a05 = rule()
    assert the_finding().is_open

    set_rule(a05, **setting(is_on=False, off_reason="Under review."), by=secretariat)

    assert check(DAY) == []


def test_setting_a_rule_as_it_is_leaves_no_trace(secretariat):
    a05 = rule()
    set_rule(a05, **setting(), by=secretariat)
    assert AlignmentRule.pgh_event_model.objects.count() == 1


def test_a_setting_made_on_another_one_is_refused_and_nothing_is_stored(secretariat):
    a05 = rule()
    shown = digest(setting_of(a05))
    set_rule(a05, **setting(severity="error"), base=shown, by=secretariat)

    with pytest.raises(Stale) as refused:
        set_rule(a05, **setting(parameters={"months": 3}), base=shown, by=secretariat)

    stands = setting(severity="error")
    assert (refused.value.code, setting_of(refused.value.current)) == ("stale_version", stands)
    a05.refresh_from_db()
    assert setting_of(a05) == stands


def test_a_setting_that_stands_already_overwrites_nothing_however_old_its_base(secretariat):
    a05 = rule()
    kept = set_rule(a05, **setting(), base="old", by=secretariat)
    assert setting_of(kept) == setting()


WRONG = [
    ("A05", {"severity": "grave"}, [("/severity", "unknown_severity")]),
    ("A05", {"lesser_severity": "info"}, [("/lesser_severity", "no_milder_case")]),
    ("A05", {"parameters": []}, [("/parameters", "not_an_object")]),
    ("A05", {"parameters": {}}, [("/parameters/months", "required")]),
    ("A05", {"parameters": {"months": 61}}, [("/parameters/months", "out_of_limits")]),
    ("A05", {"parameters": {"months": -1}}, [("/parameters/months", "out_of_limits")]),
    ("A05", {"parameters": {"months": 6.5}}, [("/parameters/months", "not_a_count")]),
    ("A05", {"parameters": {"months": "6"}}, [("/parameters/months", "not_a_count")]),
    ("A05", {"parameters": {"months": True}}, [("/parameters/months", "not_a_count")]),
    (
        "A05",
        {"parameters": {"month": 6}},
        [("/parameters/month", "unknown_threshold"), ("/parameters/months", "required")],
    ),
    ("A01", {"parameters": {"months": 6}}, [("/parameters/months", "unknown_threshold")]),
    ("A05", {"is_on": False}, [("/off_reason", "reason_required")]),
    ("A05", {"is_on": False, "off_reason": " \n"}, [("/off_reason", "reason_required")]),
    ("A05", {"is_on": False, "off_reason": "x" * 301}, [("/off_reason", "too_long")]),
    ("A05", {"is_on": False, "off_reason": "a\x00b"}, [("/off_reason", "bad_character")]),
    ("A05", {"off_reason": None}, [("/off_reason", "not_a_text")]),
    ("A05", {"is_on": "yes"}, [("/is_on", "not_true_or_false")]),
    (
        "A04",
        {"severity": "warning", "lesser_severity": "error", "parameters": {}},
        [("/lesser_severity", "not_milder")],
    ),
]


@pytest.mark.parametrize(("code", "said", "faults"), WRONG)
def test_a_setting_that_makes_no_sense_is_refused_with_every_fault(code, said, faults, secretariat):
    with pytest.raises(Invalid) as refused:
        set_rule(rule(code), **setting(**said), by=secretariat)
    assert [(each.pointer, each.code) for each in refused.value.faults] == faults


def test_both_ends_of_a_threshold_and_a_milder_case_are_taken(secretariat):
    a04, a05 = rule("A04"), rule()
    for months in (0, 60):
        set_rule(a05, **setting(parameters={"months": months}), by=secretariat)
    milder = setting(severity="error", lesser_severity="info", parameters={})
    assert set_rule(a04, **milder, by=secretariat).lesser_severity == "info"


def test_the_file_of_rules_has_the_thresholds_and_milder_cases_that_can_be_set():
    load([RULES], reason="test")
    rules = AlignmentRule.objects.all()
    assert {each.code: set(each.parameters) for each in rules if each.parameters} == {
        code: set(named) for code, named in THRESHOLDS.items()
    }
    assert {each.code for each in rules if each.lesser_severity} == TWO_CASES


OTHERS = ["regional_office", "board_member", "administrator"]


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_but_the_secretariat_sets_rules_or_findings_aside(role, document):
    a05, by = rule(), make_actor(role, make_office("ROAF"))
    for act in (
        lambda: set_rule(a05, **setting(), by=by),
        lambda: dismiss(the_finding(), reason="Agreed.", day=DAY, by=by),
        lambda: restore("A05", the_finding().subject, by=by),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_token_that_only_reads_sets_nothing_aside(document):
    rule()
    user = make_user("secretariat")
    token, _ = make_token(user, scopes=("read",))
    with pytest.raises(NotAllowed):
        dismiss(the_finding(), reason="Agreed.", day=DAY, by=actor_of(user, token))


def test_a_finding_is_set_aside_with_reason_day_and_person(document, secretariat):
    rule()

    dismiss(the_finding(), reason=" Agreed with the team. ", day=DAY, by=secretariat)

    found = the_finding()
    assert not found.is_open
    assert (found.dismissal.reason, found.dismissal.on, found.dismissal.holds) == (
        "Agreed with the team.",
        DAY,
        True,
    )
    assert found.dismissal.by == str(secretariat.user)


def moved(document, **fields):
    CountryProgrammeDocument.objects.filter(pk=document.pk).update(**fields)


def extended(document, ends_on):
    CooperationFramework.objects.filter(pk=document.framework_id).update(ends_on=ends_on)


CHANGED = [
    lambda document: moved(document, ends_on=date(2026, 11, 30)),
    lambda document: extended(document, date(2028, 12, 31)),
    lambda document: AlignmentRule.objects.update(parameters={"months": 3}),
]


@pytest.mark.parametrize("change", CHANGED, ids=["its end", "the framework's", "the limit"])
def test_a_changed_fact_brings_a_finding_back_and_it_can_be_set_aside_anew(
    change, document, secretariat
):
    rule()
    dismiss(the_finding(), reason="Agreed.", day=DAY, by=secretariat)

    change(document)

    found = the_finding()
    assert (found.is_open, found.dismissal.holds, found.dismissal.reason) == (
        True,
        False,
        "Agreed.",
    )
    dismiss(found, reason="Agreed again.", day=DAY, by=secretariat)
    assert not the_finding().is_open
    assert FindingDismissal.objects.count() == 1


UNRELATED = [
    lambda document: moved(document, note="Read again.", prc_reviewed_on=date(2022, 5, 1)),
    lambda document: make_team("UGA"),
    lambda document: AlignmentRule.objects.update(severity="error", condition="In other words"),
]


@pytest.mark.parametrize("change", UNRELATED, ids=["its note", "a team", "the weight"])
def test_an_unrelated_change_does_not(change, document, secretariat):
    rule()
    dismiss(the_finding(), reason="Agreed.", day=DAY, by=secretariat)

    change(document)

    assert not the_finding().is_open


def test_another_day_brings_nothing_back(document, secretariat):
    rule()
    dismiss(the_finding(), reason="Agreed.", day=DAY, by=secretariat)
    assert [each.is_open for each in check(date(2026, 9, 1))] == [False]


@pytest.mark.parametrize(
    ("reason", "code"),
    [("", "reason_required"), ("x" * 501, "too_long"), ("a\x07", "bad_character")],
)
def test_setting_aside_needs_a_reason_that_can_be_read(reason, code, document, secretariat):
    rule()
    with pytest.raises(Invalid) as refused:
        dismiss(the_finding(), reason=reason, day=DAY, by=secretariat)
    assert [(each.pointer, each.code) for each in refused.value.faults] == [("/reason", code)]


def codes_of(refused):
    return [each.code for each in refused.value.blockers]


def test_what_passed_or_cannot_be_checked_is_not_set_aside(document, secretariat):
    rule()
    for end in (date(2027, 12, 31), None):
        moved(document, ends_on=end)
        with pytest.raises(Blocked) as refused:
            dismiss(the_finding(), reason="Agreed.", day=DAY, by=secretariat)
        assert codes_of(refused) == ["not_a_finding"]


def test_what_is_set_aside_is_not_set_aside_again(document, secretariat):
    rule()
    dismiss(the_finding(), reason="Agreed.", day=DAY, by=secretariat)
    with pytest.raises(Blocked) as refused:
        dismiss(the_finding(), reason="Agreed.", day=DAY, by=secretariat)
    assert codes_of(refused) == ["already_dismissed"]


def test_whoever_read_other_facts_decides_anew(document, secretariat):
    rule()
    seen = the_finding().fingerprint
    moved(document, ends_on=date(2026, 11, 30))

    with pytest.raises(Stale) as refused:
        dismiss(the_finding(), reason="Agreed.", day=DAY, seen=seen, by=secretariat)

    assert refused.value.current == the_finding()
    assert not FindingDismissal.objects.exists()


def test_a_finding_comes_back_when_it_is_restored_and_the_history_keeps_both(document, secretariat):
    rule()
    dismiss(the_finding(), reason="Agreed.", day=DAY, by=secretariat)

    restore("A05", the_finding().subject, by=secretariat)

    assert (the_finding().is_open, the_finding().dismissal) == (True, None)
    events = FindingDismissal.pgh_event_model.objects.order_by("pgh_id")
    assert list(events.values_list("pgh_label", flat=True)) == ["insert", "delete"]
    with pytest.raises(Blocked) as refused:
        restore("A05", the_finding().subject, by=secretariat)
    assert codes_of(refused) == ["not_dismissed"]


def test_an_error_can_be_set_aside_and_that_it_is_one_is_said(document, secretariat):
    rule(severity="error")
    found = the_finding()

    assert blockers.to_dismiss(found) == []
    assert blockers.caution(found).startswith("This is an error, not a remark.")
    dismiss(found, reason="Agreed by the Executive Director.", day=DAY, by=secretariat)
    assert (the_finding().severity, the_finding().is_open) == ("error", False)


def test_a_warning_is_set_aside_without_more_words(document):
    rule()
    assert blockers.caution(the_finding()) == ""
