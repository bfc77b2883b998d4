"""What an address asks of its caller: a predicate of the policy, and words for whom it lets in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts import policy
from accounts.models.tokens import Scope
from accounts.policy import Actor
from api.errors import Problem, Words

if TYPE_CHECKING:
    from rest_framework.views import APIView


@dataclass(frozen=True)
class Right:
    """A permission of the policy, with the scope a token needs and who has it."""

    allows: Callable[[Actor], bool]
    scope: Scope
    who: Words


SEE_PUBLISHED = Right(policy.may_see_publications, Scope.READ, gettext_lazy("everyone signed in"))
SEE_LIVE = Right(
    policy.may_see_live_data, Scope.READ, gettext_lazy("offices, secretariat and administrators")
)
ANSWER = Right(policy.may_answer, Scope.SUBMIT, gettext_lazy("people of an office"))
WRITE_EVIDENCE = Right(
    lambda actor: policy.may_answer(actor) or policy.may_review(actor),
    Scope.SUBMIT,
    gettext_lazy("people of an office and the secretariat"),
)
REVIEW = Right(policy.may_review, Scope.REVIEW, gettext_lazy("the secretariat"))
KEEP_PROGRAMMES = Right(
    policy.may_keep_programmes,
    Scope.SUBMIT,
    gettext_lazy("people of an office and the secretariat"),
)
DECIDE_PROGRAMMES = Right(
    policy.may_decide_programmes, Scope.REVIEW, gettext_lazy("the secretariat")
)
RUN_ROUNDS = Right(policy.may_run_rounds, Scope.REVIEW, gettext_lazy("the secretariat"))

KEEP_FIGURES = Right(policy.may_keep_figures, Scope.REVIEW, gettext_lazy("the secretariat"))
KEEP_REQUESTS = Right(policy.may_keep_requests, Scope.REVIEW, gettext_lazy("the secretariat"))
SET_RULES = Right(policy.may_set_rules, Scope.REVIEW, gettext_lazy("the secretariat"))
DISMISS = Right(policy.may_dismiss_findings, Scope.REVIEW, gettext_lazy("the secretariat"))


def require(actor: Actor, right: Right) -> None:
    """Refuse whoever may not, and say who may, or which scope the token lacks."""
    if right.allows(actor):
        return
    if right.allows(replace(actor, scopes=None)):
        words = _("The token lacks the scope “%(scope)s”.") % {"scope": right.scope.value}
        raise Problem(403, "scope_missing", words)
    words = _("Your role does not permit this; it is for %(who)s.") % {"who": right.who}
    raise Problem(403, "forbidden", words)


class Nobody(BasePermission):
    """Default of the API: an address that says nothing about rights lets nobody in."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """No."""
        return False
