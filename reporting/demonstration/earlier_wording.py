"""An earlier version of the checklist, asked in the first rounds: a few items in other words.

No earlier text is on record. The words are invented, and say so wherever they are read, so that a
reader sees what becomes of a comparison when the wording changes.
"""

from typing import Any, Final, TypeVar

from django.db.models import Model
from django.forms.models import model_to_dict

from checklist.digests import digest, item_digest
from checklist.models import Checklist, ChecklistItem, Pillar, ScaleLevel

Copied = TypeVar("Copied", bound=Model)

VERSION: Final = "2022-demonstration"
ASKED_EARLIER: Final = ("2022", "2023")

LABEL: Final = "invented earlier wording"
REWORDED: Final = {
    "NGT-08": "Contributes to the UN country results report (earlier wording, invented)",
    "BOP-02": "Informed of the Business Operations Strategy (earlier wording, invented)",
}


def invent_earlier(checklist: Checklist) -> Checklist:
    """A copy of a checklist in which a few items read otherwise; it is older than its model."""
    earlier = copied(
        checklist,
        version=VERSION,
        label=LABEL,
        digest=digest([checklist.digest, REWORDED]),
    )
    Checklist.objects.filter(pk=earlier.pk).update(loaded_at=checklist.loaded_at.replace(year=2022))
    ScaleLevel.objects.bulk_create(
        ScaleLevel(**fields_of(row), checklist=earlier) for row in checklist.scale.all()
    )
    pillars = {row.pk: copied(row, checklist=earlier) for row in checklist.pillars.all()}
    ChecklistItem.objects.bulk_create(
        item(row, earlier, pillars[row.pillar_id]) for row in checklist.items.all()
    )
    return earlier


def item(row: ChecklistItem, checklist: Checklist, pillar: Pillar) -> ChecklistItem:
    """An item as it was asked, or as it is said to have been."""
    copy = ChecklistItem(**fields_of(row), checklist=checklist, pillar=pillar)
    if row.code in REWORDED:
        copy.titles = {"en": REWORDED[row.code]}
        copy.digest = item_digest(copy.titles, copy.levels, copy.evidence, copy.mandate)
    return copy


def copied(row: Copied, **fields: Any) -> Copied:
    """The same record once more, with other values."""
    return type(row)._default_manager.create(**{**fields_of(row), **fields})


def fields_of(row: Model) -> dict[str, Any]:
    """What a record says, without what it belongs to."""
    return model_to_dict(row, exclude=("id", "checklist", "pillar"))
