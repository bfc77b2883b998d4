"""Publish a round: once, whole, and never changed afterwards.

The canonical file holds the records and the digest of each section cut from them, so its
SHA-256 seals both: whoever has that one number can check every page.
"""

from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts import policy
from accounts.policy import Actor
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import locked, mark_published
from checklist.models import ReportingRound
from regions.models import Installation
from reporting.models import Publication, PublicationSection
from reporting.snapshots.canonical import digest, packed, to_text
from reporting.snapshots.records import read_records
from reporting.snapshots.sections import cut


def publish(
    round_: ReportingRound,
    *,
    statement: str = "",
    note: str = "",
    at: datetime | None = None,
    by: Actor,
) -> Publication:
    """Publish a frozen round as its next number; a number after the first corrects the last.

    Only accepted answers are published. `at` is the moment to be stamped, now unless told.
    """
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        round_ = locked(round_)
        refuse_blocked(blockers.to_publish(round_))
        publication = _write(_named(round_, statement, note, at or timezone.now(), by))
        mark_published(round_, by=by)
    return publication


def _named(
    round_: ReportingRound, statement: str, note: str, at: datetime, by: Actor
) -> Publication:
    """The publication with everything but its contents."""
    last = Publication.objects.filter(round=round_).order_by("-number").defer("canonical").first()
    return Publication(
        round=round_,
        number=last.number + 1 if last else 1,
        corrects=last,
        statement=statement,
        note=note,
        is_demonstration=Installation.is_marked_as_demonstration(),
        published_at=at,
        published_by=by.user,
    )


def _write(publication: Publication) -> Publication:
    """Read the round, cut the sections, seal both in one file, and store all of it."""
    day = timezone.localdate(publication.published_at)
    records = read_records(publication.round, head(publication), day)
    bodies = {key: to_text(section) for key, section in cut(records).items()}
    publication.manifest = {key: digest(body) for key, body in bodies.items()}
    text = to_text({**records, "sections": publication.manifest})
    publication.sha256, publication.canonical = digest(text), packed(text)
    publication.save(force_insert=True)
    PublicationSection.objects.bulk_create(_sections(publication, bodies))
    return publication


def head(publication: Publication) -> dict[str, Any]:
    """Which publication it is, as its own file says."""
    return {
        "round": publication.round.code,
        "number": publication.number,
        "corrects": publication.corrects.number if publication.corrects else None,
        "statement": publication.statement,
        "note": publication.note,
        "published_at": publication.published_at.isoformat(),
        "is_demonstration": publication.is_demonstration,
    }


def _sections(publication: Publication, bodies: dict[str, str]) -> list[PublicationSection]:
    return [
        PublicationSection(
            publication=publication, key=key, body=body, sha256=publication.manifest[key]
        )
        for key, body in bodies.items()
    ]
