"""`rounds/{round}/open/`, `freeze/`, `reopen/`: planned → open → frozen → published."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Blocked
from api.errors import Problem, problem_of_refusal
from api.requests import body_object, refuse_unknown
from api.rights import RUN_ROUNDS
from api.v1.rounds import OneRound, RoundDescription, allowed_actions
from checklist.actions import rounds
from checklist.models import ReportingRound


class ActOnRound(OneRound):
    """An act on one round."""

    http_method_names = ("post",)

    def permitted_round(self) -> ReportingRound:
        """The round of the address, for those who may move it on."""
        row = self.row()
        self.require(RUN_ROUNDS)
        return ReportingRound.objects.get(pk=row["pk"])

    def blocked(self, refusal: Blocked, round_: ReportingRound) -> Problem:
        """What stands in the way, and what is possible now."""
        problem = problem_of_refusal(refusal)
        problem.members["allowed_actions"] = allowed_actions(round_, self.actor)
        return problem


class MoveRound(ActOnRound):
    """Moving a round on without anything to say about it."""

    act: ClassVar[Callable[..., Any]]

    @extend_schema(request=None, responses=RoundDescription)
    def post(self, request: Request, **keys: str) -> HttpResponseBase:
        """Move the round on."""
        round_ = self.permitted_round()
        refuse_unknown(body_object(request), ())
        try:
            type(self).act(round_, by=self.actor)
        except Blocked as refusal:
            raise self.blocked(refusal, round_) from refusal
        return Response(self.shape(self.row()))


class OpenRound(MoveRound):
    """Ask: one unanswered row for each item and subject."""

    act = rounds.open_round


class FreezeRound(MoveRound):
    """Close the round to the offices."""

    act = rounds.freeze


class ReopenRound(MoveRound):
    """Give a frozen round back to the offices, a published one to the secretariat."""

    act = rounds.reopen
