"""`findings/dismissals/`: a finding set aside with a reason, and brought back."""

from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import not_found
from api.frames import Shape
from api.requests import body_object, invalid, refuse_unknown, text_of
from api.rights import DISMISS
from api.v1.findings import FindingDescription, FindingRecords, shape_finding, words_of
from programmes.actions.alignment import dismiss, restore
from programmes.alignment.checking import Checked
from programmes.models import AlignmentRule, FindingDismissal


class NewDismissalDescription(serializers.Serializer[object]):
    rule = serializers.CharField()
    subject = serializers.CharField(help_text="As the finding has it.")
    reason = serializers.CharField(max_length=500)
    fingerprint = serializers.CharField(
        required=False, help_text="Of the finding that was read; 412 if its facts changed since."
    )


class OnFindings(FindingRecords):
    """An act on a finding, named by its rule and its subject."""

    def accepted_parameters(self) -> tuple[str, ...]:
        """An act takes none."""
        return ()

    def outcome(self, rule: str, subject: str) -> Checked | None:
        """What the rule says of the subject today, if the caller may see it."""
        rows = self.found(timezone.localdate())
        return next((each for each in rows if (each.rule, each.subject) == (rule, subject)), None)

    def shape(self, each: Checked) -> Shape:
        """The finding as it stands after the act."""
        bases = dict(AlignmentRule.objects.filter(pk=each.rule).values_list("code", "basis"))
        return shape_finding(each, words_of(each), bases, self.frame)


class Dismissals(OnFindings):
    """Setting findings aside: the secretariat, each with a reason."""

    http_method_names = ("post",)

    @extend_schema(
        operation_id="finding_dismiss",
        request=NewDismissalDescription,
        responses={201: FindingDescription},
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Set a finding aside for its facts as they are; a changed fact brings it back."""
        self.require(DISMISS)
        values = body_object(request)
        refuse_unknown(values, ("rule", "subject", "reason", "fingerprint"))
        said = {name: text_of(values, name) for name in ("rule", "subject", "reason")}
        found = self.named(said["rule"], said["subject"])
        seen = text_of(values, "fingerprint") or None
        day = timezone.localdate()
        dismiss(found, reason=said["reason"], day=day, seen=seen, by=self.actor)
        shape = self.shape(self.named(found.rule, found.subject))
        return Response(shape, 201, headers={"Location": shape["dismissed"]["url"]})

    def named(self, rule: str, subject: str) -> Checked:
        """The outcome that the body names."""
        for name, value in (("rule", rule), ("subject", subject)):
            if not value:
                raise invalid(f"/{name}", "required", _("This field is required."))
        found = self.outcome(rule, subject)
        if found is None:
            raise invalid(
                "/subject", "unknown_subject", _("The rule says nothing of such a subject.")
            )
        return found


class OneDismissal(OnFindings):
    """The dismissal of one finding."""

    http_method_names = ("delete",)

    @extend_schema(operation_id="finding_restore", request=None, responses={204: None})
    def delete(self, request: Request, rule: str, **keys: Any) -> HttpResponseBase:
        """Bring the finding back; the history keeps who set it aside and why."""
        self.require(DISMISS)
        subject = keys["subject"]
        if not FindingDismissal.objects.filter(rule_id=rule, subject=subject).exists():
            raise not_found()
        restore(rule, subject, by=self.actor)
        return Response(status=204)
