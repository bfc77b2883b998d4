"""`rounds/`: reporting rounds, and the acts that move them on."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import Count, QuerySet
from rest_framework import serializers

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Blocker
from api.filters import FilterSet, OneOf, Search, UpdatedSince
from api.frames import Frame, Row, Shape, action
from api.records import Listing, Records, Single
from api.v1.described import ActionDescription, Described
from checklist import blockers
from checklist.models import Answer, ReportingRound
from checklist.models.answers import Progress

ACTS: dict[str, Callable[[ReportingRound], list[Blocker]]] = {
    "open": blockers.to_open,
    "freeze": blockers.to_freeze,
    "reopen": blockers.to_reopen,
    "publish": blockers.to_publish,
}


class OfficeProgressDescription(serializers.Serializer[object]):
    office = serializers.CharField()
    total = serializers.IntegerField()
    empty = serializers.IntegerField()
    draft = serializers.IntegerField()
    submitted = serializers.IntegerField()
    returned = serializers.IntegerField()
    accepted = serializers.IntegerField()


class RoundSummaryDescription(Described):
    code = serializers.CharField()
    state = serializers.ChoiceField(ReportingRound.State.choices)
    checklist = serializers.CharField()
    session = serializers.CharField(allow_null=True)
    session_opens_on = serializers.DateField(allow_null=True)
    opens_on = serializers.DateField()
    answers_due_on = serializers.DateField()
    review_due_on = serializers.DateField()
    freezes_on = serializers.DateField()
    note = serializers.CharField()


class RoundDescription(RoundSummaryDescription):
    offices = OfficeProgressDescription(many=True)
    allowed_actions = ActionDescription(many=True)


def shape_round(row: Row, frame: Frame) -> Shape:
    """A round as a client gets it."""
    return {
        "url": frame.link("rounds", row["code"]),
        "display": row["code"],
        "updated_at": row["updated_at"],
        "provenance": frame.origin(invented=row["is_invented"], source=row["note"]),
        "code": row["code"],
        "state": row["state"],
        "checklist": row["checklist__version"],
        "session": row["session__code"],
        "session_opens_on": row["session__opens_on"],
        "opens_on": row["opens_on"],
        "answers_due_on": row["answers_due_on"],
        "review_due_on": row["review_due_on"],
        "freezes_on": row["freezes_on"],
        "note": row["note"],
    }


def progress_by_office(round_id: int, actor: Actor) -> list[Shape]:
    """How far each office is that the caller may see: one count of its answers by progress."""
    answers = Answer.objects.visible_to(actor).filter(round=round_id).order_by("office__position")
    counted = answers.values_list("office__position", "office__code", "progress")
    offices: dict[str, Shape] = {}
    for _position, office, progress, number in counted.annotate(number=Count("id")):
        nothing = {"office": office, "total": 0, **dict.fromkeys(Progress.values, 0)}
        shape = offices.setdefault(office, nothing)
        shape[progress] += number
        shape["total"] += number
    return list(offices.values())


def allowed_actions(round_: ReportingRound, actor: Actor) -> list[Shape]:
    """What the caller could do with a round, and what stands in the way."""
    if not policy.may_run_rounds(actor):
        return []
    return [action(name, in_the_way(round_)) for name, in_the_way in ACTS.items()]


class RoundFilters(FilterSet):
    state = OneOf("state", lambda: ReportingRound.State.values)
    q = Search("code", "note")
    updated_since = UpdatedSince()


class RoundRecords(Records):
    columns = (
        "code",
        "state",
        "checklist__version",
        "session__code",
        "session__opens_on",
        "opens_on",
        "answers_due_on",
        "review_due_on",
        "freezes_on",
        "note",
        "is_invented",
        "updated_at",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Rounds in work are seen by staff."""
        return ReportingRound.objects.visible_to(self.actor)

    def shape(self, row: Row) -> Shape:
        """One round, without its progress."""
        return shape_round(row, self.frame)


class Rounds(RoundRecords, Listing):
    """Reporting rounds, the newest first."""

    serializer_class = RoundSummaryDescription
    filterset_class = RoundFilters
    order = ("-code",)
    orders: ClassVar = {"code": "code", "opens_on": "opens_on", "updated_at": "updated_at"}


class OneRound(RoundRecords, Single):
    """One round with the progress of each office and what can be done with it."""

    serializer_class = RoundDescription

    def shape(self, row: Row) -> Shape:
        """The whole round."""
        round_ = ReportingRound.objects.get(pk=row["pk"])
        return {
            **shape_round(row, self.frame),
            "offices": progress_by_office(row["pk"], self.actor),
            "allowed_actions": allowed_actions(round_, self.actor),
        }
