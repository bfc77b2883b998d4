import pytest

from checklist.models import Evidence
from reporting.models import PublicationNotice
from reporting.previewing import draw_preview
from tests.checklist.pages import signed_in, text_of
from tests.factories import answer_to, make_actor, make_file, make_office, make_user
from tests.reporting.world import AT, accept, answered_round, make_world, publish_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_():
    make_world()
    return answered_round()


@pytest.fixture
def board():
    return signed_in(make_user("board_member"))


def address(evidence):
    return f"/evidence/{evidence.pk}/"


def test_a_member_of_the_board_follows_a_published_answer_to_its_file(round_, board):
    file = make_file(make_office("ROAF"))
    accept(round_, "NGT-01", "KEN", "full", evidence=[file.pk])
    before = board.get(address(file)).status_code

    publish_round(round_)

    assert f'href="{address(file)}"' in text_of(board.get("/items/NGT-01/"))
    reply = board.get(address(file))
    assert (before, reply.status_code) == (404, 200)
    assert reply["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_file_of_an_answer_that_was_not_accepted_stays_out_of_the_boards_sight(round_, board):
    file = make_file(make_office("ROAF"))
    draft = answer_to(round_, "NGT-02", "PACIFIC")
    draft.evidence = [file.pk]
    draft.save()

    publish_round(round_)

    assert board.get(address(file)).status_code == 404


def test_a_preview_leads_nobody_to_a_file(round_, board):
    file = make_file(make_office("ROAF"))
    accept(round_, "NGT-01", "KEN", "full", evidence=[file.pk])
    draw_preview(round_, by=make_actor())

    assert board.get(address(file)).status_code == 404


def test_a_withdrawn_publication_leads_to_no_file(round_, board):
    file = make_file(make_office("ROAF"))
    accept(round_, "NGT-01", "KEN", "full", evidence=[file.pk])
    publication = publish_round(round_)
    PublicationNotice.objects.create(
        publication=publication, kind="withdrawal", reason="x", made_by=make_user(), made_at=AT
    )

    assert board.get(address(file)).status_code == 404


def test_a_published_link_is_no_file(round_, board):
    publish_round(round_)

    assert board.get(address(Evidence.objects.get())).status_code == 404


def test_a_download_costs_the_same_few_queries(round_, board, django_assert_num_queries):
    file = make_file(make_office("ROAF"))
    accept(round_, "NGT-01", "KEN", "full", evidence=[file.pk])
    publish_round(round_)

    with django_assert_num_queries(4):
        board.get(address(file))
