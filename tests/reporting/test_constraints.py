"""Each rule that the database keeps for figures and publications, and an attempt to break it."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.db import InternalError, transaction

from checklist.models import BoardDocument
from reporting.models import (
    BoardRequest,
    FigureReconciliation,
    Publication,
    PublicationNotice,
    PublicationRow,
    PublicationSection,
    ReplacedHeadline,
    ReportedFact,
    ReportedFigure,
    TextReview,
)
from tests.breaking import broken_rule, rules_of
from tests.factories import make_office, make_request, make_round, make_session, make_user
from tests.reporting import papers_broken

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def document():
    return BoardDocument.objects.get_or_create(
        symbol="HSP/EB.2025/8", session=make_session(), kind="report"
    )[0]


def fact():
    return ReportedFact.objects.create(
        document=document(), paragraph="14", subject="BTN", field="presence", value="limited"
    )


def figure(round_=None, **fields):
    said = {
        "round": round_ or make_round(),
        "office": make_office(),
        "measure": "frameworks_signed",
        "unit": "frameworks",
        "qualifier": "at_least",
        "value": 45,
        "as_of": date(2025, 1, 27),
        "document": document(),
        "paragraph": "12",
    }
    return ReportedFigure.objects.create(**said | fields)


def publication(round_=None, **fields):
    said = {
        "round": round_ or make_round(),
        "number": 1,
        "sha256": "0" * 64,
        "canonical": b"{}",
        "manifest": {},
        "published_at": NOON,
        "published_by": make_user(),
    }
    return Publication.objects.create(**said | fields)


def section(of):
    return PublicationSection.objects.create(
        publication=of, key="overview", body="{}", sha256="0" * 64
    )


def notice(of, reason="A figure was wrong."):
    return PublicationNotice.objects.create(
        publication=of, kind="withdrawal", reason=reason, made_by=make_user(), made_at=NOON
    )


def twice(make, first_argument):
    """Make the same row twice for one round or publication."""
    return [make(first_argument), make(first_argument)]


def reconciliation(of, reason="Named in annex 2."):
    said = {"comparison": "differs", "counted": 12, "qualifier": "at_least", "value": 45}
    return FigureReconciliation.objects.create(
        figure=of, reason=reason, **said, reconciled_at=NOON, reconciled_by=make_user()
    )


def row(of):
    return PublicationRow.objects.create(
        publication=of, listed="teams", key="KEN", facets=[], places=[], body="{}", words=""
    )


def headline(round_, **fields):
    said = {"section": "overview", "slot": "page", "texts": {"en": "Most is full"}}
    who = {"replaced_by": make_user(), "replaced_at": NOON}
    return ReplacedHeadline.objects.create(round=round_, **(said | who | fields))


def request(session=None, **fields):
    said = {"number": 1, "speaker": "African Group", "theme": "contribution"}
    asked = {"asked": {"en": "What UN-Habitat does in each framework"}}
    return BoardRequest.objects.create(session=session or make_session(), **(said | asked | fields))


def review(_of=None, **fields):
    said = {"kind": "offices", "key": "ROAF", "field": "names", "language": "fr"}
    read = {"source_digest": "0" * 64, "text_digest": "1" * 64}
    who = {"reviewed_by": make_user(), "reviewed_at": NOON}
    return TextReview.objects.create(**(said | read | who | fields))


CLOSED = {"state": "closed", "follow_up": {"en": "Done"}}

ATTEMPTS = {
    "a_translation_is_reviewed_once": lambda: twice(review, None),
    "a_review_is_of_a_translation": lambda: review(language="en"),
    "a_review_knows_what_was_read": lambda: review(text_digest="read"),
    "a_round_has_one_preview": lambda: twice(partial(publication, is_preview=True), make_round()),
    "a_row_stands_in_a_list_of_a_publication_once": lambda: twice(row, publication()),
    "a_headline_is_replaced_once": lambda: twice(headline, make_round()),
    "a_replaced_headline_has_its_words": lambda: headline(make_round(), texts={"fr": "Plein"}),
    "a_request_has_its_number_at_its_session": lambda: twice(request, make_session()),
    "a_request_says_what": lambda: request(asked={"fr": "Quoi"}),
    "a_closed_request_says_when": lambda: request(**CLOSED),
    "an_answered_request_says_how": lambda: request(state="answered"),
    "a_reconciliation_says_why": lambda: reconciliation(figure(), reason=""),
    "reporting_figurereconciliation_figure_id_key": lambda: twice(reconciliation, figure()),
    "a_document_states_a_fact_once": lambda: [fact(), fact()],
    "a_document_states_a_figure_once_a_round": lambda: twice(figure, make_round()),
    "a_total_carries_its_hedge": lambda: figure(of_total=48),
    "a_publication_has_its_own_number": lambda: twice(publication, make_round()),
    "a_publication_has_its_digest": lambda: publication(sha256="unknown"),
    "a_section_stands_in_a_publication_once": lambda: twice(section, publication()),
    "a_publication_is_withdrawn_once": lambda: twice(notice, publication()),
    "a_notice_gives_its_reason": lambda: notice(publication(), reason=""),
    **papers_broken.attempts(publication),
}


@pytest.mark.parametrize("rule", ATTEMPTS)
def test_the_database_refuses_to_break_a_rule(rule):
    assert broken_rule(ATTEMPTS[rule]) == rule


def test_every_rule_has_an_attempt_to_break_it():
    assert set(ATTEMPTS) == rules_of("reporting")


def test_a_request_that_is_not_closed_has_no_day_of_closing():
    broken = broken_rule(lambda: make_request(closed_on=date(2026, 6, 1)))
    assert broken == "a_closed_request_says_when"


def test_a_hedge_without_a_total_is_refused_too():
    assert broken_rule(lambda: figure(of_total_qualifier="all")) == "a_total_carries_its_hedge"


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Publication.objects.update(statement="another"),
        lambda: PublicationSection.objects.update(body="[]"),
        lambda: PublicationNotice.objects.update(reason="another"),
        lambda: PublicationNotice.objects.all().delete(),
        lambda: PublicationSection.objects.all().delete(),
        lambda: PublicationRow.objects.update(body="[]"),
        lambda: PublicationRow.objects.all().delete(),
    ],
    ids=["publication", "section", "notice", "notice gone", "section gone", "row", "row gone"],
)
def test_what_was_published_is_never_changed_nor_deleted(attempt):
    published = publication()
    section(published)
    row(published)
    notice(published)

    with pytest.raises(InternalError, match=r"Cannot (update|delete)"), transaction.atomic():
        attempt()


def test_a_publication_without_pages_is_not_deleted_either():
    publication()

    with pytest.raises(InternalError, match="Cannot delete"), transaction.atomic():
        Publication.objects.all().delete()


def test_a_withdrawn_publication_is_no_longer_in_force():
    round_ = make_round()
    withdrawn, corrected = publication(round_), publication(round_, number=2)
    notice(withdrawn)

    assert list(Publication.objects.in_force()) == [corrected]
