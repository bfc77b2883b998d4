"""Taking a submission in: the body read once, then tried or carried out by the one intake."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.policy import Actor
from accounts.reading import unknown
from accounts.refusals import Invalid, Stale
from api.errors import SPELLED_OUT, Error, Problem, error, errors_of
from api.frames import Frame, Shape
from api.pagination import refuse_parameter
from api.requests import body_object, invalid, office_named, refuse_unknown, text_of
from api.v1.answers import COLUMNS, AnswerActions, shape_answer
from checklist import blockers
from checklist.actions.acting import refuse_blocked
from checklist.actions.submissions import Handover, preview, submit
from checklist.intake import LINE_LIMIT, Plan, PlannedLine
from checklist.models import Answer, ReportingRound

FIELDS = ("round", "office", "note", "lines")


def is_dry_run(request: Request) -> bool:
    """`dry_run` is true or false; a slip must not store anything."""
    value = request.query_params.get("dry_run", "false")
    if value not in ("true", "false"):
        raise refuse_parameter("dry_run", "bad_value", _("Use true or false."))
    return value == "true"


class Incoming:
    """A submission as it was sent, checked in the order of the contract."""

    def __init__(self, request: Request, actor: Actor, frame: Frame) -> None:
        self.actor, self.frame = actor, frame
        self.values = body_object(request)
        self.lines = read_lines(self.values)
        self.office = office_named(self.values.get("office"), actor)
        self.round = round_named(self.values.get("round"), actor)
        self.note = self.read_rest()

    def read_rest(self) -> str:
        """The note; a closed round is said before a fault in what is around the lines."""
        try:
            refuse_unknown(self.values, FIELDS)
            return text_of(self.values, "note")
        except Invalid:
            refuse_blocked(blockers.to_write(self.round))
            raise

    def preview(self) -> Response:
        """The plan, also when lines are bad."""
        plan = preview(self.round, self.office, self.lines, by=self.actor)
        return Response(shape_plan(plan))

    def submit(self, summary: Callable[[Handover], Shape]) -> Response:
        """Store all of it, or nothing."""
        try:
            done = self.hand_over()
        except Stale as stale:
            current = self.shape_current(stale.current)
            raise Problem(409, stale.code, stale.message, current=current) from stale
        shape = {**summary(done), **done.plan.counts}
        return Response(shape, 201, headers={"Location": shape["url"]})

    def hand_over(self) -> Handover:
        """All lines, or the drafts when there are none."""
        return submit(self.round, self.office, self.lines, note=self.note, by=self.actor)

    def shape_current(self, answer: Answer) -> Shape:
        """The answer as it stands, which the line would have overwritten."""
        row = Answer.objects.values("pk", *COLUMNS).get(pk=answer.pk)
        return shape_answer(row, self.frame, AnswerActions(self.actor).of(row))


def read_lines(values: dict[str, Any]) -> list[Any] | None:
    """The lines as sent; none at all means every draft of the office."""
    lines = values.get("lines")
    if lines is None:
        return None
    if not isinstance(lines, list):
        raise invalid("/lines", "not_a_list", _("A list is needed here."))
    if len(lines) > LINE_LIMIT:
        words = _("A submission has at most %(limit)d lines; this one has %(number)d.")
        facts = {"limit": LINE_LIMIT, "number": len(lines)}
        raise Problem(413, "too_many_lines", words % facts, limit=LINE_LIMIT)
    return lines


def round_named(code: Any, actor: Actor) -> ReportingRound:
    """The round to hand over in."""
    if code in (None, ""):
        raise invalid("/round", "required", _("This field is required."))
    rounds = ReportingRound.objects.visible_to(actor)
    found = rounds.filter(code=code).first() if isinstance(code, str) else None
    if found is None:
        known = rounds.order_by("code").values_list("code", flat=True)
        raise invalid("/round", "unknown_round", unknown(str(code), known))
    return found


def shape_plan(plan: Plan) -> Shape:
    """What a submission would do, line by line."""
    errors = [*errors_of(plan.faults), *stale_errors(plan)]
    return {
        "dry_run": True,
        **plan.counts,
        "line_count": len(plan.lines),
        "receipt": plan.receipt,
        "lines": [shape_planned(line) for line in plan.lines],
        "errors": errors[:SPELLED_OUT],
        "error_count": len(errors),
    }


def shape_planned(line: PlannedLine) -> Shape:
    """What one line would change, field by field."""
    return {
        "number": line.number,
        "item": line.item,
        "subject": line.subject,
        "outcome": line.outcome.value,
        "differences": line.differences,
    }


def stale_errors(plan: Plan) -> list[Error]:
    """A line that would overwrite somebody else's change refuses the real run with 409."""
    if plan.stale is None:
        return []
    number = next(line.number for line in plan.lines if line.answer == plan.stale)
    words = _("The answer was changed since: its version is now %(version)d.")
    message = words % {"version": plan.stale.version}
    return [error(f"/lines/{number - 1}/base_version", "stale_version", message)]
