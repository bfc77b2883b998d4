import pytest

from accounts.policy import actor_of
from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from tests.checklist.pages import signed_in, text_of
from tests.factories import answer_to, make_actor, make_office, make_user, office_actor

pytestmark = pytest.mark.django_db


def address(submission, query=""):
    return f"/submissions/{submission.pk}/{query}"


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("who", ["secretariat", "office", "administrator"])
def test_staff_open_a_submission_in_either_direction(request, submission, who, prefix):
    client = request.getfixturevalue(who)
    response = client.get(prefix + address(submission, "?line=2"))
    assert response.status_code == 200
    assert "NGT-01" in text_of(response)


def test_another_office_and_the_board_do_not_see_it(submission, board):
    stranger = signed_in(make_user("regional_office", make_office("ROAS")))
    assert stranger.get(address(submission)).status_code == 404
    assert board.get(address(submission)).status_code == 403


def test_a_line_that_does_not_exist_is_not_found(submission, secretariat):
    assert secretariat.get(address(submission, "?line=99")).status_code == 404
    assert secretariat.post(address(submission), {"line": "99"}).status_code == 404


def test_an_unknown_parameter_is_refused_in_words(submission, secretariat):
    response = secretariat.get(address(submission, "?colour=red"))
    assert response.status_code == 400
    assert "There is no parameter “colour”" in text_of(response)


def test_words_that_changed_stand_before_and_after(submission, secretariat):
    page = text_of(secretariat.get(address(submission, "?line=1")))
    assert "<ins>UN-Habitat takes part.</ins>" in page
    assert "<ins>Lack of core funding</ins>" not in page.split("Why not full")[0]


def test_accepting_a_line_leads_to_the_next_that_waits(submission, secretariat):
    response = secretariat.post(address(submission), {"line": "1", "decision": "accept"})
    assert response.url == address(submission, "?line=2")
    assert answer_to(submission.round, "NGT-01", "KEN").progress == "accepted"


def test_after_the_last_line_the_page_itself_follows(submission, secretariat):
    for line in (1, 2, 3):
        response = secretariat.post(address(submission), {"line": line, "decision": "accept"})
    assert response.url == address(submission)
    assert "Every line is decided." in text_of(secretariat.get(response.url))


def test_the_filters_stay_while_one_decides(submission, secretariat):
    query = "?line=1&decision=waiting&pillar=NGT"
    response = secretariat.post(address(submission, query), {"line": "1", "decision": "accept"})
    assert response.url == address(submission, "?line=2&pillar=NGT&decision=waiting")


def test_a_return_without_a_reason_says_so_and_takes_the_focus(submission, secretariat):
    response = secretariat.post(address(submission), {"line": "1", "decision": "return"})
    assert response.status_code == 422
    assert "data-focus" in text_of(response)
    assert "A return needs its reason." in text_of(response)


def test_a_return_carries_cause_and_words(submission, secretariat):
    data = {"line": "1", "decision": "return", "cause": "evidence_missing", "words": "Name it."}
    secretariat.post(address(submission), data)
    assert submission.lines.get(number=1).reason == "Evidence is missing. Name it."


def test_a_decision_made_meanwhile_is_shown_with_what_stands(submission, secretariat):
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    data = {"line": "1", "decision": "return", "words": "Too late"}
    response = secretariat.post(address(submission), data)
    page = text_of(response)
    assert response.status_code == 409
    assert "Nothing was changed" in page
    assert "This decision stands." in page


def test_an_answer_the_office_rewrote_meanwhile_is_not_decided(submission, secretariat):
    answer = answer_to(submission.round, "NGT-01", "KEN")
    writer = office_actor(make_office("ROAF"))
    save(answer, {"kind": "not_started", "constraints": ["other"]}, base_version=None, by=writer)
    response = secretariat.post(address(submission), {"line": "1", "decision": "accept"})
    assert response.status_code == 409
    assert "The office has written again since." in text_of(response)


def test_nobody_decides_what_they_handed_over(submission, office_user):
    office_user.role = "secretariat"
    office_user.save()
    client = signed_in(office_user)
    page = text_of(client.get(address(submission)))
    assert "You handed this submission over yourself" in page
    assert 'data-key="a"' not in page
    response = client.post(address(submission), {"line": "1", "decision": "accept"})
    assert response.status_code == 403


def test_an_office_reads_and_does_not_decide(submission, office):
    page = text_of(office.get(address(submission)))
    assert 'name="decision" value="accept"' not in page
    assert "Take the submission back" in page
    response = office.post(address(submission), {"line": "1", "decision": "accept"})
    assert response.status_code == 403


def test_several_lines_are_listed_before_they_are_accepted(submission, secretariat):
    chosen = f"/submissions/{submission.pk}/chosen/"
    page = text_of(secretariat.get(chosen + "?line=1&line=3"))
    assert "Accept 2 lines chosen" in page
    response = secretariat.post(chosen, {"line": ["1", "3"], "decision": "accept"})
    assert response.url == address(submission)
    decisions = list(submission.lines.order_by("number").values_list("decision", flat=True))
    assert decisions == ["accept", "", "accept"]


def test_several_lines_go_back_with_one_reason(submission, secretariat):
    chosen = f"/submissions/{submission.pk}/chosen/"
    data = {"line": ["1", "2"], "decision": "return"}
    assert secretariat.post(chosen, data).status_code == 422
    secretariat.post(chosen, {**data, "words": "Name the source."})
    assert submission.lines.filter(decision="return", reason="Name the source.").count() == 2


def test_nothing_chosen_is_said_in_words(submission, secretariat):
    page = text_of(secretariat.get(f"/submissions/{submission.pk}/chosen/"))
    assert "No line is chosen" in page


def test_an_office_takes_a_submission_back_after_it_was_asked(submission, office):
    recall = f"/submissions/{submission.pk}/recall/"
    assert "Its answers become drafts" in text_of(office.get(recall))
    assert office.post(recall).url == address(submission)
    assert answer_to(submission.round, "NGT-01", "KEN").progress == "draft"
    assert office.post(recall).status_code == 409


def test_what_is_decided_is_not_taken_back(submission, office, office_user):
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    page = text_of(office.get(f"/submissions/{submission.pk}/recall/"))
    assert "The secretariat has begun to decide" in page
    assert actor_of(office_user).office_ids


@pytest.mark.parametrize("many", [False, True])
def test_as_many_queries_for_one_line_as_for_many(
    submission, secretariat, django_assert_num_queries, many
):
    if not many:
        submission.lines.exclude(number=1).delete()
    with django_assert_num_queries(13):
        assert secretariat.get(address(submission)).status_code == 200
