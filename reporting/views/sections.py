"""Find the section a page shows: one query, with what must be known of its publication."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import get_language_bidi

from accounts.policy import Actor, may_run_rounds
from checklist.models import Answer
from reporting.models import (
    Publication,
    PublicationNotice,
    PublicationSection,
    ReplacedHeadline,
)
from reporting.pages.editions import Edition

Scope = dict[str, Any]
"""What the address names: `round` and `number` of a publication, the round of a `preview`, or
nothing for the latest publication."""


@dataclass(frozen=True)
class Found:
    """A section with the publication it belongs to."""

    publication: int
    body: str
    edition: Edition
    headlines: dict[str, Any] | None = None

    @property
    def rtl(self) -> bool:
        """The direction of the reader's language."""
        return get_language_bidi()

    @property
    def section(self) -> dict[str, Any]:
        """What the page shows; a preview takes headlines as they are worded by now."""
        section: dict[str, Any] = json.loads(self.body)
        return section if self.headlines is None else {**section, "headlines": self.headlines}


def find_section(actor: Actor, key: str, scope: Scope) -> Found | None:
    """The section of the named publication, or of the latest in force.

    What was said of it since is asked only of one that is named: the latest in force is not
    withdrawn, and nothing corrects it.
    """
    chosen = named(actor, scope) if scope else latest(actor)
    rows = (
        PublicationSection.objects.filter(key=key, publication=Subquery(chosen.values("pk")[:1]))
        .select_related("publication__round")
        .defer("publication__canonical", "publication__manifest")
    )
    row = (rows.annotate(**since(actor, scope)) if scope else rows).first()
    if row is None:
        return None
    headlines = worded(row) if row.publication.is_preview else None
    return Found(row.publication_id, row.body, edition_of(row, scope), headlines)


def since(actor: Actor, scope: Scope) -> dict[str, Subquery]:
    """What is known of a named publication besides its content."""
    asked = {
        "latest": Subquery(latest(actor).values("pk")[:1]),
        "withdrawn": withdrawal(),
        "corrected_by": correction("number"),
        "correction_note": correction("note"),
    }
    return {**asked, "changed_at": last_change()} if "preview" in scope else asked


def latest(actor: Actor) -> QuerySet[Publication]:
    """What is in force, the newest first."""
    return Publication.objects.visible_to(actor).in_force().latest_first()


def named(actor: Actor, scope: Scope) -> QuerySet[Publication]:
    """The publication of an address, withdrawn or not: what was cited can still be read."""
    if "preview" in scope:
        return preview(actor).filter(round__code=scope["preview"])
    visible = Publication.objects.visible_to(actor)
    return visible.filter(round__code=scope["round"], number=scope["number"])


def preview(actor: Actor) -> QuerySet[Publication]:
    """What a round would publish is for those who publish."""
    return Publication.previews.all() if may_run_rounds(actor) else Publication.previews.none()


def withdrawal() -> Subquery:
    """Why a publication was withdrawn, if it was."""
    notices = PublicationNotice.objects.filter(
        publication=OuterRef("publication"), kind=PublicationNotice.Kind.WITHDRAWAL
    )
    return Subquery(notices.values("reason")[:1])


def correction(column: str) -> Subquery:
    """What was said by the publication in force that corrects this one."""
    return Subquery(Publication.objects.correcting("publication__").values(column)[:1])


def last_change() -> Subquery:
    """When an answer of the round last changed."""
    answers = Answer.objects.filter(round=OuterRef("publication__round"))
    return Subquery(answers.order_by("-updated_at").values("updated_at")[:1])


def worded(row: PublicationSection) -> dict[str, Any]:
    """The headlines of the section in the secretariat's words of this moment."""
    chosen = ReplacedHeadline.objects.filter(round=row.publication.round_id, section=row.key)
    return dict(chosen.values_list("slot", "texts"))


def is_later(changed: datetime | None, drawn: datetime) -> bool:
    """A round that asks nothing has no answer that could change."""
    return changed is not None and changed > drawn


def edition_of(row: Any, scope: Scope) -> Edition:
    """Which publication the section belongs to, as its page says."""
    publication = row.publication
    edition = Edition(
        round=publication.round.code,
        number=publication.number,
        sha256=publication.sha256,
        published_at=publication.published_at.isoformat(),
        is_demonstration=publication.is_demonstration,
    )
    return told(edition, row) if scope else edition


def told(edition: Edition, row: Any) -> Edition:
    """The same under its own address, with what was said of it since."""
    publication = row.publication
    drawn = publication.is_preview
    return replace(
        edition,
        is_named=True,
        is_latest=row.latest == publication.pk,
        is_preview=drawn,
        is_outdated=drawn and is_later(row.changed_at, publication.published_at),
        withdrawn_because=row.withdrawn or "",
        corrected_by=row.corrected_by,
        correction_note=row.correction_note or "",
    )
