"""`work-plan-items/`: what joint work plans of country teams name."""

from typing import ClassVar

from django.db.models import Q

from api.filters import FilterSet, Flag, OneOf, Search, UpdatedSince, codes
from api.frames import Row
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.intake.kinds import WORK_PLAN_ITEMS
from programmes.models import CooperationFramework
from regions.models import Country, CountryTeam, RegionalOffice

WorkPlanItemDescription = described("WorkPlanItem", WORK_PLAN_ITEMS)


class WorkPlanItemFilters(FilterSet):
    framework = OneOf(
        "framework_id", codes(CooperationFramework, "pk"), help_text="Ids of frameworks."
    )
    team = OneOf("framework__team__code", codes(CountryTeam))
    office = OneOf("keeper_code", codes(RegionalOffice))
    country = OneOf("country__iso3", codes(Country, "iso3"))
    names_un_habitat = Flag(Q(names_un_habitat=True), help_text="UN-Habitat is among the agencies.")
    q = Search("code", "name", "plan")
    updated_since = UpdatedSince()


class WorkPlanItemRecords(Kept):
    kind = WORK_PLAN_ITEMS
    serializer_class = WorkPlanItemDescription

    def display(self, row: Row) -> str:
        """The code and the year."""
        return f"{row['code']} · {row['year']}"


class WorkPlanItems(WorkPlanItemRecords, KeptList):
    """Sub-outputs of published joint work plans."""

    sends = {"POST": written("WorkPlanItem", WORK_PLAN_ITEMS)}  # noqa: RUF012
    filterset_class = WorkPlanItemFilters
    order = ("framework", "year", "code")
    orders: ClassVar = {"year": "year", "code": "code", "updated_at": "updated_at"}


class WorkPlanItem(WorkPlanItemRecords, KeptOne):
    """One sub-output of a joint work plan."""

    sends = sent_by("WorkPlanItem", WORK_PLAN_ITEMS)


class WorkPlanItemsTogether(KeptTogether):
    """Many sub-outputs at once."""

    kind = WORK_PLAN_ITEMS
