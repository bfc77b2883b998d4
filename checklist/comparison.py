"""What changed between two versions of the checklist."""

from dataclasses import dataclass

from checklist.models import Checklist, ChecklistItem


@dataclass(frozen=True)
class ItemChanges:
    """Codes of items: new ones, those whose text changed, those that are gone."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def changed_items(old: Checklist, new: Checklist) -> ItemChanges:
    """Compare two versions by the digests of their items' texts: one query."""
    digests: dict[int, dict[str, str]] = {old.pk: {}, new.pk: {}}
    items = ChecklistItem.objects.filter(checklist__in=[old, new]).order_by("code")
    for checklist_id, code, text in items.values_list("checklist_id", "code", "digest"):
        digests[checklist_id][code] = text
    return compared(digests[old.pk], digests[new.pk])


def compared(before: dict[str, str], after: dict[str, str]) -> ItemChanges:
    """Compare digests by code."""
    return ItemChanges(
        added=tuple(code for code in after if code not in before),
        changed=tuple(code for code in after if before.get(code, after[code]) != after[code]),
        removed=tuple(code for code in before if code not in after),
    )
