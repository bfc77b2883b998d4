"""Sessions and documents of the Board for administrators; checklists are loaded from files."""

from django.contrib import admin

from checklist.models import BoardDocument, BoardSession
from regions.reference_admin import ReferenceAdmin


@admin.register(BoardSession)
class SessionAdmin(ReferenceAdmin):
    list_display = ("code", "name", "opens_on", "closes_on", "place")


@admin.register(BoardDocument)
class DocumentAdmin(ReferenceAdmin):
    list_display = ("symbol", "dated", "session", "kind", "title")
    list_filter = ("kind",)
    list_select_related = ("session",)
    search_fields = ("symbol", "title")
