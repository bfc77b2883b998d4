import pytest

from checklist.actions.bulk import accept_confirmed
from tests.checklist.pages import signed_in, text_of
from tests.checklist.reviewed import hand_over, make_second_round
from tests.factories import answer_to, make_actor, make_user

pytestmark = pytest.mark.django_db

CHANGED, CONFIRMED, CARRIED = ["KEN"], ["UGA", "RWA", "TZA"], ["MLI", "NER"]


@pytest.fixture
def submission(office_user):
    round_ = make_second_round([*CHANGED, *CONFIRMED, *CARRIED])
    return hand_over(round_, CHANGED, CONFIRMED, CARRIED, by=office_user)


def address(submission, act=""):
    return f"/submissions/{submission.pk}/{act}"


def decisions(submission):
    return list(submission.lines.order_by("number").values_list("decision", flat=True))


def accept(client, submission, **fields):
    data = {"has_read": "on", "expected": "3", **fields}
    return client.post(address(submission, "accept-confirmed/"), data)


def test_confirmed_and_carried_lines_are_counted_apart(submission, secretariat):
    page = text_of(secretariat.get(address(submission)))
    assert "Accept 3 confirmed lines" in page
    assert "Return 2 unconfirmed lines" in page
    assert "I have read the sample of 3 lines" in page


def test_only_confirmed_lines_are_accepted_together(submission, secretariat):
    assert accept(secretariat, submission).url == address(submission)
    assert decisions(submission) == ["", "accept", "accept", "accept", "", ""]
    assert answer_to(submission.round, "NGT-01", "UGA").progress == "accepted"
    assert answer_to(submission.round, "NGT-01", "MLI").progress == "submitted"


def test_the_sample_must_have_been_read(submission, secretariat):
    response = accept(secretariat, submission, has_read="")
    assert response.status_code == 422
    assert "Read the sample first." in text_of(response)
    assert decisions(submission) == [""] * 6


def test_a_line_decided_meanwhile_refuses_all_and_says_so(submission, secretariat):
    accept_confirmed(submission, expected=3, by=make_actor())
    response = accept(secretariat, submission)
    assert response.status_code == 409
    assert "Nothing was changed" in text_of(response)


def test_the_sample_is_the_same_at_each_reading(office_user, secretariat):
    teams = [f"T{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(45)]
    submission = hand_over(make_second_round(teams, items=1), (), teams, by=office_user)
    first = text_of(secretariat.get(address(submission, "sample/")))
    assert first.count("?line=") == 20
    assert "20 confirmed lines drawn at random" in first
    again = text_of(secretariat.get(address(submission, "sample/")))
    assert lines_in(first) == lines_in(again)


@pytest.mark.parametrize("count", [1, 100])
def test_as_many_queries_for_one_line_as_for_a_hundred(
    office_user, secretariat, django_assert_num_queries, count
):
    teams = [f"T{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(count)]
    submission = hand_over(make_second_round(teams, items=1), (), teams, by=office_user)
    with django_assert_num_queries(13):
        assert secretariat.get(address(submission)).status_code == 200
    with django_assert_num_queries(8):
        assert secretariat.get(address(submission, "sample/")).status_code == 200


def lines_in(page):
    return [part.split('"')[0] for part in page.split("?line=")[1:]]


def test_unconfirmed_lines_go_back_with_a_reason_that_is_asked_for(submission, secretariat):
    back = address(submission, "return-unconfirmed/")
    assert "Return 2 unconfirmed lines" in text_of(secretariat.get(back))
    assert secretariat.post(back, {"expected": "2"}).status_code == 422
    data = {"expected": "2", "words": "Look at these again."}
    assert secretariat.post(back, data).url == address(submission)
    assert decisions(submission) == ["", "", "", "", "return", "return"]


def test_more_unconfirmed_lines_than_were_shown_refuse_and_show_the_number_now(
    submission, secretariat
):
    back = address(submission, "return-unconfirmed/")
    response = secretariat.post(back, {"expected": "1", "words": "Again."})
    assert response.status_code == 409
    assert 'name="expected" value="2"' in text_of(response)


def test_what_was_decided_together_is_undone_until_the_submission_is_accepted(
    submission, secretariat
):
    accept(secretariat, submission)
    assert "Undo 3 decisions made together" in text_of(secretariat.get(address(submission)))
    assert secretariat.post(address(submission, "undo-bulk/")).url == address(submission)
    assert decisions(submission) == [""] * 6


def test_everything_that_waits_goes_back_with_one_reason(submission, secretariat):
    accept(secretariat, submission)
    back = address(submission, "return-all/")
    assert "Return all 3 lines that wait" in text_of(secretariat.get(back))
    secretariat.post(back, {"expected": "3", "words": "The round is void."})
    assert decisions(submission) == ["return", "accept", "accept", "accept", "return", "return"]


def test_more_lines_than_were_shown_do_not_all_go_back(submission, secretariat):
    back = address(submission, "return-all/")
    response = secretariat.post(back, {"expected": "3", "words": "The round is void."})
    assert response.status_code == 409
    assert decisions(submission) == [""] * 6


def test_the_submission_is_accepted_when_no_line_waits_and_says_why_not_before(
    submission, secretariat
):
    page = text_of(secretariat.get(address(submission)))
    assert "6 lines still wait for a decision." in page
    refused = secretariat.post(address(submission, "close/"))
    assert refused.status_code == 409
    secretariat.post(address(submission), {"line": "1", "decision": "accept"})
    back = address(submission, "return-unconfirmed/")
    secretariat.post(back, {"expected": "2", "words": "Look at these again."})
    accept(secretariat, submission)
    submission.refresh_from_db()
    assert submission.state == "in_review"
    assert "Accept the submission by" in text_of(secretariat.get(address(submission)))
    assert secretariat.post(address(submission, "close/")).url == address(submission)
    submission.refresh_from_db()
    assert submission.state == "decided"
    assert secretariat.post(address(submission, "undo-bulk/")).status_code == 409


def test_nobody_decides_together_what_they_handed_over(submission, office_user):
    office_user.role = "secretariat"
    office_user.save()
    client = signed_in(office_user)
    assert accept(client, submission).status_code == 403
    assert client.post(address(submission, "close/")).status_code == 403
    assert "Accept 3 confirmed lines" not in text_of(client.get(address(submission)))


def test_an_office_is_told_and_offered_nothing(submission, office):
    page = text_of(office.get(address(submission)))
    assert "Confirmed by the office as the same" in page
    assert "accept-confirmed" not in page
    assert "Accept the submission" not in page


def test_another_reviewer_sees_who_decided(submission, secretariat):
    accept(secretariat, submission)
    other = signed_in(make_user("secretariat"))
    response = other.post(address(submission), {"line": "2", "decision": "return", "words": "No"})
    assert response.status_code == 409
    assert "Line 2 is accepted by Sven Secretariat." in text_of(response)
