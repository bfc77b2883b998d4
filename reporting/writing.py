"""Write a publication, or the preview of one: read, cut, seal, store.

The canonical file holds the records and the digest of each section and list cut from them, so
its SHA-256 seals all of it: whoever has that one number can check every page.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils import timezone

from checklist.models import ReportingRound
from regions.arrays import write_rows
from reporting.models import Publication, PublicationRow, PublicationSection
from reporting.snapshots.canonical import digest, packed, to_text
from reporting.snapshots.lists import cut_lists
from reporting.snapshots.lists.entries import seal_of
from reporting.snapshots.plain import Record
from reporting.snapshots.records import read_records
from reporting.snapshots.sections import cut
from reporting.snapshots.snapshot import Snapshot

LIST: Final = "list:"
"""Before the name of a list in the manifest."""

STORE_ROWS: Final = """
    INSERT INTO reporting_publicationrow
        (publication_id, listed, key, facets, places, body, words)
    SELECT publication, listed, key, facets, places, body, array_to_tsvector(words) FROM {rows}
"""
ROW: Final = {
    "publication": "bigint",
    "listed": "text",
    "key": "text",
    "facets": "text[]",
    "places": "integer[]",
    "body": "text",
    "words": "text[]",
}


def write(publication: Publication) -> Publication:
    """Read the round, cut sections and lists, seal them in one file, and store all of it."""
    day = timezone.localdate(publication.published_at)
    snapshot = Snapshot(read_records(publication.round, head(publication), day))
    bodies = {key: to_text(section) for key, section in cut(snapshot).items()}
    lists = cut_lists(snapshot)
    publication.manifest = manifest(bodies, lists)
    text = to_text({**snapshot.records, "sections": publication.manifest})
    publication.sha256, publication.canonical = digest(text), packed(text)
    publication.save(force_insert=True)
    store(publication, bodies, lists)
    return publication


def drop_preview(round_: ReportingRound) -> None:
    """Throw the preview of a round away; the triggers let nothing else go.

    It is looked up first and dropped by its number: joined in the DELETE, tables filled in the
    same transaction, which PostgreSQL still believes to be empty, were read once for each row.
    """
    previews = list(Publication.previews.filter(round=round_).values_list("pk", flat=True))
    if not previews:
        return
    for model in (PublicationRow, PublicationSection):
        model.objects.filter(publication__in=previews).delete()
    Publication.previews.filter(pk__in=previews).only("pk").delete()


def manifest(bodies: Mapping[str, str], lists: Mapping[str, Sequence[Record]]) -> dict[str, str]:
    """The digest of each section and of each list."""
    sealed = {key: digest(body) for key, body in bodies.items()}
    return {**sealed, **{f"{LIST}{name}": seal_of(rows) for name, rows in lists.items()}}


def store(
    publication: Publication,
    bodies: Mapping[str, str],
    lists: Mapping[str, Sequence[Record]],
) -> None:
    """Put the sections and the rows of the lists beside their publication."""
    PublicationSection.objects.bulk_create(
        PublicationSection(
            publication=publication, key=key, body=body, sha256=publication.manifest[key]
        )
        for key, body in bodies.items()
    )
    rows = [{"publication": publication.pk, **row} for each in lists.values() for row in each]
    write_rows(STORE_ROWS, ROW, rows)


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
