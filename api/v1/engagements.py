"""`engagements/`: UN-Habitat's part in frameworks, by period."""

from typing import Any, ClassVar

from api.filters import FilterSet, OneOf, RunningOn, Search, UpdatedSince, codes, in_languages
from api.frames import Row
from api.v1.frameworks import framework_words
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.intake.kinds import ENGAGEMENTS
from programmes.models import CooperationFramework, FrameworkEngagement
from programmes.models.engagement import holding
from regions.models import CountryTeam, RegionalOffice

EngagementDescription = described("Engagement", ENGAGEMENTS)


class HoldingOn(RunningOn):
    """Parts that held on a day."""

    def filter(self, qs: Any, value: Any) -> Any:
        """Its last day counts, and an open end is no end."""
        return qs.filter(holding("", value)) if value else qs


class EngagementFilters(FilterSet):
    framework = OneOf(
        "framework_id", codes(CooperationFramework, "pk"), help_text="Ids of frameworks."
    )
    team = OneOf("framework__team__code", codes(CountryTeam))
    office = OneOf("framework__team__office__code", codes(RegionalOffice))
    signatory = OneOf("signatory", lambda: FrameworkEngagement.Signatory.values)
    level = OneOf("level", lambda: FrameworkEngagement.Level.values)
    holding_on = HoldingOn(help_text="Held on this day; the last day counts.")
    q = Search("specific_contribution", "note", *in_languages("framework__team__names"))
    updated_since = UpdatedSince()


class EngagementRecords(Kept):
    kind = ENGAGEMENTS
    serializer_class = EngagementDescription
    more_columns = ("framework__team__names", "framework__starts_on", "framework__ends_on")

    def display(self, row: Row) -> str:
        """The framework, and since when it holds."""
        since = f" · {row['valid_from']:%Y-%m-%d}" if row["valid_from"] else ""
        return framework_words(row, "framework__") + since


class Engagements(EngagementRecords, KeptList):
    """UN-Habitat's part in frameworks; one that changed has several periods."""

    sends = {"POST": written("Engagement", ENGAGEMENTS)}  # noqa: RUF012
    filterset_class = EngagementFilters
    order = ("framework__team__code", "framework__starts_on", "valid_from")
    orders: ClassVar = {
        "team": "framework__team__code",
        "valid_from": "valid_from",
        "updated_at": "updated_at",
    }


class OneEngagement(EngagementRecords, KeptOne):
    """UN-Habitat's part in a framework in one period."""

    sends = sent_by("Engagement", ENGAGEMENTS)


class EngagementsTogether(KeptTogether):
    """Many parts at once."""

    kind = ENGAGEMENTS
