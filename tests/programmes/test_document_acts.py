"""The acts on programme documents: who may, what they leave on record, what is kept."""

from datetime import date

import pytest

from accounts.models.users import Role
from accounts.refusals import Blocked, Fault, Invalid, NotAllowed
from programmes.actions.programme_documents import (
    advance,
    correct_stage,
    judge,
    record_review,
    withdraw,
)
from programmes.models import CountryProgrammeDocument, CriterionJudgement
from tests.factories import make_actor, make_office, office_actor
from tests.programmes.documents import (
    TODAY,
    make_criterion,
    make_document,
    make_framework,
    make_ready_document,
)

pytestmark = pytest.mark.django_db

PERIOD = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 2, 28)}
REVIEWED = {"prc_reviewed_on": date(2026, 2, 1), "prc_decision": "approved"}


def actor(role):
    return {
        "office": lambda: office_actor(make_office("ROAF")),
        "other_office": lambda: office_actor(make_office("ROAS")),
        "secretariat": make_actor,
        "administrator": lambda: make_actor(Role.ADMINISTRATOR),
        "board": lambda: make_actor(Role.BOARD_MEMBER),
    }[role]()


def history_of(document):
    events = CountryProgrammeDocument.pgh_event_model.objects.filter(pgh_obj=document.pk)
    newest = events.order_by("-pgh_id").first()
    return newest.stage, newest.pgh_context


ACTS = {
    # act: (office of the country, another office, secretariat, administrator, Board)
    "draft": (True, False, True, False, False),
    "hand_over": (True, False, True, False, False),
    "approve": (False, False, True, False, False),
    "return": (False, False, True, False, False),
    "run": (True, False, True, False, False),
    "end": (True, False, True, False, False),
    "withdraw": (True, False, True, False, False),
    "correct": (False, False, True, False, False),
    "review": (False, False, True, False, False),
    "judge": (False, False, True, False, False),
}
ROLES = ("office", "other_office", "secretariat", "administrator", "board")


def carry_out(act, by):
    match act:
        case "draft":
            advance(make_document("launching"), to="drafting", day=TODAY, by=by)
        case "hand_over":
            advance(make_ready_document(), to="prc_review", day=TODAY, by=by)
        case "approve":
            document = make_ready_document("prc_review", **REVIEWED)
            advance(document, to="approved", day=TODAY, by=by)
        case "return":
            document = make_document("prc_review")
            advance(document, to="drafting", reason="Lessons", day=TODAY, by=by)
        case "run":
            advance(make_document("approved", **PERIOD), to="running", day=TODAY, by=by)
        case "end":
            advance(make_document("running", **PERIOD), to="ended", day=TODAY, by=by)
        case "withdraw":
            withdraw(make_document(), reason="Crisis", day=TODAY, by=by)
        case "correct":
            correct_stage(make_document("unknown"), to="running", reason="Letter", by=by)
        case "review":
            said = {"decision": "approved", "reviewed_on": TODAY, "day": TODAY}
            record_review(make_document("prc_review"), **said, by=by)
        case "judge":
            document = make_document("prc_review")
            judge(document, make_criterion(), verdict="met", day=TODAY, by=by)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", ROLES)
def test_who_may_do_what(act, role):
    may = dict(zip(ROLES, ACTS[act], strict=True))[role]
    if may:
        carry_out(act, actor(role))
    else:
        with pytest.raises(NotAllowed):
            carry_out(act, actor(role))


def test_a_document_goes_the_whole_way():
    document = make_ready_document("launching")
    office, secretariat = office_actor(make_office("ROAF")), make_actor()
    criterion = make_criterion()

    advance(document, to="drafting", day=TODAY, by=office)
    advance(document, to="prc_review", day=TODAY, by=office)
    judge(document, criterion, verdict="met", day=TODAY, by=secretariat)
    record_review(document, decision="approved", reviewed_on=TODAY, day=TODAY, by=secretariat)
    advance(document, to="approved", day=TODAY, by=secretariat)
    advance(document, to="running", day=TODAY, by=office)
    advance(document, to="ended", day=date(2029, 1, 1), by=office)

    document.refresh_from_db()
    assert (document.stage, document.approved_on) == ("ended", TODAY)


def test_the_stage_is_read_anew_when_two_take_the_same_step():
    document = make_document("launching")
    seen_before = CountryProgrammeDocument.objects.get(pk=document.pk)
    by = office_actor(make_office("ROAF"))
    advance(document, to="drafting", day=TODAY, by=by)

    with pytest.raises(Blocked) as refusal:
        advance(seen_before, to="drafting", day=TODAY, by=by)

    assert refusal.value.code == "stage_not_next"


def test_nobody_slips_by_the_committee_with_a_document_read_earlier():
    document = make_ready_document("launching")
    seen_before = CountryProgrammeDocument.objects.get(pk=document.pk)
    CountryProgrammeDocument.objects.update(stage="prc_review", **REVIEWED)

    with pytest.raises(NotAllowed):
        advance(seen_before, to="drafting", day=TODAY, by=office_actor(make_office("ROAF")))


