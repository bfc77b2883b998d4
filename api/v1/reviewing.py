"""`submissions/{number}/decisions/` and `recall/`: what is done with a submission."""

from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.reading import unknown_fields
from accounts.refusals import Blocked, Faults, Invalid
from api.errors import Problem, problem_of_refusal
from api.frames import Shape
from api.requests import body_object, invalid, refuse_unknown
from api.rights import ANSWER, REVIEW
from api.v1.submissions import OneSubmission, SubmissionDescription, lines_of
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.submissions import recall
from checklist.intake import LINE_LIMIT
from checklist.models import Submission

FIELDS = ("line", "decision", "reason")


class DecisionDescription(serializers.Serializer[object]):
    line = serializers.IntegerField(min_value=1)
    decision = serializers.ChoiceField(["accept", "return"])
    reason = serializers.CharField(required=False, max_length=5000, help_text="To return.")


class ActOnSubmission(OneSubmission):
    """An act on one submission, found among those the caller may see."""

    http_method_names = ("post",)

    def submission(self) -> Submission:
        """The submission of the address."""
        return Submission.objects.select_related("round", "office").get(pk=self.row()["pk"])

    def reply(self) -> Response:
        """The submission as it stands after the act."""
        return Response(self.shape(self.row()))


class Decisions(ActOnSubmission):
    """The secretariat's decisions, all or nothing."""

    @extend_schema(request=DecisionDescription(many=True), responses=SubmissionDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Accept or return lines; the same decision again by the same person changes nothing."""
        submission = self.submission()
        self.require(REVIEW)
        decisions = read_decisions(request.data)
        try:
            decide(submission, decisions, by=self.actor)
        except Blocked as blocked:
            raise with_decisions(blocked, submission, decisions) from blocked
        return self.reply()


class Recall(ActOnSubmission):
    """Taking back."""

    @extend_schema(request=None, responses=SubmissionDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Take back what nobody has decided on; its answers are drafts again."""
        submission = self.submission()
        self.require(ANSWER)
        refuse_unknown(body_object(request), ())
        recall(submission, by=self.actor)
        return self.reply()


def read_decisions(sent: Any) -> list[LineDecision]:
    """The list of decisions; every one that cannot be read is named."""
    if not isinstance(sent, list) or not sent:
        raise invalid("", "not_a_list", _("A list of decisions is needed here."))
    if len(sent) > LINE_LIMIT:
        words = _("At most %(limit)d decisions are taken at once.") % {"limit": LINE_LIMIT}
        raise Problem(413, "too_many_lines", words, limit=LINE_LIMIT)
    faults = Faults()
    found = [read_decision(each, f"/{index}", faults) for index, each in enumerate(sent)]
    if faults.found:
        raise Invalid(faults.found)
    return found


def read_decision(sent: Any, at: str, faults: Faults) -> LineDecision:
    """One decision: the line by its number, the word, the reason."""
    if not isinstance(sent, dict):
        faults.add(at, "not_an_object", _("A decision is an object with line and decision."))
        return LineDecision(0, "")
    unknown_fields(sent, FIELDS, at, faults)
    line, reason = sent.get("line"), sent.get("reason", "")
    if not isinstance(line, int) or isinstance(line, bool):
        faults.add(f"{at}/line", "unknown_line", _("A line is named by its number."))
    if not isinstance(reason, str) or len(reason) > 5000:
        faults.add(f"{at}/reason", "not_a_text", _("A text of at most 5,000 characters, or none."))
    if not isinstance(sent.get("decision"), str):
        faults.add(f"{at}/decision", "unknown_decision", _("Use one of: accept, return."))
    return LineDecision(line, sent.get("decision", ""), reason)  # type: ignore[arg-type]


def with_decisions(
    blocked: Blocked, submission: Submission, decisions: list[LineDecision]
) -> Problem:
    """The refusal together with the decisions that stand."""
    problem = problem_of_refusal(blocked)
    named = {each.line for each in decisions}
    current: list[Shape] = [line for line in lines_of(submission.pk) if line["number"] in named]
    problem.members["current"] = {"lines": current}
    return problem
