"""Keep a checklist as it was read; a text that was asked of anybody is never rewritten."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models

from checklist.comparison import compared
from checklist.loading.texts import ChecklistText
from checklist.models import Checklist, ChecklistItem, Pillar, ReportingRound, ScaleLevel
from regions.loading import Report

Wanted = Mapping[str, Mapping[str, Any]]
Record = TypeVar("Record", bound=models.Model)


def rounds_that_asked(checklist: Checklist) -> list[str]:
    """Rounds beyond planning: they have answers to this very text."""
    rounds = ReportingRound.objects.filter(checklist=checklist)
    asked = rounds.exclude(state=ReportingRound.State.PLANNED).order_by("code")
    return list(asked.values_list("code", flat=True))


def differing_items(checklist: Checklist, text: ChecklistText) -> list[str]:
    """Codes of items whose text is new, another, or gone."""
    before = dict(checklist.items.order_by("code").values_list("code", "digest"))
    changes = compared(before, {item.code: item.digest for item in text.items})
    return sorted([*changes.added, *changes.changed, *changes.removed])


def write_checklist(text: ChecklistText, report: Report) -> None:
    """Make the version what the file says; what it no longer has was asked of nobody."""
    checklist = _settle_checklist(text, report)
    _settle(ScaleLevel, checklist, "kind", _scale(text), report)
    gone = _settle(Pillar, checklist, "code", _pillars(text), report)
    pillars = {pillar.code: pillar.pk for pillar in checklist.pillars.all()}
    items = _settle(ChecklistItem, checklist, "code", _items(text, pillars), report)
    report.dropped = [*(item.code for item in items), *(pillar.code for pillar in gone)]
    for record in [*items, *gone]:
        record.delete()


def _settle_checklist(text: ChecklistText, report: Report) -> Checklist:
    fields = {
        "titles": text.titles,
        "label": text.label,
        "is_reconstruction": text.is_reconstruction,
        "source": text.source,
        "digest": text.digest,
    }
    checklist, is_new = Checklist.objects.update_or_create(version=text.version, defaults=fields)
    report.added += is_new
    report.updated += not is_new
    return checklist


def _settle(
    model: type[Record], checklist: Checklist, key: str, wanted: Wanted, report: Report
) -> list[Record]:
    """Add what is new and update what differs; return what the file no longer has."""
    rows = model._default_manager.filter(checklist=checklist).select_for_update(of=("self",))
    stored = {getattr(record, key): record for record in rows}
    new = [
        model(**{"checklist": checklist, key: code, **fields})
        for code, fields in wanted.items()
        if code not in stored
    ]
    changed = [x for code, x in stored.items() if code in wanted and _fill(x, wanted[code])]
    model._default_manager.bulk_create(new)
    if changed:
        model._default_manager.bulk_update(changed, list(next(iter(wanted.values()))))
    report.added += len(new)
    report.updated += len(changed)
    report.unchanged += len(wanted) - len(new) - len(changed)
    return [record for code, record in stored.items() if code not in wanted]


def _fill(record: models.Model, fields: Mapping[str, Any]) -> bool:
    """Set the fields; whether any of them was another."""
    differs = any(getattr(record, name) != value for name, value in fields.items())
    for name, value in fields.items():
        setattr(record, name, value)
    return differs


def _scale(text: ChecklistText) -> Wanted:
    return {
        x.kind: {"labels": x.labels, "meanings": x.meanings, "position": x.position}
        for x in text.scale
    }


def _pillars(text: ChecklistText) -> Wanted:
    return {x.code: {"titles": x.titles, "position": x.position} for x in text.pillars}


def _items(text: ChecklistText, pillars: Mapping[str, int]) -> Wanted:
    return {
        x.code: {
            "pillar_id": pillars[x.pillar],
            "titles": x.titles,
            "levels": x.levels,
            "evidence": x.evidence,
            "mandate": x.mandate,
            "certainty": x.certainty,
            "is_on": x.is_on,
            "why_off": x.why_off,
            "digest": x.digest,
            "position": x.position,
        }
        for x in text.items
    }
