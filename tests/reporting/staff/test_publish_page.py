import pytest
from django.utils import timezone

from checklist.actions.reviews import LineDecision, decide
from checklist.actions.rounds import freeze, reopen
from reporting.models import Publication
from tests.checklist.pages import text_of
from tests.factories import answer_to, make_actor, make_amendment, make_office, make_user

pytestmark = pytest.mark.django_db

PAGE = "/rounds/2026/publish/"


@pytest.fixture
def frozen(submission):
    reviewer = make_actor()
    decide(submission, [LineDecision(1, "accept"), LineDecision(2, "return", "Why")], by=reviewer)
    return freeze(submission.round, by=reviewer)


def confirmed(**fields):
    return {"has_read": "on", "words": "ROUND 2026 VERSION 1", **fields}


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_the_secretariat_reads_checks_difference_and_the_words_to_type(frozen, secretariat, prefix):
    page = text_of(secretariat.get(prefix + PAGE))
    assert 'data-confirm="ROUND 2026 VERSION 1"' in page
    assert f'href="{prefix}/rounds/2026/"' in page


def test_what_is_not_decided_is_a_note_in_words(frozen, secretariat):
    page = text_of(secretariat.get(PAGE))
    assert "1 submitted line is not decided" in page
    assert "1 returned line was not corrected" in page
    assert "Published as not assessed" in page


def test_a_dissent_from_a_correction_is_a_note_in_words(frozen, secretariat):
    assert "No office dissents from a correction" in text_of(secretariat.get(PAGE))
    office = make_user("regional_office", make_office("ROAF"))
    replied = {"replied_by": office, "replied_at": timezone.now()}
    answer = answer_to(frozen, "NGT-01", "KEN")
    make_amendment(answer, reply="dissent", reply_words="It was sent.", **replied)
    assert "An office dissents from 1 correction" in text_of(secretariat.get(PAGE))


def test_what_blocks_stands_first_and_closes_the_last_step(submission, secretariat):
    page = text_of(secretariat.get(PAGE))
    assert "The round is not frozen." in page
    assert "data-confirm" not in page
    response = secretariat.post(PAGE, confirmed())
    assert response.status_code == 409
    assert not Publication.objects.exists()


def test_the_typed_words_publish_and_lead_to_the_publication(frozen, secretariat):
    response = secretariat.post(PAGE, confirmed(statement="First."))
    published = Publication.objects.get()
    assert response.url == "/publications/2026/1/"
    assert (published.number, published.statement) == (1, "First.")


@pytest.mark.parametrize(
    "fields", [{"words": "round 2026 version 1"}, {"words": ""}, {"has_read": ""}]
)
def test_without_the_words_letter_for_letter_nothing_is_published(frozen, secretariat, fields):
    response = secretariat.post(PAGE, confirmed(statement="Kept words", **fields))
    assert response.status_code == 422
    assert "Kept words" in text_of(response)
    assert 'id="faults"' in text_of(response)
    assert not Publication.objects.exists()


def test_a_correction_is_the_next_version_and_is_compared_with_the_first(frozen, secretariat):
    secretariat.post(PAGE, confirmed())
    frozen.refresh_from_db()
    reopen(frozen, by=make_actor())
    page = text_of(secretariat.get(PAGE))
    assert "ROUND 2026 VERSION 2" in page
    assert "version 1," in page


def test_only_the_secretariat_publishes(frozen, office, administrator, board):
    for client in (office, administrator, board):
        assert client.get(PAGE).status_code == 403
        assert client.post(PAGE, confirmed()).status_code == 403


@pytest.mark.parametrize("published", [False, True])
def test_as_many_queries_before_and_after_a_publication(
    frozen, secretariat, django_assert_num_queries, published
):
    if published:
        secretariat.post(PAGE, confirmed())
        secretariat.get(PAGE)
    with django_assert_num_queries(31):
        assert secretariat.get(PAGE).status_code == 200
