"""`framework-results/`, `programme-results/`: what is to be reached, and from what it derives."""

from typing import ClassVar

from django.db.models import Q

from api.filters import FilterSet, Flag, OneOf, Search, UpdatedSince, codes
from api.frames import Row
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.intake.kinds import FRAMEWORK_RESULTS, PROGRAMME_RESULTS
from programmes.models import CooperationFramework, CountryProgrammeDocument, ResultLevel
from regions.models import Country, CountryTeam, RegionalOffice

FrameworkResultDescription = described("FrameworkResult", FRAMEWORK_RESULTS)
ProgrammeResultDescription = described("ProgrammeResult", PROGRAMME_RESULTS)
LENGTH = 80
"""As much of a statement as stands in a title."""


class FrameworkResultFilters(FilterSet):
    framework = OneOf(
        "framework_id", codes(CooperationFramework, "pk"), help_text="Ids of frameworks."
    )
    team = OneOf("framework__team__code", codes(CountryTeam))
    office = OneOf("keeper_code", codes(RegionalOffice))
    level = OneOf("level", lambda: ResultLevel.values)
    q = Search("code", "statement")
    updated_since = UpdatedSince()


class ProgrammeResultFilters(FilterSet):
    document = OneOf(
        "document_id", codes(CountryProgrammeDocument, "pk"), help_text="Ids of documents."
    )
    country = OneOf("document__country__iso3", codes(Country, "iso3"))
    office = OneOf("keeper_code", codes(RegionalOffice))
    level = OneOf("level", lambda: ResultLevel.values)
    derived = Flag(Q(derived_from__isnull=False), help_text="Derived from a framework's result.")
    q = Search("code", "statement", "indicator")
    updated_since = UpdatedSince()


class Results(Kept):
    """Results of either kind."""

    def display(self, row: Row) -> str:
        """The code and the beginning of the statement."""
        words = row["statement"]
        return f"{row['code']} {words if len(words) <= LENGTH else words[: LENGTH - 1] + '…'}"


class FrameworkResultRecords(Results):
    kind = FRAMEWORK_RESULTS
    serializer_class = FrameworkResultDescription


class ProgrammeResultRecords(Results):
    kind = PROGRAMME_RESULTS
    serializer_class = ProgrammeResultDescription


class FrameworkResults(FrameworkResultRecords, KeptList):
    """Results of Cooperation Frameworks, as signed."""

    sends = {"POST": written("FrameworkResult", FRAMEWORK_RESULTS)}  # noqa: RUF012
    filterset_class = FrameworkResultFilters
    order = ("framework", "position", "code")
    orders: ClassVar = {"code": "code", "position": "position", "updated_at": "updated_at"}


class FrameworkResult(FrameworkResultRecords, KeptOne):
    """One result of a framework."""

    sends = sent_by("FrameworkResult", FRAMEWORK_RESULTS)


class FrameworkResultsTogether(KeptTogether):
    """Many results of frameworks at once; they can point to each other."""

    kind = FRAMEWORK_RESULTS


class ProgrammeResults(ProgrammeResultRecords, KeptList):
    """Results of programme documents, and what they are derived from."""

    sends = {"POST": written("ProgrammeResult", PROGRAMME_RESULTS)}  # noqa: RUF012
    filterset_class = ProgrammeResultFilters
    order = ("document", "position", "code")
    orders: ClassVar = {"code": "code", "position": "position", "updated_at": "updated_at"}


class ProgrammeResult(ProgrammeResultRecords, KeptOne):
    """One result of a programme document."""

    sends = sent_by("ProgrammeResult", PROGRAMME_RESULTS)


class ProgrammeResultsTogether(KeptTogether):
    """Many results of programme documents at once; they can point to each other."""

    kind = PROGRAMME_RESULTS
