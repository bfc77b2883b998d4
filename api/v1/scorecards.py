"""`scorecards/`: live figures of a round, counted by the database and judged in one place."""

from urllib.parse import urlencode

from django.db.models import Model
from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from api.fields import unknown_code
from api.frames import Shape
from api.pagination import envelope, refuse_parameter
from api.v1.described import Described
from api.views import ApiView
from checklist.compliance import Verdict
from checklist.models import Answer, ChecklistItem, Pillar, ReportingRound
from regions.languages import in_language
from regions.models import CountryTeam, RegionalOffice
from reporting.scorecards import COLUMNS, Scorecard, live

NAMES: dict[str, tuple[type[Model], str]] = {
    "office": (RegionalOffice, "names"),
    "pillar": (Pillar, "titles"),
    "team": (CountryTeam, "names"),
    "item": (ChecklistItem, "titles"),
}


class ScorecardDescription(Described):
    round = serializers.CharField()
    by = serializers.ChoiceField(list(COLUMNS))
    key = serializers.CharField()
    full = serializers.IntegerField()
    partial = serializers.IntegerField()  # type: ignore[assignment]
    not_started = serializers.IntegerField()
    not_assessed = serializers.IntegerField()
    not_applicable = serializers.IntegerField()
    counted = serializers.IntegerField(help_text="All but the not applicable.")
    verdict = serializers.ChoiceField([each.value for each in Verdict])
    share = serializers.FloatField(allow_null=True, help_text="Full ÷ counted.")
    is_enough_for_a_share = serializers.BooleanField(help_text="False under ten: say “5 of 8”.")


class ScorecardPageDescription(serializers.Serializer[object]):
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ScorecardDescription(many=True)


class Scorecards(ApiView):
    """How offices, pillars, teams or items of a round stand now."""

    parameters = ("round", "by", "key")

    @extend_schema(
        operation_id="scorecards_list",
        responses=ScorecardPageDescription,
        parameters=[
            OpenApiParameter("round", str, description="The open round when left out."),
            OpenApiParameter("by", str, enum=list(COLUMNS), default="office"),
            OpenApiParameter("key", str, many=True, description="Only these groups."),
        ],
    )
    def get(self, request: Request) -> HttpResponseBase:
        """All groups at once: there are never more than country teams."""
        by = chosen("by", request.query_params.get("by", "office"), list(COLUMNS))
        round_ = self.round_named(request.query_params.get("round"))
        if round_ is None:
            return envelope(0, None, None, [])
        cards = live(Answer.objects.visible_to(self.actor).in_round(round_), by)
        wanted = request.query_params.getlist("key")
        for key in wanted:
            chosen("key", key, [card.key for card in cards])
        names = names_of(by, round_)
        found = [card for card in cards if not wanted or card.key in wanted]
        shapes = [self.shape(card, round_, names.get(card.key, card.key)) for card in found]
        return envelope(len(shapes), None, None, shapes)

    def round_named(self, code: str | None) -> ReportingRound | None:
        """The round asked for, or the open one."""
        rounds = ReportingRound.objects.visible_to(self.actor)
        if code is None:
            return rounds.open_now().first()
        found = rounds.filter(code=code).first()
        if found is None:
            chosen("round", code, list(rounds.values_list("code", flat=True)))
        return found

    def shape(self, card: Scorecard, round_: ReportingRound, name: str) -> Shape:
        """A scorecard as a client gets it: counts, and what is judged from them."""
        tally, named = card.tally, {"round": round_.code, "by": card.by, "key": card.key}
        return {
            "url": f"{self.frame.link('scorecards')}?{urlencode(named)}",
            "display": name,
            "updated_at": timezone.now(),
            "provenance": self.frame.origin(),
            "round": round_.code,
            "by": card.by,
            "key": card.key,
            "full": tally.full,
            "partial": tally.partial,
            "not_started": tally.not_started,
            "not_assessed": tally.not_assessed,
            "not_applicable": tally.not_applicable,
            "counted": tally.counted,
            "verdict": card.verdict.value,
            "share": None if card.share is None else float(card.share),
            "is_enough_for_a_share": tally.is_enough_for_a_share,
        }


def chosen(name: str, value: str, accepted: list[str]) -> str:
    """A value that is known."""
    if value not in accepted:
        words = unknown_code(value, accepted)
        raise refuse_parameter(name, "unknown_code", words, accepted=accepted)
    return value


def names_of(by: str, round_: ReportingRound) -> dict[str, str]:
    """The groups in words."""
    model, column = NAMES[by]
    rows = model._default_manager.order_by()
    if by in ("pillar", "item"):
        rows = rows.filter(checklist=round_.checklist_id)
    return {code: in_language(words) for code, words in rows.values_list("code", column)}
