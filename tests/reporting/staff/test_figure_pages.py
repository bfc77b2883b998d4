from datetime import date

import pytest

from checklist.models import BoardDocument
from reporting.models import ReportedFigure
from tests.checklist.pages import text_of
from tests.factories import make_office, make_round, make_session

pytestmark = pytest.mark.django_db


def make_figure(office="ROAF", measure="frameworks_signed", **fields):
    document, _ = BoardDocument.objects.get_or_create(
        symbol="HSP/EB.2025/8", defaults={"session": make_session(), "kind": "checklist"}
    )
    round_ = ReportedFigure._meta.get_field("round").related_model.objects.first() or make_round()
    defaults = {"unit": "frameworks", "qualifier": "at_least", "value": 45, "paragraph": "12"}
    return ReportedFigure.objects.create(
        round=round_,
        office=make_office(office),
        measure=measure,
        as_of=date(2025, 1, 14),
        document=document,
        **{**defaults, **fields},
    )


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_a_figure_keeps_its_hedge_document_and_paragraph(secretariat, prefix):
    figure = make_figure()
    for path in ("/figures/", f"/figures/{figure.pk}/"):
        page = text_of(secretariat.get(prefix + path))
        assert "45" in page
        assert "HSP/EB.2025/8" in page
        assert "12" in page


def test_the_count_stands_beside_it_and_the_difference_in_words(secretariat):
    figure = make_figure()
    page = text_of(secretariat.get(f"/figures/{figure.pk}/"))
    assert "<i>at least</i>" in page
    assert 'class="hist"' in page


def test_nothing_reported_is_said_in_words(secretariat):
    assert "No figure was reported" in text_of(secretariat.get("/figures/"))


def test_what_is_not_there_is_not_found_and_what_is_not_known_refused(secretariat):
    make_figure()
    assert secretariat.get("/figures/999999/").status_code == 404
    assert secretariat.get("/figures/?round=1999").status_code == 400


def test_offices_and_the_board_read_the_published_ones(office, board):
    assert office.get("/figures/").status_code == 403
    assert board.get("/figures/").status_code == 403


@pytest.mark.parametrize("many", [False, True])
def test_as_many_queries_for_one_as_for_many(secretariat, django_assert_num_queries, many):
    make_figure()
    for office in ("ROAS", "ROAP", "ROLAC") if many else ():
        make_figure(office)
    with django_assert_num_queries(9):
        assert secretariat.get("/figures/").status_code == 200
