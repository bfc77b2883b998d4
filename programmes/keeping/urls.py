"""Pages on which records are kept: forms, bulk edit, tables; before the register's own."""

from django.urls import URLPattern, path

from programmes.views import record_acts, records, records_bulk, records_preview, records_table
from regions.converters import NUMBER

KIND = "register/<slug:slug>"
RECORD = f"{KIND}/<{NUMBER}:number>"

urlpatterns: list[URLPattern] = [
    path(f"{KIND}/new/", records.record_new, name="record-new"),
    path(f"{KIND}/bulk/", records_bulk.bulk, name="records-bulk"),
    path(f"{KIND}/import/", records_table.table, name="records-import"),
    path(f"{KIND}/import/download/", records_table.download, name="records-download"),
    path(f"{KIND}/import/<uuid:key>/", records_preview.preview, name="records-preview"),
    path(f"{RECORD}/change/", records.record_change, name="record-change"),
    path(f"{RECORD}/delete/", record_acts.record_delete, name="record-delete"),
    path(
        f"register/frameworks/<{NUMBER}:number>/extend/",
        record_acts.record_extend,
        name="record-extend",
    ),
]
