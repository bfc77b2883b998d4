"""Offices, countries, teams and mechanisms for administrators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from regions.models import (
    Country,
    CountryTeam,
    OfficeCoverage,
    RegionalMechanism,
    RegionalOffice,
    TeamMembership,
)
from regions.reference_admin import PartInline, ReferenceAdmin


class CoverageInline(PartInline):
    model = OfficeCoverage
    exclude = ("is_invented",)


class MembersInline(PartInline):
    """A country that leaves a team moves to another one; without a team, the row is taken out."""

    model = TeamMembership

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The history keeps what was taken out."""
        return True


@admin.register(RegionalOffice)
class OfficeAdmin(ReferenceAdmin):
    list_display = ("code", "name", "kind", "city")


@admin.register(Country)
class CountryAdmin(ReferenceAdmin):
    list_display = ("iso3", "name", "m49", "status")
    list_filter = ("status",)
    search_fields = ("iso3", "names")
    inlines = (CoverageInline,)


@admin.register(CountryTeam)
class TeamAdmin(ReferenceAdmin):
    list_display = ("code", "name", "office", "office_certainty")
    list_filter = ("office", "office_certainty")
    list_select_related = ("office",)
    search_fields = ("code", "names")
    inlines = (MembersInline,)


@admin.register(RegionalMechanism)
class MechanismAdmin(ReferenceAdmin):
    list_display = ("code", "name", "kind", "office")
    list_filter = ("office", "kind")
    list_select_related = ("office",)
