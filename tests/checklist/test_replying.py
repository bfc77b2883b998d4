import pytest

from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from checklist.models import Amendment
from tests.checklist.pages import signed_in, text_of
from tests.factories import answer_to, make_actor, make_office, make_user, office_actor

pytestmark = pytest.mark.django_db

PAGE = "/rounds/2026/answers/NGT-01/KEN/"
REPLY = f"{PAGE}amendments/1/reply/"


@pytest.fixture
def corrected(submission):
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    answer = answer_to(submission.round, "NGT-01", "KEN")
    words = {"kind": "not_started", "constraints": ["other"], "narrative": "Nothing yet."}
    return save(answer, words, base_version=None, reason="No letter is on file.", by=make_actor())


def test_an_office_acknowledges_a_correction_once(corrected, office, secretariat):
    assert "We acknowledge the correction" in text_of(office.get(PAGE))
    assert office.post(REPLY, {"reply": "acknowledged"}).url == PAGE
    page = text_of(office.get(PAGE))
    assert "The office acknowledges the correction" in page
    assert "Keep this reply" not in page
    assert "The office acknowledges the correction" in text_of(secretariat.get(PAGE))
    assert office.post(REPLY, {"reply": "dissent", "words": "No."}).status_code == 409


def test_a_dissent_and_its_words_stand_beside_both_texts(corrected, office, secretariat):
    office.post(REPLY, {"reply": "dissent", "words": "The letter was sent in May."})
    page = text_of(secretariat.get(PAGE))
    assert "The office dissents" in page
    assert "The letter was sent in May." in page
    assert "<del>UN-Habitat takes part</del>" in page
    assert "<ins>Nothing yet</ins>" in page


def test_a_dissent_without_words_is_asked_why_beside_the_correction(corrected, office):
    response = office.post(REPLY, {"reply": "dissent"})
    page = text_of(response)
    assert response.status_code == 422
    assert "A dissent says why." in page
    assert "No letter is on file." in page
    assert Amendment.objects.get().reply == ""


def test_corrections_are_numbered_from_the_first(corrected, office):
    again = {"kind": "not_started", "constraints": ["other"], "narrative": "Still nothing."}
    save(corrected, again, base_version=None, reason="Checked again.", by=make_actor())
    office.post(f"{PAGE}amendments/2/reply/", {"reply": "acknowledged"})
    replies = Amendment.objects.order_by("amended_at").values_list("reason", "reply")
    assert list(replies) == [("No letter is on file.", ""), ("Checked again.", "acknowledged")]
    assert office.get(f"{PAGE}amendments/3/reply/").status_code == 404


def test_nobody_else_replies(corrected, secretariat):
    assert secretariat.post(REPLY, {"reply": "acknowledged"}).status_code == 403
    stranger = signed_in(make_user("regional_office", make_office("ROAS")))
    assert stranger.post(REPLY, {"reply": "acknowledged"}).status_code == 404


def test_an_edit_after_the_acceptance_is_said_on_both_pages(submission, secretariat):
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    answer, writer = answer_to(submission.round, "NGT-01", "KEN"), office_actor(make_office("ROAF"))
    words = {"kind": "not_started", "constraints": ["other"], "narrative": "Ended."}
    save(answer, words, base_version=None, by=writer)
    said = "Accepted as version 1; the office has written version 2 since."
    assert said in text_of(secretariat.get(PAGE))
    assert said in text_of(secretariat.get(f"/submissions/{submission.pk}/?line=1"))


def test_a_correction_after_the_acceptance_is_not_taken_for_the_office(corrected, secretariat):
    assert "version 2 is accepted now" in text_of(secretariat.get(PAGE))
