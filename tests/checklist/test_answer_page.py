import pytest

from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from checklist.models import Evidence
from tests.checklist.pages import text_of
from tests.factories import answer_to, make_actor

pytestmark = pytest.mark.django_db

PAGE = "/rounds/2026/answers/NGT-01/KEN/"


@pytest.fixture
def accepted(submission):
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    return answer_to(submission.round, "NGT-01", "KEN")


def correction(answer, **fields):
    content = {
        "kind": "partial",
        "narrative": "UN-Habitat co-convenes.",
        "constraints": ["core_funding"],
        "evidence": [str(each.pk) for each in Evidence.objects.all()],
        "language": "en",
        "reason": "The letter is on file.",
        "base_version": str(answer.version),
    }
    return {**content, **fields}


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("who", ["secretariat", "office", "administrator"])
def test_staff_see_an_answer_in_either_direction(request, accepted, who, prefix):
    page = text_of(request.getfixturevalue(who).get(prefix + PAGE))
    assert "UN-Habitat takes part." in page
    assert "Amina Office" in page


def test_what_does_not_exist_is_not_found(accepted, secretariat):
    for path in ("NGT-99/KEN", "NGT-01/XXX", "%20/-"):
        assert secretariat.get(f"/rounds/2026/answers/{path}/").status_code == 404


def test_the_secretariat_corrects_with_a_reason_and_the_words_of_the_office_stay(
    accepted, secretariat
):
    assert secretariat.post(PAGE, correction(accepted)).url == PAGE
    page = text_of(secretariat.get(PAGE))
    assert "The letter is on file." in page
    assert "<del>takes part</del>" in page
    assert "<ins>co-convenes</ins>" in page
    assert answer_to(accepted.round, "NGT-01", "KEN").narrative == "UN-Habitat co-convenes."


def test_faults_stand_beside_their_fields_and_what_was_typed_is_kept(accepted, secretariat):
    data = correction(accepted, kind="full", evidence=[], next_step_due="2026-02-30")
    response = secretariat.post(PAGE, {**data, "narrative": "Kept words"})
    page = text_of(response)
    assert response.status_code == 422
    assert "Use a day that exists" in page
    assert "Kept words" in page
    assert 'id="faults"' in page


def test_a_correction_needs_its_reason(accepted, secretariat):
    assert secretariat.post(PAGE, correction(accepted, reason=" ")).status_code == 422


def test_a_conflict_shows_both_and_saving_again_replaces_knowingly(accepted, secretariat):
    stale = correction(accepted)
    theirs = {"kind": "not_started", "constraints": ["other"], "narrative": "Nothing yet."}
    save(accepted, theirs, base_version=None, reason="Seen", by=make_actor())
    response = secretariat.post(PAGE, stale)
    page = text_of(response)
    now = answer_to(accepted.round, "NGT-01", "KEN")
    assert response.status_code == 409
    assert "<del>Nothing yet" in page
    assert f'name="base_version" value="{now.version}"' in page
    assert secretariat.post(PAGE, {**stale, "base_version": now.version}).status_code == 302


def test_what_is_not_accepted_is_not_corrected(submission, secretariat):
    page = text_of(secretariat.get(PAGE))
    assert "Only an accepted answer is amended" in page
    assert "Save the correction" not in page
    answer = answer_to(submission.round, "NGT-01", "KEN")
    assert secretariat.post(PAGE, correction(answer)).status_code == 409


def test_an_office_does_not_correct_by_this_form(accepted, office):
    assert office.post(PAGE, correction(accepted)).status_code == 404


def test_the_history_names_person_request_and_fields(accepted, secretariat):
    secretariat.post(PAGE, correction(accepted, kind="not_started"))
    page = text_of(secretariat.get(PAGE))
    history = page.split('class="hist"')[1]
    assert "Sven Secretariat" in history
    assert '<del dir="auto">Partial</del>' in history
    assert "The letter is on file." in history
    assert "Request" in history


@pytest.mark.parametrize("many", [False, True])
def test_as_many_queries_for_one_correction_as_for_many(
    accepted, secretariat, django_assert_num_queries, many
):
    for number in range(8 if many else 1):
        answer = answer_to(accepted.round, "NGT-01", "KEN")
        words = {"kind": "not_started", "constraints": ["other"], "narrative": f"Words {number}"}
        save(answer, words, base_version=None, reason="Seen", by=make_actor())
    with django_assert_num_queries(10):
        assert secretariat.get(PAGE).status_code == 200