def test_a_refused_step_changes_nothing():
    document = make_document()

    with pytest.raises(Blocked):
        advance(document, to="prc_review", day=TODAY, by=make_actor())

    document.refresh_from_db()
    assert document.stage == "drafting"


def test_a_return_leaves_its_decision_day_and_reason():
    document = make_document("prc_review")

    advance(document, to="drafting", reason="Lessons are missing", day=TODAY, by=make_actor())

    document.refresh_from_db()
    stage, said = history_of(document)
    assert (document.prc_decision, document.prc_reviewed_on) == ("returned", TODAY)
    assert (stage, said["reason"], said["role"]) == (
        "drafting",
        "Lessons are missing",
        "secretariat",
    )


def test_another_review_begins_without_the_decision_of_the_last():
    document = make_ready_document(prc_decision="returned", prc_reviewed_on=TODAY)

    advance(document, to="prc_review", day=TODAY, by=make_actor())

    document.refresh_from_db()
    assert (document.prc_decision, document.prc_reviewed_on) == ("unknown", None)


def test_a_day_of_approval_that_is_on_record_stays():
    earlier = date(2026, 1, 15)
    document = make_ready_document("prc_review", approved_on=earlier, **REVIEWED)

    advance(document, to="approved", day=TODAY, by=make_actor())

    document.refresh_from_db()
    assert document.approved_on == earlier


def test_a_framework_changed_by_others_meanwhile_is_not_written_back():
    document = make_document("launching")
    framework = make_framework()
    CountryProgrammeDocument.objects.update(framework=framework)

    advance(document, to="drafting", day=TODAY, by=make_actor())

    document.refresh_from_db()
    assert document.framework == framework


NO_REASON = [Fault("/reason", "reason_required", "Say in words why.")]


@pytest.mark.parametrize(
    "act",
    [
        lambda by: advance(make_document("prc_review"), to="drafting", day=TODAY, by=by),
        lambda by: withdraw(make_document(), reason=" ", day=TODAY, by=by),
        lambda by: correct_stage(make_document(), to="running", reason="", by=by),
    ],
)
def test_a_return_a_withdrawal_and_a_correction_need_a_reason(act):
    with pytest.raises(Invalid) as refusal:
        act(make_actor())

    assert refusal.value.faults == NO_REASON


@pytest.mark.parametrize(
    ("reason", "code"), [("x" * 5001, "too_long"), ("a\x07b", "bad_character")]
)
def test_a_reason_is_a_text_that_can_be_kept(reason, code):
    with pytest.raises(Invalid) as refusal:
        withdraw(make_document(), reason=reason, day=TODAY, by=make_actor())

    assert [fault.code for fault in refusal.value.faults] == [code]


@pytest.mark.parametrize("to", ["unknown", "published", ""])
def test_a_stage_is_recorded_as_one_that_is_known(to):
    with pytest.raises(Invalid) as refusal:
        correct_stage(make_document(), to=to, reason="r", by=make_actor())

    assert refusal.value.faults[0].code == "unknown_stage"


def test_a_review_does_not_lie_in_the_future():
    said = {"decision": "approved", "reviewed_on": date(2026, 3, 2), "day": TODAY}

    with pytest.raises(Invalid) as refusal:
        record_review(make_document("prc_review"), **said, by=make_actor())

    assert [(x.pointer, x.code) for x in refusal.value.faults] == [("/reviewed_on", "invalid_date")]


def test_what_the_committee_returns_is_returned_by_the_step_back():
    said = {"decision": "returned", "reviewed_on": TODAY, "day": TODAY}

    with pytest.raises(Invalid) as refusal:
        record_review(make_document("prc_review"), **said, by=make_actor())

    assert refusal.value.faults[0].code == "unknown_decision"


def test_a_criterion_is_judged_once_and_judged_anew():
    document, criterion, by = make_document("prc_review"), make_criterion(), make_actor()
    judge(document, criterion, verdict="not_met", note="No lessons", day=TODAY, by=by)

    judge(document, criterion, verdict="met", day=date(2026, 3, 2), by=by)

    judgement = CriterionJudgement.objects.get()
    assert (judgement.verdict, judgement.note, judgement.judged_on, judgement.judged_by) == (
        "met",
        "",
        date(2026, 3, 2),
        by.user,
    )


@pytest.mark.parametrize("verdict", ["partly", "not_met"])
def test_what_is_not_fully_met_says_what_is_missing(verdict):
    with pytest.raises(Invalid) as refusal:
        judge(
            make_document("prc_review"),
            make_criterion(),
            verdict=verdict,
            day=TODAY,
            by=make_actor(),
        )

    assert [(each.pointer, each.code) for each in refusal.value.faults] == [("/note", "required")]


def test_nobody_judges_a_document_that_the_committee_has_not():
    with pytest.raises(Blocked) as refusal:
        judge(make_document(), make_criterion(), verdict="met", day=TODAY, by=make_actor())

    assert refusal.value.code == "not_in_review"
