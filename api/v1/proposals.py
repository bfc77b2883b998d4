"""`rounds/{round}/answers/{item}/{subject}/proposal/`: what the records propose, and the reply."""

from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Fault, Invalid
from api.errors import not_found
from api.frames import Shape
from api.requests import body_object, refuse_unknown, text_of
from api.rights import ANSWER
from api.v1.described import Described
from api.v1.of_answer import AboutAnswer
from checklist.actions.proposals import accept, overrule
from checklist.models import Answer, ProposalReply
from checklist.models.checklists import Kind
from checklist.pages.proposal import ProposalShown, proposal_for

MORE = ("team", "office", "proposal_reply__replied_by")


class ReplyToProposalDescription(serializers.Serializer[object]):
    stance = serializers.ChoiceField(ProposalReply.Stance.choices)
    fingerprint = serializers.CharField(help_text="Of the proposal that was read.")
    reason = serializers.CharField(
        required=False, max_length=2000, help_text="Why; to overrule needs it."
    )


class ProposalDescription(Described):
    kind = serializers.ChoiceField(
        ["", *Kind.values], help_text="The verdict; empty where the records bear none."
    )
    because = serializers.CharField(help_text="What the records say, or which facts they lack.")
    records = serializers.ListField(child=serializers.CharField())
    missing = serializers.ListField(child=serializers.CharField())
    fingerprint = serializers.CharField()
    answer = serializers.ChoiceField(["", *Kind.values], help_text="What the office answers.")
    stance = serializers.ChoiceField(["", *ProposalReply.Stance.values])
    reason = serializers.CharField()
    replied_by = serializers.CharField(allow_null=True)
    replied_at = serializers.DateTimeField(allow_null=True)


class OneProposal(AboutAnswer):
    """A proposal is never an answer: a person takes it, or overrules it with a reason."""

    @extend_schema(operation_id="proposal_retrieve", responses=ProposalDescription)
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """What the records propose today; 404 for items that records cannot answer."""
        return self.reply()

    @extend_schema(
        operation_id="proposal_update",
        request=ReplyToProposalDescription,
        responses=ProposalDescription,
    )
    def put(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Take the verdict (the answer becomes a draft with it), or overrule it."""
        answer = self.answer(*MORE)
        self.require(ANSWER)
        values = body_object(request)
        refuse_unknown(values, ("stance", "fingerprint", "reason"))
        self.carry_out(answer, {name: text_of(values, name) for name in values})
        return self.reply()

    def carry_out(self, answer: Answer, said: dict[str, str]) -> None:
        """The act that was asked for, on the answer as it stands."""
        facts: dict[str, Any] = {
            "fingerprint": said.get("fingerprint", ""),
            "base_version": answer.version,
            "day": timezone.localdate(),
            "by": self.actor,
        }
        if said.get("stance") == ProposalReply.Stance.ACCEPTED:
            accept(answer, **facts)
        elif said.get("stance") == ProposalReply.Stance.OVERRULED:
            overrule(answer, reason=said.get("reason", ""), **facts)
        else:
            allowed = ", ".join(ProposalReply.Stance.values)
            words = _("Use one of: %(allowed)s.") % {"allowed": allowed}
            raise Invalid([Fault("/stance", "unknown_stance", words)])

    def reply(self) -> Response:
        """The proposal beside the answer, as both stand now."""
        answer = self.answer(*MORE)
        found = proposal_for(answer, answer.kind, timezone.localdate())
        if found is None:
            raise not_found()
        return Response(self.shape(answer, found))

    def shape(self, answer: Answer, shown: ProposalShown) -> Shape:
        """A proposal as a client gets it."""
        codes = (answer.round.code, "answers", answer.item.code, answer.subject, "proposal")
        found, reply = shown.proposal, shown.reply
        return {
            "url": self.frame.link("rounds", *codes),
            "display": f"{answer.item.code} · {answer.subject}",
            "updated_at": reply.replied_at if reply else answer.updated_at,
            "provenance": self.frame.origin(),
            "kind": found.kind,
            "because": shown.because,
            "records": [self.frame.link(*name.split("/")) for name in found.records],
            "missing": list(found.missing),
            "fingerprint": found.fingerprint,
            "answer": shown.answered,
            "stance": reply.stance if reply else "",
            "reason": reply.reason if reply else "",
            "replied_by": reply.replied_by.full_name if reply else None,
            "replied_at": reply.replied_at if reply else None,
        }
