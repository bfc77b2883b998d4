"""A preview: what a round would publish, for the secretariat alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models.users import Role
from accounts.refusals import Blocked, NotAllowed
from checklist.actions.rounds import freeze, reopen
from checklist.models import ReportingRound
from reporting.models import Publication, PublicationRow, PublicationSection
from reporting.previewing import draw_preview
from reporting.publishing import publish
from reporting.writing import drop_preview
from tests import factories as make
from tests.checklist.pages import signed_in, text_of
from tests.reporting.world import AT, accept, answered_round, make_publication, make_world

pytestmark = pytest.mark.django_db

PREVIEW = "/rounds/2026/preview/"
DRAW = "/rounds/2026/preview/draw/"


@pytest.fixture
def round_():
    make_world()
    return answered_round()


@pytest.fixture
def secretariat():
    return signed_in(make.make_user(Role.SECRETARIAT))


def test_a_preview_has_every_page_of_the_publication_that_would_follow(round_):
    preview = draw_preview(round_, statement="Soon.", at=AT, by=make.make_actor())
    planned = (preview.number, preview.is_preview, preview.statement)
    assert planned == (1, True, "Soon.")
    published = publish(freeze(round_, by=make.make_actor()), at=AT, by=make.make_actor())
    assert sorted(preview.manifest) == sorted(published.manifest)


def test_a_preview_is_no_publication(round_):
    preview = draw_preview(round_, by=make.make_actor())
    assert list(Publication.objects.all()) == []
    assert list(Publication.previews.all()) == [preview]
    assert round_.publications.count() == 0


def test_a_round_has_one_preview_and_drawing_again_replaces_it(round_):
    draw_preview(round_, by=make.make_actor())
    accept(round_, "NGT-02", "PACIFIC", "full", narrative="New words.")
    second = draw_preview(round_, by=make.make_actor())
    assert Publication.previews.get() == second
    assert set(PublicationSection.objects.values_list("publication", flat=True)) == {second.pk}
    assert set(PublicationRow.objects.values_list("publication", flat=True)) == {second.pk}


def test_what_is_dropped_is_named_by_its_number_and_joined_to_nothing(round_):
    """Joined to tables PostgreSQL believed to be empty, the DELETE ran for a quarter of an hour."""
    draw_preview(round_, by=make.make_actor())
    with CaptureQueriesContext(connection) as first:
        drop_preview(round_)
    with CaptureQueriesContext(connection) as again:
        drop_preview(round_)
    deleted = [each["sql"] for each in first if each["sql"].startswith("DELETE")]
    assert len(deleted) == 3
    assert [sql for sql in deleted if "SELECT" in sql or "JOIN" in sql] == []
    assert len(again) == 1


def test_publishing_throws_the_preview_away(round_):
    draw_preview(round_, by=make.make_actor())
    published = publish(freeze(round_, by=make.make_actor()), at=AT, by=make.make_actor())
    assert not Publication.previews.exists()
    assert set(PublicationSection.objects.values_list("publication", flat=True)) == {published.pk}


def test_the_preview_of_a_correction_bears_the_next_number():
    make_publication()
    round_ = reopen(ReportingRound.objects.get(), by=make.make_actor())
    preview = draw_preview(round_, by=make.make_actor())
    assert (preview.number, preview.corrects) == (2, Publication.objects.get())


@pytest.mark.parametrize("state", ["planned", "published"])
def test_a_round_that_is_not_in_work_has_no_preview(round_, state):
    ReportingRound.objects.update(state=state)
    with pytest.raises(Blocked) as refusal:
        draw_preview(round_, by=make.make_actor())
    assert [each.code for each in refusal.value.blockers] == ["round_not_in_work"]


@pytest.mark.parametrize("role", [Role.REGIONAL_OFFICE, Role.BOARD_MEMBER, Role.ADMINISTRATOR])
def test_only_the_secretariat_draws_one(round_, role):
    with pytest.raises(NotAllowed):
        draw_preview(round_, by=make.make_actor(role))


def test_each_page_says_that_nothing_is_published_and_leads_to_others_of_the_preview(
    round_, secretariat
):
    assert secretariat.post(DRAW).url == PREVIEW
    for page in ("", "offices/ROAF/", "teams/", "method/"):
        text = text_of(secretariat.get(PREVIEW + page))
        assert "Preview of round 2026, publication 1: nothing is published" in text
    assert f'href="{PREVIEW}offices/ROAF/"' in text_of(secretariat.get(f"{PREVIEW}offices/"))
    assert "/publications/2026/1/canonical.json" not in text_of(secretariat.get(PREVIEW))


def test_a_page_of_a_preview_is_kept_by_nobody(round_, secretariat):
    draw_preview(round_, by=make.make_actor())
    for page in ("", "teams/table/teams.csv"):
        answer = secretariat.get(PREVIEW + page)
        assert (answer.status_code, answer.get("ETag")) == (200, None)
        assert answer["Cache-Control"] == "no-store"


def test_it_says_when_answers_changed_since_it_was_drawn(round_, secretariat):
    draw_preview(round_, by=make.make_actor())
    assert "Answers have changed since" not in text_of(secretariat.get(PREVIEW))
    accept(round_, "NGT-02", "PACIFIC", "full")
    assert "Answers have changed since" in text_of(secretariat.get(PREVIEW))
    secretariat.post(DRAW)
    assert "Answers have changed since" not in text_of(secretariat.get(PREVIEW))


def test_a_preview_that_nobody_has_drawn_leads_to_where_one_is_drawn(round_, secretariat):
    assert secretariat.get(PREVIEW).url == "/rounds/2026/publish/"
    draw_preview(round_, by=make.make_actor())
    assert secretariat.get(f"{PREVIEW}offices/XXX/").status_code == 404


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.REGIONAL_OFFICE, Role.BOARD_MEMBER])
def test_others_find_no_preview_anywhere(round_, role):
    draw_preview(round_, by=make.make_actor())
    reader = signed_in(make.make_user(role))
    for page in ("", "offices/ROAF/", "teams/table/teams.csv"):
        assert reader.get(PREVIEW + page).status_code == 404
    assert reader.post(DRAW).status_code == 403
    assert "nothing is published" not in text_of(reader.get("/"))
    assert reader.get("/publications/2026/1/").status_code == 404
    assert reader.get("/publications/2026/1/overview/").status_code == 404


def test_a_preview_of_a_published_round_is_refused_in_words(secretariat):
    make_publication()
    answer = secretariat.post(DRAW, follow=True)
    assert "A preview is drawn of a round that is open or frozen." in text_of(answer)


def test_the_words_typed_so_far_come_back_to_the_form(round_, secretariat):
    freeze(round_, by=make.make_actor())
    secretariat.post(DRAW, {"statement": "For the Board, in short."})
    assert "For the Board, in short." in text_of(secretariat.get("/rounds/2026/publish/"))


def test_a_page_of_a_preview_takes_few_queries(round_, secretariat, django_assert_num_queries):
    draw_preview(round_, by=make.make_actor())
    with django_assert_num_queries(4):
        secretariat.get(PREVIEW)
    with django_assert_num_queries(5):
        secretariat.get(f"{PREVIEW}teams/")
