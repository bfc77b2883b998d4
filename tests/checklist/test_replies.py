"""What an office says to a correction: once, and kept beside both wordings."""

import pytest

from accounts.policy import actor_of
from accounts.refusals import Blocked, Invalid, NotAllowed
from checklist.actions.amendments import reply
from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from checklist.models import Amendment
from tests.factories import answer_to, make_actor, make_office, office_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def amendment(submission):
    secretariat = make_actor()
    decide(submission, [LineDecision(1, "accept")], by=secretariat)
    answer = answer_to(submission.round, "NGT-01", "KEN")
    values = {"kind": "partial", "narrative": "Corrected.", "constraints": ["other"]}
    save(answer, values, base_version=answer.version, reason="A slip", by=secretariat)
    return Amendment.objects.get()


def test_a_dissent_is_kept_with_both_wordings(amendment, office_user):
    reply(amendment, "dissent", "The first figure was right.", by=actor_of(office_user))

    kept = Amendment.objects.get()
    assert (kept.reply, kept.reply_words) == ("dissent", "The first figure was right.")
    assert kept.replied_by == office_user
    assert kept.before["narrative"] == "UN-Habitat takes part."
    assert kept.after["narrative"] == "Corrected."


def test_an_office_replies_once(amendment, office_user):
    reply(amendment, "acknowledged", by=actor_of(office_user))

    with pytest.raises(Blocked) as refusal:
        reply(amendment, "dissent", "After all.", by=actor_of(office_user))

    assert [each.code for each in refusal.value.blockers] == ["already_replied"]
    assert Amendment.objects.get().reply == "acknowledged"


def test_a_dissent_says_why_and_a_reply_is_one_of_two(amendment, office_user):
    for answer, pointer, code in [
        ("dissent", "/words", "reason_required"),
        ("maybe", "/reply", "unknown_reply"),
        ("", "/reply", "unknown_reply"),
    ]:
        with pytest.raises(Invalid) as refusal:
            reply(amendment, answer, by=actor_of(office_user))
        assert [(x.pointer, x.code) for x in refusal.value.faults] == [(pointer, code)]


def test_only_the_office_itself_replies(amendment):
    for actor in (make_actor(), make_actor("administrator"), office_actor(make_office("ROAS"))):
        with pytest.raises(NotAllowed):
            reply(amendment, "acknowledged", by=actor)
