"""`checklists/`: what is asked: pillars, items, levels, wording, response scale."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from api.filters import FilterSet, Search, UpdatedSince, in_languages
from api.frames import Frame, Row, Shape, document
from api.records import Listing, Records, Single
from api.v1.described import Described, NamesField
from checklist.models import Checklist, ChecklistItem, Pillar, ScaleLevel
from checklist.models.checklists import Kind, Level
from regions.languages import in_language


class ItemDescription(serializers.Serializer[object]):
    code = serializers.CharField()
    pillar = serializers.CharField()
    title = serializers.CharField()
    titles = NamesField()
    levels = serializers.ListField(child=serializers.ChoiceField(Level.choices))
    evidence = serializers.CharField(help_text="What would prove it.")
    mandate = serializers.CharField()
    certainty = serializers.ChoiceField(ChecklistItem.Certainty.choices)
    is_on = serializers.BooleanField(help_text="Off: present, but not asked.")
    why_off = serializers.CharField()
    digest = serializers.CharField(help_text="Changes exactly when the item's text does.")


class PillarDescription(serializers.Serializer[object]):
    code = serializers.CharField()
    title = serializers.CharField()
    titles = NamesField()


class ScaleDescription(serializers.Serializer[object]):
    kind = serializers.ChoiceField(Kind.choices)
    label = serializers.CharField()  # type: ignore[assignment]
    labels = NamesField()
    meaning = serializers.CharField()


class ChecklistSummaryDescription(Described):
    version = serializers.CharField()
    title = serializers.CharField()
    titles = NamesField()
    label = serializers.CharField()  # type: ignore[assignment]
    is_reconstruction = serializers.BooleanField(
        help_text="True until the official wording is loaded."
    )
    source = serializers.CharField()  # type: ignore[assignment]
    digest = serializers.CharField()


class ChecklistDescription(ChecklistSummaryDescription):
    scale = ScaleDescription(many=True)
    pillars = PillarDescription(many=True)
    items = ItemDescription(many=True)


def shape_checklist(row: Row, frame: Frame) -> Shape:
    """A checklist version as a client gets it."""
    return {
        "url": frame.link("checklists", row["version"]),
        "display": in_language(row["titles"]),
        "updated_at": row["loaded_at"],
        "provenance": document(row["source"]),
        "version": row["version"],
        "title": in_language(row["titles"]),
        "titles": row["titles"],
        "label": row["label"],
        "is_reconstruction": row["is_reconstruction"],
        "source": row["source"],
        "digest": row["digest"],
    }


def shape_items(items: Iterable[ChecklistItem]) -> list[Shape]:
    """The items in their order."""
    return [
        {
            "code": item.code,
            "pillar": item.pillar.code,
            "title": item.title,
            "titles": item.titles,
            "levels": item.levels,
            "evidence": item.evidence,
            "mandate": item.mandate,
            "certainty": item.certainty,
            "is_on": item.is_on,
            "why_off": item.why_off,
            "digest": item.digest,
        }
        for item in items
    ]


def shape_pillars(pillars: Iterable[Pillar]) -> list[Shape]:
    """The pillars in their order."""
    return [{"code": each.code, "title": each.title, "titles": each.titles} for each in pillars]


def shape_scale(levels: Iterable[ScaleLevel]) -> list[Shape]:
    """The words of this checklist for each kind of answer."""
    return [
        {"kind": x.kind, "label": x.label, "labels": x.labels, "meaning": x.meaning} for x in levels
    ]


class ChecklistFilters(FilterSet):
    q = Search("version", *in_languages("titles"))
    updated_since = UpdatedSince("loaded_at")


class ChecklistRecords(Records):
    columns = ("version", "titles", "label", "is_reconstruction", "source", "digest", "loaded_at")

    def rows(self) -> QuerySet[Any, Any]:
        """Checklists are known to all staff."""
        return Checklist.objects.all()

    def shape(self, row: Row) -> Shape:
        """One version, without its items."""
        return shape_checklist(row, self.frame)


class Checklists(ChecklistRecords, Listing):
    """Versions of the checklist."""

    serializer_class = ChecklistSummaryDescription
    filterset_class = ChecklistFilters
    order = ("version",)
    orders: ClassVar = {"version": "version", "updated_at": "loaded_at"}


class OneChecklist(ChecklistRecords, Single):
    """One version with scale, pillars and items."""

    serializer_class = ChecklistDescription
    lookup_field = "version"

    def shape(self, row: Row) -> Shape:
        """The whole version."""
        version = row["pk"]
        items = ChecklistItem.objects.filter(checklist=version).select_related("pillar")
        return {
            **shape_checklist(row, self.frame),
            "scale": shape_scale(ScaleLevel.objects.filter(checklist=version)),
            "pillars": shape_pillars(Pillar.objects.filter(checklist=version)),
            "items": shape_items(items),
        }
