"""A person takes the proposal of the records, or overrules it with a reason."""

from datetime import date

import pytest

from accounts.refusals import Blocked, Invalid, NotAllowed, Stale
from checklist.actions.answers import save
from checklist.actions.proposals import accept, overrule
from checklist.actions.rounds import freeze
from checklist.actions.submissions import submit
from checklist.models import ProposalReply, ReportingRound
from checklist.proposals.proposing import propose
from programmes.models import FrameworkEngagement
from tests.checklist.pages import signed_in, text_of
from tests.factories import (
    answer_to,
    make_actor,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    make_user,
    office_actor,
)
from tests.reporting.world import make_framework

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 5)
SHEET = "/rounds/2026/offices/ROAF/?item=NGT-05&subject=KEN"


@pytest.fixture
def round_():
    """Kenya answers whether UN-Habitat has signed; the records say that it has."""
    team = make_team("KEN", make_office("ROAF"))
    make_checklist(items=5)
    FrameworkEngagement.objects.create(framework=make_framework(team), signatory="yes")
    return make_open_round()


@pytest.fixture
def roaf(round_):
    return office_actor(make_office("ROAF"))


@pytest.fixture
def office(round_):
    return signed_in(make_user("regional_office", make_office("ROAF")))


def answer():
    return answer_to(ReportingRound.objects.get(code="2026"), "NGT-05", "KEN")


def facts(by, **others):
    found = propose(answer(), DAY)
    said = {"fingerprint": found.fingerprint, "base_version": answer().version, "day": DAY}
    return {**said, "by": by, **others}


def partial(by):
    words = {"kind": "partial", "narrative": "Page missing.", "constraints": ["other"]}
    return save(answer(), words, base_version=answer().version, by=by)


def test_a_proposal_that_is_taken_becomes_a_draft_with_a_name(roaf):
    accept(answer(), **facts(roaf))

    now = answer()
    assert (now.kind, now.progress, now.updated_by) == ("full", "draft", roaf.user)
    assert (now.proposal_reply.stance, now.proposal_reply.proposed) == ("accepted", "full")


def test_taking_a_proposal_leaves_the_other_words(roaf):
    partial(roaf)
    accept(answer(), **facts(roaf))
    assert (answer().kind, answer().narrative) == ("full", "Page missing.")


def test_a_verdict_that_differs_is_kept_with_its_reason(roaf):
    partial(roaf)
    overrule(answer(), reason=" The page is lost. ", **facts(roaf))

    reply = answer().proposal_reply
    assert (reply.stance, reply.reason, answer().kind) == (
        "overruled",
        "The page is lost.",
        "partial",
    )


def test_to_overrule_needs_a_reason_and_another_verdict(roaf):
    with pytest.raises(Blocked, match="not_answered_yet"):
        overrule(answer(), reason="No.", **facts(roaf))
    partial(roaf)
    with pytest.raises(Invalid):
        overrule(answer(), reason="  ", **facts(roaf))
    accept(answer(), **facts(roaf))
    with pytest.raises(Blocked, match="agrees_with_records"):
        overrule(answer(), reason="No.", **facts(roaf))
    assert ProposalReply.objects.get().stance == "accepted"


def test_nothing_is_said_to_what_was_not_seen(roaf):
    seen = facts(roaf)
    FrameworkEngagement.objects.update(signatory="no")
    with pytest.raises(Blocked, match="proposal_changed"):
        accept(answer(), **seen)
    FrameworkEngagement.objects.update(signatory="unknown")
    with pytest.raises(Blocked, match="nothing_proposed"):
        accept(answer(), **seen)


def test_a_reply_is_the_office_s_own_while_the_round_is_open(round_, roaf):
    for stranger in (office_actor(make_office("ROAS", "regional")), make_actor("secretariat")):
        with pytest.raises(NotAllowed):
            accept(answer(), **facts(stranger))
    with pytest.raises(Stale):
        accept(answer(), **facts(roaf, base_version=7))
    freeze(round_, by=make_actor("secretariat"))
    with pytest.raises(Blocked, match="round_not_open"):
        accept(answer(), **facts(roaf))


def test_the_sheet_shows_the_proposal_with_its_record_and_takes_it(office):
    page = office.get(SHEET)
    shown = page.context["proposal"]
    assert shown.because == "UN-Habitat has signed the framework 2023–2027."
    assert shown.records[0][1].startswith("/register/frameworks/")

    words = {"kind": "partial", "narrative": "Typed.", "language": "en", "base_version": 0}
    data = {**words, "act": "accept-proposal", "proposal": shown.proposal.fingerprint}
    assert office.post(SHEET, data).status_code == 302

    now = office.get(SHEET).context["proposal"]
    assert (answer().kind, answer().narrative, now.reply.stance) == ("full", "Typed.", "accepted")


def test_what_was_typed_is_kept_when_no_reason_is_given(office):
    shown = office.get(SHEET).context["proposal"]
    words = {"kind": "partial", "narrative": "Typed.", "language": "en", "base_version": 0}
    data = {**words, "act": "overrule-proposal", "proposal": shown.proposal.fingerprint}

    page = office.post(SHEET, data)

    assert page.status_code == 422
    assert "Say why the answer differs" in text_of(page)
    assert "Typed." in page.content.decode()
    assert (answer().kind, ProposalReply.objects.exists()) == ("not_assessed", False)


def test_the_reviewer_sees_that_office_and_records_differ(roaf):
    secretariat = signed_in(make_user("secretariat"))
    partial(roaf)
    number = submit(answer().round, answer().office, None, by=roaf).submission.pk
    shown = text_of(secretariat.get(f"/submissions/{number}/"))
    assert "The office answers otherwise and gives no reason." in shown

    overrule(answer(), reason="The page is lost.", **facts(roaf))
    assert "The page is lost." in text_of(secretariat.get(f"/submissions/{number}/"))

    FrameworkEngagement.objects.update(signatory="no")
    assert "The page is lost." not in text_of(secretariat.get(f"/submissions/{number}/"))
