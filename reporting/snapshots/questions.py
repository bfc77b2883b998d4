"""The checklist as a publication keeps it: what was asked, in every language, and of whom."""

from checklist.models import Checklist, ChecklistItem, Pillar, ScaleLevel
from reporting.snapshots.plain import Record, records


def read_checklist(checklist: Checklist) -> Record:
    """One version of the checklist, with the items that are off and why."""
    return {
        "version": checklist.version,
        "titles": checklist.titles,
        "label": checklist.label,
        "is_reconstruction": checklist.is_reconstruction,
        "source": checklist.source,
        "digest": checklist.digest,
        "scale": _scale(checklist),
        "pillars": _pillars(checklist),
        "items": _items(checklist),
    }


def _scale(checklist: Checklist) -> list[Record]:
    rows = ScaleLevel.objects.filter(checklist=checklist).order_by("position")
    return records(rows, "kind", "labels", "meanings")


def _pillars(checklist: Checklist) -> list[Record]:
    rows = Pillar.objects.filter(checklist=checklist).order_by("position")
    return records(rows, "code", "titles")


def _items(checklist: Checklist) -> list[Record]:
    rows = ChecklistItem.objects.filter(checklist=checklist)
    return records(
        rows.order_by("pillar__position", "position"),
        *("code", "titles", "levels", "evidence", "mandate", "certainty"),
        *("is_on", "why_off", "digest"),
        pillar="pillar__code",
    )
