"""`alignment-rules/`: the rules as the secretariat has set them."""

from typing import Any, ClassVar

from django.apps import apps
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Stale
from api.concurrency import etag, guard
from api.errors import Problem
from api.filters import FilterSet, Flag, OneOf, Search, UpdatedSince
from api.frames import Row, Shape, document
from api.records import Listing, Records, Single
from api.requests import body_object, refuse_unknown
from api.rights import SET_RULES
from api.v1.described import IF_MATCH, Described
from programmes.actions.alignment import set_rule
from programmes.alignment.thresholds import SETTING
from programmes.alignment.wording import rule_title
from programmes.intake.content import digest
from programmes.models import AlignmentRule, Severity


class SettingDescription(serializers.Serializer[object]):
    severity = serializers.ChoiceField(Severity.choices, required=False)
    lesser_severity = serializers.ChoiceField(
        ["", *Severity.values], required=False, help_text="Of the milder case, where there is one."
    )
    parameters = serializers.DictField(required=False, help_text="All thresholds of the rule.")
    is_on = serializers.BooleanField(required=False)
    off_reason = serializers.CharField(required=False, max_length=300)


class AlignmentRuleDescription(Described):
    code = serializers.CharField()
    condition = serializers.CharField(help_text="What it compares; in English.")
    met = serializers.CharField(help_text="What holds of a record when the rule is met.")
    basis = serializers.CharField()
    severity = serializers.ChoiceField(Severity.choices)
    lesser_severity = serializers.ChoiceField(["", *Severity.values])
    parameters = serializers.DictField()
    is_on = serializers.BooleanField()
    off_reason = serializers.CharField()


class RuleFilters(FilterSet):
    severity = OneOf("severity", lambda: Severity.values)
    is_on = Flag(Q(is_on=True))
    q = Search("code", "condition", "basis")
    updated_since = UpdatedSince()


class RuleRecords(Records):
    serializer_class = AlignmentRuleDescription
    columns = ("code", "condition", "basis", *SETTING, "updated_at", "version")

    def rows(self) -> QuerySet[Any, Any]:
        """The rules are known to all staff; the version is that of the last event."""
        events = apps.get_model("programmes", "AlignmentRuleEvent")._default_manager
        newest = events.filter(pgh_obj=OuterRef("pk")).order_by("-pgh_id").values("pgh_id")[:1]
        return AlignmentRule.objects.annotate(version=Subquery(newest))

    def shape(self, row: Row) -> Shape:
        """One rule with its setting."""
        return {
            "url": self.frame.link("alignment-rules", row["code"]),
            "display": f"{row['code']} · {row['condition']}",
            "updated_at": row["updated_at"],
            "provenance": document(row["basis"]),
            "code": row["code"],
            "condition": row["condition"],
            "met": met(row),
            "basis": row["basis"],
            **{name: row[name] for name in SETTING},
        }


def met(row: Row) -> str:
    """The rule in the caller's language; its condition where it has no words yet."""
    try:
        return rule_title(row["code"])
    except KeyError:
        return str(row["condition"])


class AlignmentRules(RuleRecords, Listing):
    """The rules between framework and programme document, with weight and thresholds."""

    http_method_names = ("get", "head")
    filterset_class = RuleFilters
    order = ("code",)
    orders: ClassVar = {"code": "code", "severity": "severity", "updated_at": "updated_at"}


class OneAlignmentRule(RuleRecords, Single):
    """One rule."""

    http_method_names = ("get", "head", "patch")
    more_errors: ClassVar = {"PATCH": ("412", "428")}

    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The rule, with its version as ETag."""
        return self.reply()

    @extend_schema(
        request=SettingDescription, responses=AlignmentRuleDescription, parameters=[IF_MATCH]
    )
    def patch(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Set weight, thresholds or the switch; what is left out stays. Off needs a reason."""
        row = self.row()
        self.require(SET_RULES)
        setting = {name: row[name] for name in SETTING}
        base = self.made_on(row, digest(setting))
        values = body_object(request)
        refuse_unknown(values, SETTING)
        try:
            said = {**setting, **values, "base": base}
            set_rule(AlignmentRule(code=row["code"]), **said, by=self.actor)
        except Stale as stale:
            raise self.stale() from stale
        return self.reply()

    def made_on(self, row: Row, setting: str) -> str:
        """The setting that stands, if the edit was made on it; nothing when any will do."""
        version = row["version"] or 0
        sent = guard(self.request, version)
        if sent not in (None, version):
            raise self.stale()
        return "" if sent is None else setting

    def stale(self) -> Problem:
        """What stands now, so that the client can show both and ask."""
        row = self.row()
        tag = {"ETag": etag(row["version"] or 0)}
        words = _("Somebody changed it since.")
        return Problem(412, "stale_version", words, headers=tag, current=self.shape(row))

    def reply(self) -> Response:
        """The rule as it stands now."""
        row = self.row()
        return Response(self.shape(row), headers={"ETag": etag(row["version"] or 0)})
