"""Frameworks, programme documents, presence and roles for administrators."""

from django.contrib import admin

from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
)
from regions.reference_admin import PartInline, ReferenceAdmin


class EngagementInline(PartInline):
    model = FrameworkEngagement
    exclude = ("is_invented",)


@admin.register(CooperationFramework)
class FrameworkAdmin(ReferenceAdmin):
    list_display = ("team", "kind", "starts_on", "ends_on", "original_ends_on")
    list_filter = ("kind", "place_in_sequence", "team__office")
    list_select_related = ("team",)
    search_fields = ("team__code", "team__names")
    inlines = (EngagementInline,)


@admin.register(CountryProgrammeDocument)
class ProgrammeDocumentAdmin(ReferenceAdmin):
    list_display = ("country", "generation", "kind", "stage", "starts_on", "ends_on")
    list_filter = ("stage", "generation", "kind")
    list_select_related = ("country",)
    search_fields = ("country__iso3", "country__names")


@admin.register(MechanismRole)
class RoleAdmin(ReferenceAdmin):
    list_display = ("mechanism", "role", "topic")
    list_filter = ("role",)
    list_select_related = ("mechanism",)


@admin.register(Presence)
class PresenceAdmin(ReferenceAdmin):
    list_display = ("country", "kind", "as_of")
    list_filter = ("kind",)
    list_select_related = ("country",)
    search_fields = ("country__iso3", "country__names")
