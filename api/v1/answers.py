"""`answers/`: the answers of the open round, and of others by their code."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.pagination import BasePagination

from accounts import policy
from accounts.policy import Actor
from api.fields import Codes
from api.filters import FilterSet, Flag, OneOf, Search, UpdatedSince, codes, names_of
from api.frames import Frame, Row, Shape, action
from api.pagination import KeyPages, OffsetPages
from api.records import Listing, Records
from api.v1.described import ActionDescription, Described
from checklist import blockers
from checklist.content import FIELDS
from checklist.models import Answer, ChecklistItem, Pillar, ReportingRound
from checklist.models.answers import GLOBAL_SUBJECT, Constraint, Progress
from checklist.models.checklists import Kind
from regions.languages import CODES, in_language
from regions.models import CountryTeam, RegionalOffice

SUBJECTS = Codes(((RegionalOffice, "code"), (CountryTeam, "code")), also=(GLOBAL_SUBJECT,))
COLUMNS = (
    "round__code",
    "round__state",
    "item__code",
    "subject",
    "office_id",
    "office__code",
    "office__names",
    "team__names",
    "level",
    *FIELDS,
    "progress",
    "version",
    "reexamined",
    "updated_at",
)


class ContentDescription(serializers.Serializer[object]):
    """What an office writes; a field left out is empty."""

    kind = serializers.ChoiceField(Kind.choices)
    narrative = serializers.CharField(required=False, max_length=5000)
    language = serializers.ChoiceField(CODES, required=False)
    constraints = serializers.ListField(
        child=serializers.ChoiceField(Constraint.choices), required=False
    )
    next_step = serializers.CharField(required=False, max_length=5000)
    next_step_due = serializers.DateField(required=False, allow_null=True)
    as_of = serializers.DateField(required=False, allow_null=True)
    evidence = serializers.ListField(child=serializers.UUIDField(), required=False)
    not_applicable_reason = serializers.CharField(required=False, max_length=5000)


class AnswerDescription(Described):
    round = serializers.CharField()
    item = serializers.CharField()
    subject = serializers.CharField(help_text="GLOBAL, an office's code or a team's code.")
    office = serializers.CharField()
    kind = serializers.ChoiceField(Kind.choices)
    narrative = serializers.CharField()
    language = serializers.ChoiceField(CODES)
    constraints = serializers.ListField(child=serializers.ChoiceField(Constraint.choices))
    next_step = serializers.CharField()
    next_step_due = serializers.DateField(allow_null=True)
    as_of = serializers.DateField(allow_null=True)
    evidence = serializers.ListField(child=serializers.UUIDField())
    not_applicable_reason = serializers.CharField()
    progress = serializers.ChoiceField(Progress.choices)
    version = serializers.IntegerField()
    reexamined = serializers.BooleanField(help_text="Looked at in this round.")
    allowed_actions = ActionDescription(many=True)


def shape_answer(row: Row, frame: Frame, actions: list[Shape]) -> Shape:
    """An answer as a client gets it."""
    round_, item, subject = row["round__code"], row["item__code"], row["subject"]
    return {
        "round": round_,
        "item": item,
        "subject": subject,
        "office": row["office__code"],
        "kind": row["kind"],
        "narrative": row["narrative"],
        "language": row["language"],
        "constraints": row["constraints"],
        "next_step": row["next_step"],
        "next_step_due": row["next_step_due"],
        "as_of": row["as_of"],
        "evidence": row["evidence"],
        "not_applicable_reason": row["not_applicable_reason"],
        "progress": row["progress"],
        "version": row["version"],
        "reexamined": row["reexamined"],
        "url": frame.link("rounds", round_, "answers", item, subject),
        "display": f"{item} · {subject_name(row)}",
        "updated_at": row["updated_at"],
        "provenance": frame.origin(),
        "allowed_actions": actions,
    }


def subject_name(row: Row) -> str:
    """The subject in words: the whole organisation, an office, or a country team."""
    if row["subject"] == GLOBAL_SUBJECT:
        return _("Whole organisation")
    return in_language(row["team__names"] or row["office__names"])


class AnswerActions:
    """What the caller can do with answers; the same for all in one state, so judged once."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.judged: dict[tuple[str, str, str, int], list[Shape]] = {}

    def of(self, row: Row) -> list[Shape]:
        """The acts on this answer, with what stands in their way."""
        state = (row["round__code"], row["round__state"], row["progress"], row["office_id"])
        if state not in self.judged:
            self.judged[state] = self.judge(*state)
        return self.judged[state]

    def judge(self, code: str, state: str, progress: str, office_id: int) -> list[Shape]:
        """The office writes, the secretariat amends; nobody else has anything to do."""
        round_ = ReportingRound(code=code, state=state)
        if policy.may_answer_for(self.actor, office_id):
            return [action("save", blockers.to_write(round_))]
        if policy.may_review(self.actor):
            answer = Answer(round=round_, progress=progress)
            return [action("amend", blockers.to_amend(answer))]
        return []


