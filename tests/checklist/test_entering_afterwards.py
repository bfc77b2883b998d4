from datetime import UTC, date, datetime

import pytest

from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.submissions import submit
from checklist.models import Amendment, SubmissionLine
from tests.factories import (
    answer_to,
    make_actor,
    make_office,
    make_open_round,
    make_team,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db

HANDED_OVER = datetime(2021, 11, 20, 22, 30, tzinfo=UTC)
DECIDED = datetime(2021, 12, 1, 9, 0, tzinfo=UTC)
AMENDED = datetime(2021, 12, 6, 9, 0, tzinfo=UTC)


def test_acts_entered_afterwards_carry_the_day_they_happened():
    office = make_office("ROAF")
    make_team("KEN", office)
    round_ = make_open_round(
        opens_on=date(2021, 9, 28),
        answers_due_on=date(2021, 11, 23),
        review_due_on=date(2021, 12, 21),
        freezes_on=date(2022, 1, 11),
    )

    submission = submit(
        round_, office, [partial_line()], at=HANDED_OVER, by=office_actor(office)
    ).submission
    decide(submission, [LineDecision(1, "accept")], at=DECIDED, by=make_actor())
    accepted = answer_to(round_, "NGT-01", "KEN")
    values = {"kind": "not_started", "constraints": ["no_presence"]}
    save(
        accepted,
        values,
        base_version=1,
        reason="Wrong country.",
        at=AMENDED,
        by=make_actor(),
    )

    submission.refresh_from_db()
    # The day is the house's day: half past ten at night in UTC is the next day in Nairobi.
    assert (submission.submitted_at, submission.due_on) == (HANDED_OVER, date(2021, 12, 5))
    assert SubmissionLine.objects.get().decided_at == DECIDED
    assert Amendment.objects.get().amended_at == AMENDED
