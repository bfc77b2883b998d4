import pytest

from accounts.refusals import Blocked, Invalid, NotAllowed, Stale
from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.submissions import submit
from checklist.models import Amendment, Answer
from tests.factories import (
    answer_to,
    make_actor,
    make_office,
    make_open_round,
    make_team,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db
CORRECTION = {"kind": "not_started", "constraints": ["no_presence"], "narrative": "Corrected."}


@pytest.fixture
def office():
    return make_office("ROAF")


@pytest.fixture
def round_(office):
    make_team("KEN", office)
    return make_open_round()


@pytest.fixture
def accepted(round_, office):
    submission = submit(round_, office, [partial_line()], by=office_actor(office)).submission
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    return answer_to(round_, "NGT-01", "KEN")


def test_an_amendment_keeps_the_offices_words_beside_the_corrected_answer(accepted):
    by = make_actor()

    answer = save(accepted, CORRECTION, base_version=1, reason="Wrong country.", by=by)

    amendment = Amendment.objects.get()
    assert (answer.kind, answer.progress, answer.version) == ("not_started", "accepted", 2)
    assert (amendment.before["narrative"], amendment.after["narrative"]) == (
        "Under way.",
        "Corrected.",
    )
    assert (amendment.reason, amendment.amended_by) == ("Wrong country.", by.user)
    event = Answer.pgh_event_model.objects.order_by("-pgh_id").first()
    assert event.pgh_context["reason"] == "Wrong country."


def test_an_amendment_needs_its_reason_and_must_be_whole(accepted):
    with pytest.raises(Invalid) as without_reason:
        save(accepted, CORRECTION, base_version=1, by=make_actor())
    with pytest.raises(Invalid) as not_whole:
        save(accepted, {"kind": "full"}, base_version=1, reason="x", by=make_actor())
    assert [f.pointer for f in without_reason.value.faults] == ["/reason"]
    assert [f.code for f in not_whole.value.faults] == ["evidence_required"]


def test_what_is_not_accepted_goes_back_to_the_office_instead(round_):
    answer = answer_to(round_, "NGT-01", "KEN")
    with pytest.raises(Blocked) as refusal:
        save(answer, CORRECTION, base_version=0, reason="x", by=make_actor())
    assert refusal.value.code == "not_accepted"


def test_a_draft_need_not_be_complete_but_must_be_readable(round_, office):
    by, answer = office_actor(office), answer_to(round_, "NGT-01", "KEN")

    saved = save(answer, {"kind": "full"}, base_version=0, by=by)
    with pytest.raises(Invalid) as refusal:
        save(answer, {"kind": "full", "colour": "x"}, base_version=1, by=by)

    assert (saved.progress, saved.version) == ("draft", 1)
    assert [f.code for f in refusal.value.faults] == ["unknown_field"]


def test_a_stale_edit_overwrites_nothing(round_, office):
    by, answer = office_actor(office), answer_to(round_, "NGT-01", "KEN")
    save(answer, {"kind": "full"}, base_version=0, by=by)
    with pytest.raises(Stale) as refusal:
        save(answer, {"kind": "partial"}, base_version=0, by=by)
    assert refusal.value.current.version == 1


def test_the_same_words_again_make_no_new_version(round_, office):
    by, answer = office_actor(office), answer_to(round_, "NGT-01", "KEN")
    save(answer, {"kind": "full"}, base_version=0, by=by)
    assert save(answer, {"kind": "full"}, base_version=1, by=by).version == 1


@pytest.mark.parametrize("role", ["administrator", "board_member"])
def test_only_the_office_and_the_secretariat_write(round_, role):
    answer = answer_to(round_, "NGT-01", "KEN")
    with pytest.raises(NotAllowed):
        save(answer, {"kind": "full"}, base_version=0, by=make_actor(role))
