"""Where a submission stands: whose turn, until when, and what can be done with it now."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Blocker
from api.frames import Row, Shape, action
from checklist import blockers, turns
from checklist.models import ReportingRound, Submission, SubmissionLine
from checklist.models.answers import Progress

WAITS = Q(decision="")
UNCHANGED = Q(is_changed=False)
RETURNED = Q(decision="return", answer__progress=Progress.RETURNED)
COUNTS: dict[str, Any] = {
    "lines": Count("pk"),
    "waiting": Count("pk", filter=WAITS),
    "confirmed": Count("pk", filter=WAITS & UNCHANGED & Q(is_confirmed=True)),
    "carried": Count("pk", filter=WAITS & UNCHANGED & Q(is_confirmed=False)),
    "in_bulk": Count("pk", filter=Q(decided_in_bulk=True)),
    "returned": Count("pk", filter=RETURNED),
    "returned_at": Max("decided_at", filter=RETURNED),
}
NOTHING = dict.fromkeys(COUNTS, 0) | {"returned_at": None}


def counted_lines() -> Subquery:
    """Every number of a submission's lines, counted at once and only for the rows of a page."""
    lines = SubmissionLine.objects.filter(submission=OuterRef("pk")).order_by()
    return Subquery(lines.values("submission").annotate(of=JSONObject(**COUNTS)).values("of"))


def counts_of(row: Row) -> dict[str, Any]:
    """The numbers of a row; a submission without lines has none."""
    found: dict[str, Any] = row["counts"] or NOTHING
    return found


def whose_turn(row: Row) -> str:
    """Who must act next, as the pages say it too."""
    back = counts_of(row)["returned"]
    return turns.whose_turn(row["state"], row["round__state"], with_office=back)


def due_on(row: Row) -> date:
    """Until when it is whose turn: to decide, or to correct what came back."""
    day: date = row["due_on"]
    back = counts_of(row)["returned_at"]
    if whose_turn(row) != turns.Whose.OFFICE or not back:
        return day
    return turns.correct_by(datetime.fromisoformat(back), row["round__freezes_on"])


def allowed_actions(row: Row, actor: Actor) -> list[Shape]:
    """The office takes back, the secretariat decides."""
    round_ = ReportingRound(code=row["round__code"], state=row["round__state"])
    submission = Submission(state=row["state"], round=round_)
    if policy.may_answer_for(actor, row["office_id"]):
        return [action("recall", blockers.to_recall(submission))]
    if not policy.may_review(actor):
        return []
    own = blockers.own_submission(row["submitted_by_id"], actor)
    found = reviewing(submission, counts_of(row))
    return [action(name, [*own, *reasons]) for name, reasons in found.items()]


def reviewing(submission: Submission, counts: dict[str, Any]) -> dict[str, list[Blocker]]:
    """The acts of a review, each under the last part of its address."""
    return {
        "decide": blockers.to_decide(submission),
        "accept-confirmed": blockers.to_decide_together(submission, counts["confirmed"]),
        "return-unconfirmed": blockers.to_decide_together(submission, counts["carried"]),
        "undo-bulk": blockers.to_undo(submission, counts["in_bulk"]),
        "close": blockers.to_close(submission, counts["waiting"]),
    }
