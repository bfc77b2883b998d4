import pytest

from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from tests.checklist.pages import signed_in, text_of
from tests.factories import (
    answer_to,
    make_actor,
    make_office,
    make_round,
    make_user,
    office_actor,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_the_secretariat_sees_what_waits(submission, secretariat, prefix):
    page = text_of(secretariat.get(f"{prefix}/my-work/"))
    assert f'href="{prefix}/submissions/{submission.pk}/"' in page
    assert 'class="blockers"' in page


def test_nothing_waits_is_said_in_words(secretariat):
    page = text_of(secretariat.get("/my-work/"))
    assert "Nothing waits for the secretariat" in page
    assert "No round is open or frozen" in page


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_an_office_sees_its_round_and_what_came_back_with_the_reason(submission, office, prefix):
    decide(submission, [LineDecision(1, "return", "Name the source.")], by=make_actor())
    page = text_of(office.get(f"{prefix}/my-work/"))
    assert "Name the source." in page
    answers = f"{prefix}/rounds/2026/offices/ROAF/answers/"
    assert f'href="{answers}?pillar=NGT&amp;progress=returned"' in page


def test_an_office_is_told_of_drafts_that_are_not_handed_over(round_, office):
    answer = answer_to(round_, "NGT-01", "KEN")
    by = office_actor(make_office("ROAF"))
    save(answer, {"kind": "partial"}, base_version=None, by=by)
    assert "1 draft is not handed over." in text_of(office.get("/my-work/"))


def test_an_office_without_an_open_round_is_told_so(office):
    page = text_of(office.get("/my-work/"))
    assert "No round is open" in page
    assert "Nothing was handed over yet" in page


def test_the_board_is_led_to_the_first_page(board):
    assert board.get("/my-work/").url == "/"


def test_an_administrator_finds_the_way_to_people(administrator):
    assert 'href="/people/"' in text_of(administrator.get("/my-work/"))


def test_submissions_are_narrowed_by_round_office_and_state(submission, secretariat):
    row = f'href="/submissions/{submission.pk}/"'
    fitting = "/submissions/?round=2026&office=ROAF&state=submitted"
    assert row in text_of(secretariat.get(fitting))
    narrow = text_of(secretariat.get("/submissions/?state=decided"))
    assert row not in narrow
    assert "No submission matches these filters" in narrow


@pytest.mark.parametrize("query", ["?round=1999", "?state=lost", "?page=0", "?page=x", "?x=1"])
def test_what_a_list_does_not_know_is_refused_in_words(submission, secretariat, query):
    response = secretariat.get(f"/submissions/{query}")
    assert response.status_code == 400
    assert "“" in text_of(response)


def test_rounds_are_listed_for_staff_only(round_, office, board):
    assert 'href="/rounds/2026/"' in text_of(office.get("/rounds/"))
    assert board.get("/rounds/").status_code == 403


def test_a_round_shows_how_far_its_offices_are(round_, secretariat):
    page = text_of(secretariat.get("/rounds/2026/"))
    assert 'href="/rounds/2026/offices/ROAF/answers/?progress=empty">6<' in page
    assert 'href="/rounds/2026/freeze/"' in page


def test_an_act_on_a_round_is_explained_before_it_is_done(round_, secretariat):
    assert "published as not assessed" in text_of(secretariat.get("/rounds/2026/freeze/"))
    assert secretariat.post("/rounds/2026/freeze/").url == "/rounds/2026/"
    round_.refresh_from_db()
    assert round_.state == "frozen"
    assert secretariat.post("/rounds/2026/freeze/").status_code == 409
    assert secretariat.get("/rounds/2026/freeze/").status_code == 404
    assert secretariat.post("/rounds/2026/reopen/").status_code == 302


def test_what_stands_in_the_way_is_said_beside_the_button(round_, secretariat):
    make_round("2027", checklist=round_.checklist)
    page = text_of(secretariat.get("/rounds/2027/"))
    assert "Another round is open." in page
    assert "disabled" in page
    assert secretariat.post("/rounds/2027/open/").status_code == 409


def test_only_the_secretariat_runs_rounds(round_, office, administrator):
    assert office.post("/rounds/2026/freeze/").status_code == 403
    assert administrator.post("/rounds/2026/freeze/").status_code == 403


def test_the_answers_of_an_office_are_narrowed(submission, office):
    sheet = "/rounds/2026/offices/ROAF/answers/"
    assert "6 answers" in text_of(office.get(sheet))
    assert "3 answers: Submitted" in text_of(office.get(sheet + "?progress=submitted"))
    empty = text_of(office.get(sheet + "?pillar=NGT&kind=full"))
    assert "No answer matches these filters" in empty


def test_the_answers_of_another_office_are_not_there(round_, office):
    make_office("ROAS")
    assert office.get("/rounds/2026/offices/ROAS/").status_code == 404
    assert office.get("/rounds/2026/offices/XX/").status_code == 404


PAGES = {
    "/my-work/": 15,
    "/submissions/": 7,
    "/rounds/": 5,
    "/rounds/2026/": 6,
    "/rounds/2026/offices/ROAF/answers/": 8,
}


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("path", PAGES)
def test_as_many_queries_for_one_as_for_many(
    submission, secretariat, django_assert_num_queries, path, many
):
    if not many:
        submission.lines.exclude(number=1).delete()
    else:
        for code in ("ROAS", "ROAP", "ROLAC"):
            make_office(code)
        for code in ("2021", "2022"):
            make_round(code, "published", submission.round.checklist)
    with django_assert_num_queries(PAGES[path]):
        assert secretariat.get(path).status_code == 200


@pytest.mark.parametrize("many", [False, True])
def test_the_work_of_an_office_takes_as_many_queries(
    submission, office, django_assert_num_queries, many
):
    lines = [LineDecision(n, "return", "Why") for n in ([1, 2, 3] if many else [1])]
    decide(submission, lines, by=make_actor())
    with django_assert_num_queries(11):
        assert office.get("/my-work/").status_code == 200


def test_nobody_sees_a_page_of_the_staff_before_signing_in(client):
    for path in ("/my-work/", "/submissions/", "/rounds/", "/rounds/2026/"):
        assert client.get(path).url.startswith("/accounts/login/")


def test_a_person_without_an_office_sees_no_answer(submission):
    client = signed_in(make_user("regional_office"))
    assert "Nothing is asked of you" in text_of(client.get("/my-work/"))
