"""`frameworks/`: Cooperation Frameworks, and UN-Habitat's part in each."""

from datetime import date
from typing import Any, ClassVar

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from rest_framework import serializers

from api.filters import Day, FilterSet, OneOf, RunningOn, Search, UpdatedSince, codes, in_languages
from api.frames import Frame, Row, Shape, sourced
from api.records import Listing, Records, Single
from api.v1.described import Described
from programmes.models import CooperationFramework, FrameworkEngagement, engagement_on
from regions.languages import in_language
from regions.models import CountryTeam, RegionalOffice

PART = "engagement__"
UNKNOWN = Value(FrameworkEngagement.Level.UNKNOWN.value)


class FrameworkDescription(Described):
    id = serializers.IntegerField()
    team = serializers.CharField()
    office = serializers.CharField()
    kind = serializers.ChoiceField(CooperationFramework.Kind.choices)
    place_in_sequence = serializers.ChoiceField(CooperationFramework.Place.choices)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    original_ends_on = serializers.DateField(
        allow_null=True, help_text="The end as signed, when it was moved since."
    )
    engagement = serializers.URLField(help_text="UN-Habitat's part in it.")


class EngagementDescription(Described):
    framework = serializers.URLField()
    signatory = serializers.ChoiceField(FrameworkEngagement.Signatory.choices)
    level = serializers.ChoiceField(FrameworkEngagement.Level.choices)
    specific_contribution = serializers.CharField()
    as_of = serializers.DateField(allow_null=True)
    note = serializers.CharField()


def shape_framework(row: Row, frame: Frame) -> Shape:
    """A framework as a client gets it; the names of its fields are those of the source list."""
    team = in_language(row["team__names"])
    return {
        "url": frame.link("frameworks", row["pk"]),
        "display": f"{team} · {row['starts_on']:%Y}–{row['ends_on']:%Y}",
        "updated_at": row["updated_at"],
        "provenance": sourced(row),
        "id": row["pk"],
        "team": row["team__code"],
        "office": row["team__office__code"],
        "kind": row["kind"],
        "place_in_sequence": row["place_in_sequence"],
        "starts_on": row["starts_on"],
        "ends_on": row["ends_on"],
        "original_ends_on": row["original_ends_on"],
        "engagement": frame.link("frameworks", row["pk"], "engagement"),
    }


def shape_engagement(row: Row, frame: Frame) -> Shape:
    """UN-Habitat's part; where nothing is recorded it says so, which is not "no"."""
    unknown = FrameworkEngagement.Level.UNKNOWN.value
    recorded = {name: row[PART + name] for name in ("is_invented", "source")}
    return {
        "url": frame.link("frameworks", row["pk"], "engagement"),
        "display": f"{in_language(row['team__names'])} · {row['starts_on']:%Y}–{row['ends_on']:%Y}",
        "updated_at": row[PART + "updated_at"] or row["updated_at"],
        "provenance": sourced({**recorded, "source": recorded["source"] or ""}),
        "framework": frame.link("frameworks", row["pk"]),
        "signatory": row[PART + "signatory"] or unknown,
        "level": row[PART + "level"] or unknown,
        "specific_contribution": row[PART + "specific_contribution"] or "",
        "as_of": row[PART + "as_of"],
        "note": row[PART + "note"] or "",
    }


class FrameworkFilters(FilterSet):
    team = OneOf("team__code", codes(CountryTeam))
    office = OneOf("team__office__code", codes(RegionalOffice))
    kind = OneOf("kind", lambda: CooperationFramework.Kind.values)
    signatory = OneOf("signed", lambda: FrameworkEngagement.Signatory.values)
    level = OneOf("part", lambda: FrameworkEngagement.Level.values)
    running_on = RunningOn(help_text="In force on this day; the last day counts.")
    ends_before = Day(field_name="ends_on", lookup_expr="lt", help_text="Ends before this day.")
    ends_after = Day(field_name="ends_on", lookup_expr="gt", help_text="Ends after this day.")
    q = Search("team__code", *in_languages("team__names"))
    updated_since = UpdatedSince()


class FrameworkRecords(Records):
    serializer_class: type[Described] = FrameworkDescription
    columns: ClassVar[tuple[str, ...]] = (
        "team__code",
        "team__names",
        "team__office__code",
        "kind",
        "place_in_sequence",
        "starts_on",
        "ends_on",
        "original_ends_on",
        "is_invented",
        "source",
        "updated_at",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Frameworks are known to all staff; nothing recorded is unknown, as filters have it.

        UN-Habitat's part is that of `running_on`, else that of today.
        """
        frameworks = CooperationFramework.objects.annotate(engagement=engagement_on(self.day()))
        return frameworks.alias(
            signed=Coalesce("engagement__signatory", UNKNOWN),
            part=Coalesce("engagement__level", UNKNOWN),
        )

    def day(self) -> date:
        """The day asked about; a malformed one is refused by its filter."""
        try:
            return date.fromisoformat(self.request.query_params.get("running_on", ""))
        except ValueError:
            return timezone.localdate()

    def shape(self, row: Row) -> Shape:
        """One framework."""
        return shape_framework(row, self.frame)


class Frameworks(FrameworkRecords, Listing):
    """Cooperation Frameworks, or what stands in their place, by country team."""

    filterset_class = FrameworkFilters
    order = ("team__code", "starts_on")
    orders: ClassVar = {
        "team": "team__code",
        "starts_on": "starts_on",
        "ends_on": "ends_on",
        "updated_at": "updated_at",
    }


class Framework(FrameworkRecords, Single):
    """One framework."""

    lookup_field = "id"


class Engagement(FrameworkRecords, Single):
    """UN-Habitat's part in a framework: signature and engagement are two facts."""

    serializer_class = EngagementDescription
    lookup_field = "id"
    columns = (
        *("team__names", "starts_on", "ends_on", "updated_at"),
        *(
            PART + name
            for name in (
                "signatory",
                "level",
                "specific_contribution",
                "as_of",
                "note",
                "is_invented",
                "source",
                "updated_at",
            )
        ),
    )

    def shape(self, row: Row) -> Shape:
        """What is recorded of the framework."""
        return shape_engagement(row, self.frame)