class AnswerFilters(FilterSet):
    round = OneOf("round__code", codes(ReportingRound), help_text="The open round when left out.")
    office = OneOf("office__code", codes(RegionalOffice))
    item = OneOf("item__code", codes(ChecklistItem))
    pillar = OneOf("item__pillar__code", codes(Pillar))
    subject = OneOf("subject", SUBJECTS)
    kind = OneOf("kind", lambda: Kind.values)
    progress = OneOf("progress", lambda: Progress.values)
    without_evidence = Flag(Q(evidence=[]))
    q = Search("narrative", "next_step", "not_applicable_reason")
    updated_since = UpdatedSince()


class AnswerRecords(Records):
    serializer_class = AnswerDescription
    columns = COLUMNS

    def rows(self) -> QuerySet[Any, Any]:
        """An office sees the answers it is responsible for."""
        return Answer.objects.visible_to(self.actor)

    def shape(self, row: Row) -> Shape:
        """One answer."""
        return shape_answer(row, self.frame, self.actions.of(row))

    @property
    def actions(self) -> AnswerActions:
        """Judged once for the whole reply."""
        if not hasattr(self, "_actions"):
            self._actions = AnswerActions(self.actor)
        return self._actions


class AnswerPages(OffsetPages):
    """Finds the page among bare keys and fetches the rest for its rows alone.

    So the last page of a round costs what the first does.
    """

    def rows_of(self, queryset: Any, start: int, stop: int) -> list[Any]:
        """The rows of the page, in their order."""
        found = queryset.values("pk")[start:stop]
        rows = Answer.objects.filter(pk__in=found).order_by(*queryset.query.order_by)
        return list(rows.values("pk", *COLUMNS))


class Answers(AnswerRecords, Listing):
    """Answers of the open round; of several rounds by `cursor` instead of `offset`."""

    filterset_class = AnswerFilters
    # Answers are written in the order of the checklist when a round opens: so are their keys.
    order = ()
    orders: ClassVar = {
        "item": "item__code",
        "subject": "subject",
        "office": "office__code",
        "kind": "kind",
        "progress": "progress",
        "updated_at": "updated_at",
    }

    def rows(self) -> QuerySet[Any, Any]:
        """Without a round, the open one."""
        rows = super().rows()
        named = self.request.query_params.get("round") or self.is_across_rounds()
        return rows if named else rows.filter(round__state=ReportingRound.State.OPEN)

    def is_across_rounds(self) -> bool:
        """Several rounds, or a cursor that was given for them."""
        query = self.request.query_params
        return len(query.getlist("round")) > 1 or "cursor" in query

    @property
    def paginator(self) -> BasePagination:
        """By offset within a round, by key across rounds: those can grow without end."""
        if not hasattr(self, "_paginator"):
            across = getattr(self, "request", None) is not None and self.is_across_rounds()
            self._paginator: BasePagination = KeyPages() if across else AnswerPages()
        return self._paginator

    def accepted_parameters(self) -> tuple[str, ...]:
        """An order of one's own is for one round."""
        names = names_of(self)[:-1]
        if self.is_across_rounds():
            return (*names, *KeyPages.names)
        return (*names, "ordering", *AnswerPages.names)
