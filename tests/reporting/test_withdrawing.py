"""A withdrawn publication: closed at its address, which says why."""

import pytest

from accounts.models.users import Role
from accounts.refusals import Blocked, Invalid, NotAllowed
from checklist.actions.rounds import reopen
from checklist.models import Evidence, ReportingRound
from reporting.models import Publication, PublicationNotice
from reporting.publishing import publish
from reporting.verifying import verify
from reporting.withdrawing import withdraw
from tests import factories as make
from tests.checklist.pages import signed_in, text_of
from tests.reporting.world import (
    accept,
    answered_round,
    make_publication,
    make_world,
    publish_round,
)

pytestmark = pytest.mark.django_db

PAGE = "/publications/2026/1/"
FORM = f"{PAGE}withdraw/"
REASON = "Answers of another round were published."
BELOW = (
    "",
    "overview/",
    "offices/ROAF/",
    "offices/XXX/",
    "teams/table/teams.csv",
    "canonical.json",
    "verification/",
)


@pytest.fixture
def publication():
    return make_publication()


@pytest.fixture
def board():
    return signed_in(make.make_user(Role.BOARD_MEMBER))


@pytest.fixture
def secretariat():
    return signed_in(make.make_user(Role.SECRETARIAT))


def withdrawn(publication):
    return withdraw(publication, reason=REASON, by=make.make_actor())


def test_every_address_below_it_is_a_tombstone(publication, board):
    withdrawn(publication)
    answers = {each: board.get(PAGE + each) for each in BELOW}
    assert {each: answer.status_code for each, answer in answers.items()} == dict.fromkeys(
        BELOW, 410
    )
    for answer in answers.values():
        page = text_of(answer)
        assert "Publication 2026/1 was withdrawn" in page
        assert REASON in page
        assert publication.sha256[:8] in page
        assert answer["Cache-Control"] == "no-store"


def test_the_secretariat_reads_it_marked(publication, secretariat):
    withdrawn(publication)
    for each in ("", "overview/"):
        page = secretariat.get(PAGE + each)
        assert page.status_code == 200
        assert "withdrawn" in text_of(page)
        assert REASON in text_of(page)
    assert secretariat.get(f"{PAGE}canonical.json").status_code == 200


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.REGIONAL_OFFICE])
def test_nobody_else_reads_it(publication, role):
    withdrawn(publication)
    assert signed_in(make.make_user(role)).get(f"{PAGE}overview/").status_code == 410


def test_strangers_find_the_tombstone_too_where_publications_are_public(
    publication, client, settings
):
    withdrawn(publication)
    assert client.get(PAGE).status_code == 302
    settings.PUBLICATIONS_ARE_PUBLIC = True
    assert client.get(PAGE).status_code == 410


def test_what_was_in_force_before_is_in_force_again(board):
    make_world()
    publish_round(answered_round("2025"))
    later = publish_round(answered_round("2026"))
    withdrawn(later)
    assert "/publications/2025/1/" in text_of(board.get("/"))
    assert 'href="/publications/2025/1/"' in text_of(board.get(PAGE))


def test_without_another_publication_nothing_is_in_force(publication, board):
    withdrawn(publication)
    assert "No other publication is in force." in text_of(board.get(PAGE))
    assert board.get("/").status_code == 200
    assert "ROAF" not in text_of(board.get("/"))


def test_the_list_says_it_and_why(publication, board):
    withdrawn(publication)
    page = text_of(board.get("/publications/"))
    assert REASON in page


def test_evidence_that_it_alone_referred_to_is_closed(publication, board):
    key = Evidence.objects.values_list("pk", flat=True).get()
    withdrawn(publication)
    assert board.get(f"/evidence/{key}/").status_code == 404


def test_not_a_byte_of_it_changes(publication):
    withdrawn(publication)
    assert verify(Publication.objects.get()).holds


def test_it_is_withdrawn_once(publication):
    withdrawn(publication)
    with pytest.raises(Blocked) as refusal:
        withdrawn(publication)
    assert [each.code for each in refusal.value.blockers] == ["already_withdrawn"]


@pytest.mark.parametrize(("reason", "code"), [("  ", "reason_required"), ("x" * 2001, "too_long")])
def test_it_says_why(publication, reason, code):
    with pytest.raises(Invalid) as refusal:
        withdraw(publication, reason=reason, by=make.make_actor())
    assert [each.code for each in refusal.value.faults] == [code]
    assert not PublicationNotice.objects.exists()


@pytest.mark.parametrize("role", [Role.REGIONAL_OFFICE, Role.BOARD_MEMBER, Role.ADMINISTRATOR])
def test_only_the_secretariat_withdraws(publication, role):
    with pytest.raises(NotAllowed):
        withdraw(publication, reason=REASON, by=make.make_actor(role))


def test_the_typed_words_withdraw_it(publication, secretariat, board):
    form = secretariat.get(FORM)
    assert 'data-confirm="WITHDRAW 2026 VERSION 1"' in text_of(form)
    slip = secretariat.post(FORM, {"reason": REASON, "words": "WITHDRAW 2026"})
    assert (slip.status_code, board.get(PAGE).status_code) == (422, 200)
    assert REASON in text_of(slip)
    done = secretariat.post(FORM, {"reason": REASON, "words": "WITHDRAW 2026 VERSION 1"})
    assert (done.url, board.get(PAGE).status_code) == (PAGE, 410)


def test_a_correction_leaves_the_old_one_readable_with_the_way_to_the_new(board):
    make_publication()
    round_ = reopen(ReportingRound.objects.get(), by=make.make_actor())
    accept(round_, "NGT-02", "PACIFIC", "full")
    with pytest.raises(Invalid) as refusal:
        publish(round_, by=make.make_actor())
    assert [each.code for each in refusal.value.faults] == ["note_required"]
    publish(round_, note="One answer was wrong.", by=make.make_actor())
    for each in ("", "overview/"):
        page = text_of(board.get(PAGE + each))
        assert "One answer was wrong." in page
        assert 'href="/publications/2026/2/"' in page
    page = text_of(board.get("/publications/2026/2/"))
    assert "One answer was wrong." in page
    assert "What differs: 1 answer." in page
    assert 'href="/publications/2026/2/items/NGT-02/"' in page


def test_a_correction_that_was_withdrawn_no_longer_corrects(board):
    make_publication()
    round_ = reopen(ReportingRound.objects.get(), by=make.make_actor())
    second = publish(round_, note="One answer was wrong.", by=make.make_actor())
    withdrawn(second)
    assert "corrected" not in text_of(board.get(f"{PAGE}overview/"))


def corrected_again(note):
    """The round reopened and published as its next number."""
    round_ = reopen(ReportingRound.objects.get(), by=make.make_actor())
    return publish(round_, note=note, by=make.make_actor())


def test_where_the_correction_was_withdrawn_the_next_one_corrects(board):
    make_publication()
    withdrawn(corrected_again("One answer was wrong."))
    corrected_again("The right answer, this time.")
    for each in ("", "overview/"):
        page = text_of(board.get(PAGE + each))
        assert "was corrected" in page
        assert "The right answer, this time." in page
        assert 'href="/publications/2026/3/"' in page


def test_what_was_withdrawn_is_not_told_again_beside_its_correction(publication, board):
    withdrawn(publication)
    accept(ReportingRound.objects.get(), "NGT-02", "PACIFIC", "full")
    second = corrected_again("Answers of the right round.")
    assert not second.sections.filter(key="correction").exists()
    page = text_of(board.get("/publications/2026/2/"))
    assert "Answers of the right round." in page
    assert "What differs" not in page
