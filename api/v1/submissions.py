"""`submissions/`: what was handed to the secretariat, with lines and decisions."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from api.bodies import TABLES, StrictJSONParser
from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes
from api.frames import Frame, Row, Shape
from api.idempotency import once
from api.records import Listing, Records, Single
from api.rights import ANSWER
from api.v1.answers import ContentDescription
from api.v1.described import KEY, ActionDescription, Described, ErrorDescription
from api.v1.standing import NOTHING, allowed_actions, counted_lines, counts_of, due_on, whose_turn
from api.v1.submitting import Incoming, is_dry_run
from api.v1.tables import BINARY, IncomingTable, is_table, media_type_of
from api.views import LARGE
from checklist.actions.submissions import Handover
from checklist.models import ReportingRound, Submission, SubmissionLine
from regions.models import RegionalOffice

State = Submission.State
WAITING = "waiting"
DRY_RUN = OpenApiParameter(
    "dry_run", bool, description="Do everything, keep nothing, answer 200 with the plan."
)


IN_ADDRESS = ("round", "office", "note")
OF_A_TABLE = [
    OpenApiParameter("round", str, description="For a table: the round; needed."),
    OpenApiParameter("office", str, description="For a table: one's own; needed when of several."),
    OpenApiParameter("note", str, description="For a table: a note to the secretariat."),
]


class NewLineDescription(ContentDescription):
    item = serializers.CharField()
    subject = serializers.CharField()
    base_version = serializers.IntegerField(
        required=False, help_text="Refuse (409) when the answer has moved on since."
    )


class NewSubmissionDescription(serializers.Serializer[object]):
    round = serializers.CharField()
    office = serializers.CharField(required=False, help_text="One's own; needed when of several.")
    note = serializers.CharField(required=False, max_length=5000)
    lines = NewLineDescription(
        many=True, required=False, help_text="Left out: all drafts. At most 2,000."
    )


class LineDescription(serializers.Serializer[object]):
    number = serializers.IntegerField()
    item = serializers.CharField()
    subject = serializers.CharField()
    is_changed = serializers.BooleanField()
    is_confirmed = serializers.BooleanField(
        help_text="The office vouched for it in this round; false: only carried over."
    )
    before = serializers.DictField(allow_null=True)
    after = serializers.DictField()
    decision = serializers.ChoiceField(
        [WAITING, *(value for value in SubmissionLine.Decision.values if value)]
    )
    reason = serializers.CharField()
    decided_by = serializers.CharField(allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    decided_in_bulk = serializers.BooleanField()


class SubmissionSummaryDescription(Described):
    number = serializers.IntegerField()
    round = serializers.CharField()
    office = serializers.CharField()
    state = serializers.ChoiceField(State.choices)
    whose_turn = serializers.ChoiceField(["secretariat", "office", "nobody"])
    due_on = serializers.DateField(help_text="Until when it is whose turn.")
    note = serializers.CharField()
    line_count = serializers.IntegerField()
    receipt = serializers.CharField(help_text="SHA-256 of the canonical lines.")
    submitted_by = serializers.CharField()
    submitted_at = serializers.DateTimeField()
    allowed_actions = ActionDescription(many=True)


class SubmissionDescription(SubmissionSummaryDescription):
    lines = LineDescription(many=True)


class CountsDescription(serializers.Serializer[object]):
    created = serializers.IntegerField()
    updated = serializers.IntegerField()
    unchanged = serializers.IntegerField()
    rejected = serializers.IntegerField()


class ReceiptDescription(SubmissionSummaryDescription, CountsDescription):
    pass


class PlannedLineDescription(serializers.Serializer[object]):
    number = serializers.IntegerField()
    item = serializers.CharField()
    subject = serializers.CharField()
    outcome = serializers.ChoiceField(["created", "updated", "unchanged", "rejected"])
    differences = serializers.DictField(help_text="By field, before and after.")


class PlanDescription(CountsDescription):
    left_out = serializers.IntegerField(
        required=False, help_text="Rows of a table that say nothing new."
    )
    dry_run = serializers.BooleanField()
    line_count = serializers.IntegerField()
    receipt = serializers.CharField()
    lines = PlannedLineDescription(many=True)
    errors = ErrorDescription(many=True)  # type: ignore[assignment]
    error_count = serializers.IntegerField()


def shape_submission(row: Row, frame: Frame) -> Shape:
    """A submission as a client gets it, without its lines."""
    return {
        "url": frame.link("submissions", row["number"]),
        "display": f"{row['number']} · {row['office__code']} · {row['round__code']}",
        "updated_at": row["updated_at"],
        "provenance": frame.origin(),
        "number": row["number"],
        "round": row["round__code"],
        "office": row["office__code"],
        "state": row["state"],
        "whose_turn": whose_turn(row),
        "due_on": due_on(row),
        "note": row["note"],
        "line_count": counts_of(row)["lines"],
        "receipt": row["receipt"],
        "submitted_by": row["submitted_by__full_name"],
        "submitted_at": row["submitted_at"],
        "allowed_actions": allowed_actions(row, frame.actor),
    }


def row_of(done: Handover) -> Row:
    """A submission just made, in the columns of the list, without asking for it again."""
    made = done.submission
    return {
        "number": made.number,
        "round__code": made.round.code,
        "round__state": made.round.state,
        "office_id": made.office_id,
        "office__code": made.office.code,
        "state": made.state,
        "due_on": made.due_on,
        "note": made.note,
        "receipt": made.receipt,
        "submitted_by__full_name": made.submitted_by.full_name,
        "submitted_at": made.submitted_at,
        "updated_at": made.updated_at,
        "submitted_by_id": made.submitted_by_id,
        "round__freezes_on": made.round.freezes_on,
        "counts": {**NOTHING, "lines": len(done.plan.lines)},
    }


def shape_line(row: Row) -> Shape:
    """A line as it was handed over, and what was decided."""
    return {
        "number": row["number"],
        "item": row["answer__item__code"],
        "subject": row["answer__subject"],
        "is_changed": row["is_changed"],
        "is_confirmed": row["is_confirmed"],
        "before": row["before"],
        "after": row["after"],
        "decision": row["decision"] or WAITING,
        "reason": row["reason"],
        "decided_by": row["decided_by__full_name"],
        "decided_at": row["decided_at"],
        "decided_in_bulk": row["decided_in_bulk"],
    }


LINE_COLUMNS = (
    "number",
    "answer__item__code",
    "answer__subject",
    "is_changed",
    "is_confirmed",
    "before",
    "after",
    "decision",
    "reason",
    "decided_by__full_name",
    "decided_at",
    "decided_in_bulk",
)


def lines_of(submission: int) -> list[Shape]:
    """The lines in the order sent."""
    rows = SubmissionLine.objects.filter(submission=submission).order_by("number")
    return [shape_line(row) for row in rows.values(*LINE_COLUMNS)]


class SubmissionFilters(FilterSet):
    round = OneOf("round__code", codes(ReportingRound))
    office = OneOf("office__code", codes(RegionalOffice))
    state = OneOf("state", lambda: State.values)
    q = Search("note")
    updated_since = UpdatedSince()


class SubmissionRecords(Records):
    columns = (
        "number",
        "round__code",
        "round__state",
        "office_id",
        "office__code",
        "state",
        "due_on",
        "note",
        "receipt",
        "submitted_by__full_name",
        "submitted_at",
        "updated_at",
        "submitted_by_id",
        "round__freezes_on",
        "counts",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """An office sees its own."""
        return Submission.objects.visible_to(self.actor).annotate(counts=counted_lines())

    def shape(self, row: Row) -> Shape:
        """One submission, without its lines."""
        return shape_submission(row, self.frame)


class Submissions(SubmissionRecords, Listing):
    """Submissions, the newest first; `POST` hands answers to the secretariat."""

    serializer_class = SubmissionSummaryDescription
    filterset_class = SubmissionFilters
    order = ("-number",)
    orders: ClassVar = {
        "number": "number",
        "submitted_at": "submitted_at",
        "due_on": "due_on",
        "updated_at": "updated_at",
    }
    parser_classes = (StrictJSONParser, *TABLES)
    largest_body = LARGE

    def accepted_parameters(self) -> tuple[str, ...]:
        """A list has filters, a submission can be tried; a table says the rest here, too."""
        if self.request.method != "POST":
            return super().accepted_parameters()
        is_json = media_type_of(self.request) == StrictJSONParser.media_type
        return ("dry_run", *(() if is_json else IN_ADDRESS))

    @extend_schema(
        request={"application/json": NewSubmissionDescription, **BINARY},
        responses={
            201: ReceiptDescription,
            200: OpenApiResponse(PlanDescription, "The plan of a dry run."),
        },
        parameters=[KEY, DRY_RUN, *OF_A_TABLE],
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Hand over answers, all or nothing; with `dry_run=true` see what would happen."""
        self.require(ANSWER)
        reading = IncomingTable if is_table(request) else Incoming
        incoming = reading(request, self.actor, self.frame)
        if is_dry_run(request):
            return incoming.preview()
        return once(request, self.actor, lambda: incoming.submit(self.summary))

    def summary(self, done: Handover) -> Shape:
        """A submission just made, as the list has it."""
        return self.shape(row_of(done))


class OneSubmission(SubmissionRecords, Single):
    """One submission with its lines, before and after, and the decisions."""

    serializer_class = SubmissionDescription
    lookup_field = "number"

    def shape(self, row: Row) -> Shape:
        """The whole submission."""
        return {**shape_submission(row, self.frame), "lines": lines_of(row["pk"])}
