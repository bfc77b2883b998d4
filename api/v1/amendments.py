"""`rounds/{round}/answers/{item}/{subject}/amendments/`: corrections, and the reply to each."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import policy
from accounts.refusals import Blocked
from api.errors import Problem, not_found, problem_of_refusal
from api.frames import Shape, action
from api.pagination import envelope
from api.requests import body_object, refuse_unknown, text_of
from api.rights import ANSWER
from api.v1.described import ActionDescription, Described
from api.v1.of_answer import AboutAnswer
from checklist import blockers
from checklist.actions.amendments import REPLIES, reply
from checklist.models import Amendment, Answer
from checklist.pages.amendments import amendments_of


class ReplyDescription(serializers.Serializer[object]):
    reply = serializers.ChoiceField(REPLIES)
    words = serializers.CharField(required=False, max_length=5000, help_text="A dissent says why.")


class AmendmentDescription(Described):
    number = serializers.IntegerField(help_text="Counted from 1, the first correction.")
    before = serializers.DictField(help_text="The office's words.")
    after = serializers.DictField()
    reason = serializers.CharField()
    amended_by = serializers.CharField()
    amended_at = serializers.DateTimeField()
    reply = serializers.ChoiceField(["", *REPLIES])
    reply_words = serializers.CharField()
    replied_by = serializers.CharField(allow_null=True)
    replied_at = serializers.DateTimeField(allow_null=True)
    allowed_actions = ActionDescription(many=True)


class AmendmentPageDescription(serializers.Serializer[object]):
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = AmendmentDescription(many=True)


class OfAnswer(AboutAnswer):
    """The corrections of one answer."""

    def numbered(self, answer: Answer) -> Mapping[int, Amendment]:
        """The corrections by number, the newest first."""
        found = amendments_of(answer)
        return {len(found) - place: each for place, each in enumerate(found)}

    def shape(self, answer: Answer, number: int, each: Amendment) -> Shape:
        """One correction with the office's reply."""
        codes = (answer.round.code, "answers", answer.item.code, answer.subject)
        return {
            "url": self.frame.link("rounds", *codes, "amendments", number),
            "display": f"{answer.item.code} · {answer.subject} · {number}",
            "updated_at": each.replied_at or each.amended_at,
            "provenance": self.frame.origin(),
            "number": number,
            "before": each.before,
            "after": each.after,
            "reason": each.reason,
            "amended_by": each.amended_by.full_name,
            "amended_at": each.amended_at,
            "reply": each.reply,
            "reply_words": each.reply_words,
            "replied_by": each.replied_by.full_name if each.replied_by else None,
            "replied_at": each.replied_at,
            "allowed_actions": self.allowed_actions(answer, each),
        }

    def allowed_actions(self, answer: Answer, each: Amendment) -> list[Shape]:
        """The office replies, once."""
        if not policy.may_answer_for(self.actor, answer.office_id):
            return []
        return [action("reply", blockers.to_reply(each))]

    def of_address(self, answer: Answer) -> Amendment:
        """The correction that the address numbers."""
        found = self.numbered(answer).get(self.kwargs["number"])
        if found is None:
            raise not_found()
        return found


class Amendments(OfAnswer):
    """Every correction of an answer, the newest first."""

    @extend_schema(operation_id="amendments_list", responses=AmendmentPageDescription)
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """All of them: an answer has few."""
        answer = self.answer()
        found = self.numbered(answer).items()
        shapes = [self.shape(answer, number, each) for number, each in found]
        return envelope(len(shapes), None, None, shapes)


class OneAmendment(OfAnswer):
    """One correction."""

    @extend_schema(operation_id="amendments_retrieve", responses=AmendmentDescription)
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The correction beside the office's words."""
        answer = self.answer()
        return Response(self.shape(answer, self.kwargs["number"], self.of_address(answer)))


class Reply(OfAnswer):
    """What the office says to a correction."""

    http_method_names = ("post",)

    @extend_schema(request=ReplyDescription, responses=AmendmentDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Acknowledge or dissent: once, for good; the publication is not changed by it."""
        answer = self.answer()
        amendment = self.of_address(answer)
        self.require(ANSWER)
        values = body_object(request)
        refuse_unknown(values, ("reply", "words"))
        said, words = text_of(values, "reply"), text_of(values, "words")
        try:
            reply(amendment, said, words, by=self.actor)
        except Blocked as blocked:
            raise self.told(blocked, answer) from blocked
        return Response(self.shape(answer, self.kwargs["number"], self.of_address(answer)))

    def told(self, blocked: Blocked, answer: Answer) -> Problem:
        """The refusal together with the reply that stands."""
        problem = problem_of_refusal(blocked)
        now = self.shape(answer, self.kwargs["number"], self.of_address(answer))
        problem.members["current"] = now
        return problem
