"""`contributions/`: what UN-Habitat gave to common analyses and to the design of frameworks."""

from typing import ClassVar

from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Row
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.intake.kinds import CONTRIBUTIONS
from programmes.models import AnalysisContribution, CooperationFramework
from regions.languages import in_language
from regions.models import Country, RegionalOffice

ContributionDescription = described("Contribution", CONTRIBUTIONS)


class ContributionFilters(FilterSet):
    country = OneOf("country__iso3", codes(Country, "iso3"))
    office = OneOf("keeper_code", codes(RegionalOffice))
    kind = OneOf("kind", lambda: AnalysisContribution.Kind.values)
    framework = OneOf(
        "framework_id", codes(CooperationFramework, "pk"), help_text="Ids of frameworks."
    )
    q = Search("topic", "unit", "note", *in_languages("country__names"))
    updated_since = UpdatedSince()


class ContributionRecords(Kept):
    kind = CONTRIBUTIONS
    serializer_class = ContributionDescription
    more_columns = ("country__names",)

    def display(self, row: Row) -> str:
        """The country, what it was given to, and on what."""
        kind = AnalysisContribution.Kind(row["kind"]).label
        words = (in_language(row["country__names"]), str(kind), row["topic"])
        return " · ".join(filter(None, words))


class Contributions(ContributionRecords, KeptList):
    """Contributions to Common Country Analyses (CCA) and to the design of frameworks."""

    sends = {"POST": written("Contribution", CONTRIBUTIONS)}  # noqa: RUF012
    filterset_class = ContributionFilters
    order = ("country__iso3", "given_on")
    orders: ClassVar = {
        "country": "country__iso3",
        "given_on": "given_on",
        "updated_at": "updated_at",
    }


class Contribution(ContributionRecords, KeptOne):
    """One contribution."""

    sends = sent_by("Contribution", CONTRIBUTIONS)


class ContributionsTogether(KeptTogether):
    """Many contributions at once."""

    kind = CONTRIBUTIONS
