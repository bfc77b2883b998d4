"""`programme-documents/{id}/advance/`, `withdraw/`, `correct-stage/`, `review/`: its workflow."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.acting import refuse_unless
from accounts.refusals import Blocked
from api.errors import problem_of_refusal
from api.requests import body_object, invalid, refuse_unknown, text_of
from api.rights import DECIDE_PROGRAMMES, KEEP_PROGRAMMES
from api.v1.document_standing import allowed_actions
from api.v1.programme_documents import ProgrammeDocument, WholeProgrammeDocumentDescription
from programmes.actions import programme_documents as acts
from programmes.hands import may_lead
from programmes.models import CountryProgrammeDocument
from programmes.stages import Stage

STAGES = [each.value for each in Stage if each is not Stage.UNKNOWN]


class AdvanceDescription(serializers.Serializer[object]):
    to = serializers.ChoiceField(STAGES)
    reason = serializers.CharField(
        required=False, max_length=5000, help_text="Needed where the committee returns it."
    )


class WithdrawDescription(serializers.Serializer[object]):
    reason = serializers.CharField(max_length=5000)


class CorrectionDescription(serializers.Serializer[object]):
    to = serializers.ChoiceField(STAGES)
    reason = serializers.CharField(max_length=5000)


class ReviewDescription(serializers.Serializer[object]):
    reviewed_on = serializers.DateField()
    decision = serializers.ChoiceField(["approved", "conditional"])


class ActOnDocument(ProgrammeDocument):
    """An act on one document; the answer is the document as it is then."""

    http_method_names: Sequence[str] = ("post",)

    def document(self) -> CountryProgrammeDocument:
        """The document of the address."""
        return CountryProgrammeDocument.objects.select_related("country").get(pk=self.row()["pk"])

    def led(self, day: date) -> CountryProgrammeDocument:
        """The document, for its office and the secretariat."""
        document = self.document()
        self.require(KEEP_PROGRAMMES)
        refuse_unless(may_lead(document, day, self.actor))
        return document

    def decided(self) -> CountryProgrammeDocument:
        """The document, for the secretariat."""
        document = self.document()
        self.require(DECIDE_PROGRAMMES)
        return document

    def done(self, act: Callable[..., Any], document: CountryProgrammeDocument, **said: Any) -> Any:
        """The document after the act; what stands in the way comes with what is possible."""
        try:
            act(document, **said, by=self.actor)
        except Blocked as blocked:
            problem = problem_of_refusal(blocked)
            today = timezone.localdate()
            problem.members["allowed_actions"] = allowed_actions(document.pk, self.actor, today)
            raise problem from blocked
        return Response(self.shape(self.row()))

    def said(self, request: Request, *names: str) -> dict[str, str]:
        """The texts of the body; one left out is empty."""
        values = body_object(request)
        refuse_unknown(values, names)
        return {name: text_of(values, name) for name in names}


class Advance(ActOnDocument):
    """The next step of a document."""

    @extend_schema(request=AdvanceDescription, responses=WholeProgrammeDocumentDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Take a step that follows; the committee's steps are the secretariat's."""
        day = timezone.localdate()
        document = self.led(day)
        found: HttpResponseBase = self.done(
            acts.advance, document, **self.said(request, "to", "reason"), day=day
        )
        return found


class Withdraw(ActOnDocument):
    """Giving a document up."""

    @extend_schema(request=WithdrawDescription, responses=WholeProgrammeDocumentDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Withdraw the document, before its end and with a reason."""
        day = timezone.localdate()
        document = self.led(day)
        said = self.said(request, "reason")
        found: HttpResponseBase = self.done(acts.withdraw, document, **said, day=day)
        return found


class CorrectStage(ActOnDocument):
    """Recording the stage a document is in."""

    @extend_schema(request=CorrectionDescription, responses=WholeProgrammeDocumentDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Record the stage where none, or a wrong one, is on record."""
        document = self.decided()
        said = self.said(request, "to", "reason")
        found: HttpResponseBase = self.done(acts.correct_stage, document, **said)
        return found


class RecordReview(ActOnDocument):
    """What the Programme Review Committee decided."""

    @extend_schema(request=ReviewDescription, responses=WholeProgrammeDocumentDescription)
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Record the day of the review and a decision other than to return it."""
        document = self.decided()
        said = self.said(request, "reviewed_on", "decision")
        day = day_of(said["reviewed_on"], "/reviewed_on")
        found: HttpResponseBase = self.done(
            acts.record_review,
            document,
            reviewed_on=day,
            decision=said["decision"],
            day=timezone.localdate(),
        )
        return found


def day_of(text: str, at: str) -> date:
    """A day as ISO 8601 writes it."""
    if not text:
        raise invalid(at, "required", _("This field is required."))
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None:
        raise invalid(at, "invalid_date", _("There is no such day."))
    return found
