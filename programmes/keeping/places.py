"""Where a record and its doors are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from programmes.intake.columns import Column
from programmes.intake.kinds import KINDS, RecordKind
from programmes.intake.scene import Scene
from programmes.keeping.standing import kept_records, may_keep_kind


@dataclass(frozen=True)
class Door:
    """An address where something can be done, and what."""

    label: str
    url: str


def record_url(kind: RecordKind, record: Model) -> str:
    """The page of a record; a mechanism is known by its code."""
    key = getattr(record, "code") if kind.slug == "mechanisms" else record.pk  # noqa: B009
    return reverse("register-record", args=[kind.slug, key])


def list_url(kind: RecordKind) -> str:
    """The list of a kind."""
    return reverse("register-kind", args=[kind.slug])


def crumbs(kind: RecordKind, *more: Mapping[str, str]) -> list[Mapping[str, Any]]:
    """The way back from a door."""
    register = {"label": _("Register"), "url": reverse("register")}
    return [register, {"label": kind.title, "url": list_url(kind)}, *more]


def list_doors(slug: str, actor: Actor) -> list[Door]:
    """What a person can do with the records of a kind; nothing if they keep none of it."""
    kind = KINDS.get(slug)
    if kind is None or not may_keep_kind(kind, actor):
        return []
    return [
        Door(_("New record"), reverse("record-new", args=[slug])),
        Door(_("Bulk edit"), reverse("records-bulk", args=[slug])),
        Door(_("Import and export"), reverse("records-import", args=[slug])),
        *plan_doors(slug, actor),
    ]


def plan_doors(slug: str, actor: Actor) -> list[Door]:
    """Items of work plans come in as their publisher exports them, too."""
    if slug != "work-plan-items" or not policy.may_import_work_plans(actor):
        return []
    return [Door(_("Import a joint work plan"), reverse("work-plan-import"))]


def record_doors(slug: str, record: Model, on: date, actor: Actor) -> list[Door]:
    """What a person can do with a record, if it is theirs to keep."""
    kind = KINDS.get(slug)
    if kind is None or not may_keep_kind(kind, actor):
        return []
    if not kept_records(kind, on, actor).filter(pk=record.pk).exists():
        return []
    doors = [Door(_("Change"), reverse("record-change", args=[slug, record.pk]))]
    if slug == "frameworks":
        doors.append(Door(_("Extend"), reverse("record-extend", args=[record.pk])))
    return [*doors, Door(_("Delete"), reverse("record-delete", args=[slug, record.pk]))]


class Adding:
    """Where records are added to one that they refer to, for those who may."""

    def __init__(self, record: Model, on: date, actor: Actor) -> None:
        self.record, self.actor, self.scene = record, actor, Scene(on)

    def __call__(self, slug: str, owner: str) -> str:
        """The form of a new record that belongs to this one; nothing where one may not."""
        kind = KINDS.get(slug)
        if kind is None or not may_keep_kind(kind, self.actor):
            return ""
        column = kind.column(owner)
        if not (policy.may_review(self.actor) or self.is_own(column)):
            return ""
        return f"{reverse('record-new', args=[slug])}?{urlencode({owner: self.record.pk})}"

    def is_own(self, column: Column) -> bool:
        """Whether the record belongs to an office of the person."""
        target = self.scene.targets(column.to).by_id.get(self.record.pk)  # type: ignore[attr-defined]
        return target is not None and policy.may_keep_for(self.actor, target.office)
