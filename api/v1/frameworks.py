"""`frameworks/`: Cooperation Frameworks, or what stands in their place."""

from datetime import date
from typing import Any, ClassVar

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from rest_framework import serializers

from api.filters import Day, FilterSet, OneOf, RunningOn, Search, UpdatedSince, codes, in_languages
from api.frames import Row, Shape
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.intake.kinds import FRAMEWORKS
from programmes.models import CooperationFramework, FrameworkEngagement, engagement_on
from regions.languages import in_language
from regions.models import CountryTeam, RegionalOffice

UNKNOWN = Value(FrameworkEngagement.Level.UNKNOWN.value)
FrameworkDescription = described(
    "Framework",
    FRAMEWORKS,
    engagement=serializers.URLField(help_text="UN-Habitat's part in it."),
)


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


class FrameworkRecords(Kept):
    kind = FRAMEWORKS
    serializer_class: type[Any] = FrameworkDescription
    more_columns: ClassVar[tuple[str, ...]] = ("team__names",)

    def rows(self) -> QuerySet[Any, Any]:
        """Frameworks are known to all staff; nothing recorded is unknown, as filters have it.

        UN-Habitat's part is that of `running_on`, else that of today.
        """
        frameworks = super().rows().annotate(engagement=engagement_on(self.day()))
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

    def display(self, row: Row) -> str:
        """The team and the years."""
        return framework_words(row)

    def shape(self, row: Row) -> Shape:
        """One framework; the names of its fields are those of the source list."""
        part = self.frame.link("frameworks", row["pk"], "engagement")
        return {**super().shape(row), "engagement": part}


def framework_words(row: Row, at: str = "") -> str:
    """The team and the years of a framework."""
    years = f"{row[f'{at}starts_on']:%Y}–{row[f'{at}ends_on']:%Y}"
    return f"{in_language(row[f'{at}team__names'])} · {years}"


class Frameworks(FrameworkRecords, KeptList):
    """Cooperation Frameworks, or what stands in their place, by country team."""

    sends = {"POST": written("Framework", FRAMEWORKS)}  # noqa: RUF012
    filterset_class = FrameworkFilters
    order = ("team__code", "starts_on")
    orders: ClassVar = {
        "team": "team__code",
        "starts_on": "starts_on",
        "ends_on": "ends_on",
        "updated_at": "updated_at",
    }


class Framework(FrameworkRecords, KeptOne):
    """One framework."""

    sends = sent_by("Framework", FRAMEWORKS)


class FrameworksTogether(KeptTogether):
    """Many frameworks at once."""

    kind = FRAMEWORKS
