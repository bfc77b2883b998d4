"""A record as it stands, for those who may keep it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from accounts import policy
from accounts.policy import Actor
from programmes.intake.columns import Content
from programmes.intake.content import digest
from programmes.intake.kinds import KINDS, RecordKind
from programmes.intake.owners import may_keep
from programmes.intake.scene import Scene
from programmes.intake.siblings import contents_of, prepare, records_of
from regions.models import OfficeCoverage


@dataclass(frozen=True)
class Standing:
    """A record, what it says, and the records that it names."""

    kind: RecordKind
    record: Model
    content: Content
    scene: Scene

    @property
    def base(self) -> str:
        """By what a change that was made on it is told from one made on old words."""
        return digest(self.content)

    @property
    def name(self) -> str:
        """The record as people name it."""
        return self.kind.name_of(self.content)


def kept_kind(slug: str, actor: Actor) -> RecordKind:
    """The kind of an address; some are kept by the secretariat alone."""
    if slug not in KINDS:
        raise Http404
    if not may_keep_kind(KINDS[slug], actor):
        raise PermissionDenied
    return KINDS[slug]


def may_keep_kind(kind: RecordKind, actor: Actor) -> bool:
    """Whether a person keeps any record of a kind."""
    return policy.may_keep_programmes(actor) if kind.offices_keep else policy.may_review(actor)


def standing_record(kind: RecordKind, number: int, on: date, actor: Actor) -> Standing:
    """The record of an address; one of another office is not one's own to change."""
    found = standing_records(kind, records_of(kind).filter(pk=number), on)
    if not found:
        raise Http404
    if not may_keep(kind, found[0].content, found[0].scene, actor):
        raise PermissionDenied
    return found[0]


def standing_records(kind: RecordKind, records: QuerySet[Any], on: date) -> list[Standing]:
    """Records with what they say, in as many queries however many they are."""
    scene, found = Scene(on), list(records)
    prepare(kind, scene)
    contents = contents_of(kind, found, scene)
    return [Standing(kind, record, contents[record.pk], scene) for record in found]


def kept_records(kind: RecordKind, on: date, actor: Actor) -> QuerySet[Any]:
    """The records of a kind that a person keeps: an office its own."""
    records = records_of(kind)
    if policy.may_review(actor):
        return records
    return records.filter(of_offices(kind, actor.office_ids, on))


def of_offices(kind: RecordKind, offices: Sequence[int] | frozenset[int], on: date) -> Q:
    """Condition for the records of some offices: by team, by mechanism, or as a country is served.

    Who serves a country is judged on the day.
    """
    path = OFFICE_PATHS.get(kind.slug)
    if path is not None:
        return Q(**{f"{path}__in": offices})
    served = OfficeCoverage.objects.on(on).filter(office__in=offices).order_by().values("country")
    return Q(**{f"{COUNTRY_PATHS.get(kind.slug, 'country')}__in": served})


OFFICE_PATHS = {
    "frameworks": "team__office",
    "engagements": "framework__team__office",
    "framework-results": "framework__team__office",
    "work-plan-items": "framework__team__office",
    "mechanisms": "office",
    "mechanism-roles": "mechanism__office",
}
COUNTRY_PATHS = {"programme-results": "document__country"}
