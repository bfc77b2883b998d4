"""Find the section a page shows: one query, with what must be known of its publication."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import get_language_bidi

from accounts.policy import Actor, may_run_rounds
from reporting.models import Publication, PublicationNotice, PublicationSection
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

    @property
    def rtl(self) -> bool:
        """The direction of the reader's language."""
        return get_language_bidi()


def find_section(actor: Actor, key: str, scope: Scope) -> Found | None:
    """The section of the named publication, or of the latest in force."""
    chosen = named(actor, scope) if scope else latest(actor)
    row = (
        PublicationSection.objects.filter(key=key, publication=Subquery(chosen.values("pk")[:1]))
        .select_related("publication__round")
        .defer("publication__canonical", "publication__manifest")
        .annotate(latest=Subquery(latest(actor).values("pk")[:1]), withdrawn=withdrawal())
        .first()
    )
    return Found(row.publication_id, row.body, edition_of(row, scope)) if row else None


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


def edition_of(row: Any, scope: Scope) -> Edition:
    """Which publication the section belongs to, as its page says."""
    publication = row.publication
    return Edition(
        round=publication.round.code,
        number=publication.number,
        sha256=publication.sha256,
        published_at=publication.published_at.isoformat(),
        is_demonstration=publication.is_demonstration,
        is_named=bool(scope),
        is_latest=row.latest == publication.pk,
        is_preview=publication.is_preview,
        withdrawn_because=row.withdrawn or "",
    )
