"""`submissions/{number}/accept-confirmed/` and its like: lines decided together, and the end."""

from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from accounts.refusals import Blocked
from api.errors import Problem, problem_of_refusal
from api.requests import body_object, invalid, refuse_unknown, text_of
from api.rights import REVIEW
from api.v1.reviewing import ActOnSubmission
from api.v1.submissions import SubmissionDescription
from checklist.actions import bulk
from checklist.models import Submission


class ExpectedDescription(serializers.Serializer[object]):
    expected = serializers.IntegerField(
        min_value=0, help_text="How many lines the reviewer was shown; any other number is 409."
    )


class ReturnDescription(ExpectedDescription):
    reason = serializers.CharField(max_length=5000)


class ReviewTogether(ActOnSubmission):
    """An act of the secretariat on many lines; a refusal says what is possible instead."""

    def act(self, submission: Submission, values: dict[str, Any]) -> None:
        """What is done."""
        raise AttributeError(f"{type(self).__name__} does nothing")

    def carry_out(self, request: Request, known: tuple[str, ...]) -> HttpResponseBase:
        """The submission as it stands after the act."""
        submission = self.submission()
        self.require(REVIEW)
        values = body_object(request)
        refuse_unknown(values, known)
        try:
            self.act(submission, values)
        except Blocked as blocked:
            raise self.blocked(blocked) from blocked
        return self.reply()

    def blocked(self, refusal: Blocked) -> Problem:
        """What stands in the way, and what can be done now."""
        problem = problem_of_refusal(refusal)
        problem.members["allowed_actions"] = self.shape(self.row())["allowed_actions"]
        return problem


class AcceptConfirmed(ReviewTogether):
    """Unchanged lines that the office vouched for in this round."""

    @extend_schema(request=ExpectedDescription, responses=SubmissionDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Accept them together; it can be undone until the submission is closed."""
        return self.carry_out(request, ("expected",))

    def act(self, submission: Submission, values: dict[str, Any]) -> None:
        """Accept as many as were shown."""
        bulk.accept_confirmed(submission, expected=count_in(values), by=self.actor)


class ReturnUnconfirmed(ReviewTogether):
    """Lines that were only carried over from the last round."""

    @extend_schema(request=ReturnDescription, responses=SubmissionDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Return them together, with one reason; undone until the submission is closed."""
        return self.carry_out(request, ("expected", "reason"))

    def act(self, submission: Submission, values: dict[str, Any]) -> None:
        """Return as many as were shown."""
        reason, expected = text_of(values, "reason"), count_in(values)
        bulk.return_unconfirmed(submission, reason=reason, expected=expected, by=self.actor)


class UndoBulk(ReviewTogether):
    """What was decided together."""

    @extend_schema(request=None, responses=SubmissionDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Take it back: those lines wait again."""
        return self.carry_out(request, ())

    def act(self, submission: Submission, values: dict[str, Any]) -> None:
        """Take back every decision made together that still stands."""
        bulk.undo_bulk(submission, by=self.actor)


class CloseReview(ReviewTogether):
    """The end of a review."""

    @extend_schema(request=None, responses=SubmissionDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Accept the submission as a whole: no line waits, every decision stands."""
        return self.carry_out(request, ())

    def act(self, submission: Submission, values: dict[str, Any]) -> None:
        """Close it."""
        bulk.close(submission, by=self.actor)


def count_in(values: dict[str, Any]) -> int:
    """How many lines the caller counted on."""
    count = values.get("expected")
    if count is None:
        raise invalid("/expected", "required", _("This field is required."))
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count < 2**31:
        raise invalid("/expected", "not_a_count", _("A whole number, zero or more."))
    return count
