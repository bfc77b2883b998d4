"""A preview drawn while others are at work: of two one stands, and no office waits for it."""

import pytest
from django.db import transaction

from accounts.models.users import Role
from accounts.policy import actor_of
from checklist.actions.rounds import freeze
from checklist.actions.submissions import submit
from checklist.models import Submission
from reporting.models import Publication, PublicationRow, PublicationSection
from reporting.previewing import draw_preview
from reporting.publishing import publish
from tests.factories import make_actor, make_office, make_user, partial_line
from tests.reporting.test_request_acts import together
from tests.reporting.world import answered_round, make_world

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def round_():
    make_world()
    return answered_round()


def stored():
    """Whose sections and rows there are."""
    return {
        pk
        for model in (PublicationSection, PublicationRow)
        for pk in model.objects.values_list("publication", flat=True)
    }


def test_two_who_draw_at_the_same_moment_leave_one_whole_preview(round_):
    by = make_actor()
    outcomes = together(*(lambda: draw_preview(round_, by=by) for _ in range(2)))
    assert (outcomes, stored()) == (["", ""], {Publication.previews.get().pk})


def test_a_preview_drawn_at_the_moment_of_publishing_does_not_outlive_it(round_):
    by = make_actor()
    freeze(round_, by=by)
    together(lambda: draw_preview(round_, by=by), lambda: publish(round_, by=by))
    assert not Publication.previews.exists()
    assert stored() == {Publication.objects.get().pk}


def test_an_office_hands_in_while_a_preview_is_drawn(round_):
    office = make_office("ROAS")
    by = actor_of(make_user(Role.REGIONAL_OFFICE, office))
    lines = [partial_line("NGT-02", "PACIFIC")]
    with transaction.atomic():
        draw_preview(round_, by=make_actor())
        together(lambda: submit(round_, office, lines, by=by))
    assert Submission.objects.count() == 1
