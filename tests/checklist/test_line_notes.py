import pytest

from accounts.policy import actor_of
from checklist.models import ReviewNote
from checklist.pages.review.notes import notes_of
from tests.checklist.pages import signed_in, text_of
from tests.factories import caller, make_office, make_user

pytestmark = pytest.mark.django_db

SECRET = "We doubt this one."


def write(client, submission, to, text, query=""):
    address = f"/submissions/{submission.pk}/lines/1/notes/{query}"
    return client.post(address, {"to": to, f"{to}-text": text})


def page_of(client, submission):
    return text_of(client.get(f"/submissions/{submission.pk}/?line=1"))


def test_an_internal_note_is_seen_by_the_secretariat_alone(
    submission, secretariat, office, administrator
):
    write(secretariat, submission, "internal", SECRET)
    assert SECRET in page_of(secretariat, submission)
    assert SECRET not in page_of(office, submission)
    assert SECRET not in page_of(administrator, submission)
    assert "Internal notes" not in page_of(office, submission)


def test_an_internal_note_is_not_even_fetched_for_an_office(submission, secretariat, office_user):
    write(secretariat, submission, "internal", SECRET)
    notes = notes_of(submission.lines.get(number=1), actor_of(office_user))
    assert (notes.internal, notes.may_see_internal) == ([], False)


def test_an_internal_note_reaches_no_other_page_nor_the_api_of_an_office(
    submission, secretariat, office
):
    write(secretariat, submission, "internal", SECRET)
    script = caller("regional_office", make_office("ROAF"))
    number, answer = submission.pk, "rounds/2026/answers/NGT-01/KEN/"
    paths = [f"/{answer}", "/my-work/", "/submissions/", f"/submissions/{number}/"]
    found = [text_of(office.get(path)) for path in paths]
    more = ("events/?limit=1000", f"submissions/{number}/", answer, "answers/", "submissions/")
    found += [text_of(script.get(f"/api/v1/{path}")) for path in more]
    found += [text_of(script.get(f"/api/v1/submissions/{number}/lines/1/notes/"))]
    assert [SECRET in each for each in found] == [False] * len(found)


def test_a_note_to_the_office_is_answered_on_the_same_line(submission, secretariat, office):
    write(secretariat, submission, "office", "Which annex?")
    assert "Which annex?" in page_of(office, submission)
    response = write(office, submission, "office", "Annex B.", "?line=1&pillar=NGT")
    assert response.url == f"/submissions/{submission.pk}/?line=1&pillar=NGT#notes"
    assert "Annex B." in page_of(secretariat, submission)


def test_an_office_writes_no_internal_note(submission, office):
    assert write(office, submission, "internal", "Ours").status_code == 403
    assert ReviewNote.objects.count() == 0


def test_an_empty_note_is_said_so_and_one_to_nobody_is_not_found(submission, secretariat):
    response = write(secretariat, submission, "office", " ")
    assert response.status_code == 422
    assert write(secretariat, submission, "board", "x").status_code == 404


def test_another_office_and_an_unknown_line_are_not_found(submission, secretariat):
    stranger = signed_in(make_user("regional_office", make_office("ROAS")))
    assert write(stranger, submission, "office", "x").status_code == 404
    address = f"/submissions/{submission.pk}/lines/99/notes/"
    assert secretariat.post(address, {"to": "office", "office-text": "x"}).status_code == 404


def test_an_administrator_writes_no_note(submission, administrator):
    assert write(administrator, submission, "office", "x").status_code == 403


def test_what_was_typed_stays_when_it_cannot_be_kept(submission, secretariat):
    response = write(secretariat, submission, "internal", "x" * 5001)
    assert response.status_code == 422
    assert "x" * 5001 in text_of(response)
