"""Check a publication against its digests: the file, and every page and list cut from it."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reporting.models import Publication
from reporting.snapshots.canonical import digest, unpacked
from reporting.snapshots.lists.entries import seal_of
from reporting.writing import LIST

KEPT: Final = 60
"""Seconds for which a result is told again."""


@dataclass(frozen=True)
class Verification:
    """What was checked and when, and what does not hold, in words; no fault where all holds."""

    faults: Sequence[str]
    sections: int = 0
    lists: int = 0
    at: datetime = field(default_factory=timezone.now)

    @property
    def holds(self) -> bool:
        """Whether file, sections and lists are as they were sealed."""
        return not self.faults


def verify(publication: Publication) -> Verification:
    """Compute every digest anew: of the file, and of all that was cut from it."""
    try:
        file = unpacked(publication.canonical)
    except zlib.error:
        return Verification([_("The file cannot be read.")])
    if digest(file) != publication.sha256:
        return Verification([_("The file does not have its digest.")])
    sealed = json.loads(file)["sections"]
    lists = {key.removeprefix(LIST): seal for key, seal in sealed.items() if key.startswith(LIST)}
    sections = {key: seal for key, seal in sealed.items() if not key.startswith(LIST)}
    faults = [
        *_manifest_faults(publication, sealed),
        *_section_faults(publication, sections),
        *_list_faults(publication, lists),
    ]
    return Verification(faults, len(sections), len(lists))


def verified_lately(publication: Publication) -> Verification:
    """The result of the last minute: who asks again and again costs one computation.

    Faults are told in words, so each language keeps its own.
    """
    key = f"verified:{publication.pk}:{publication.sha256}:{get_language()}"
    found: Verification | None = cache.get(key)
    if found is None:
        found = verify(Publication.objects.get(pk=publication.pk))
        cache.set(key, found, KEPT)
    return found


def faults_of(publication: Publication) -> Sequence[str]:
    """What does not hold."""
    return verify(publication).faults


def _manifest_faults(publication: Publication, sealed: dict[str, str]) -> list[str]:
    """The list of sections stands in the file, where its digest seals it."""
    if publication.manifest == sealed:
        return []
    return [_("The list of sections is not the one in the file.")]


def _section_faults(publication: Publication, sealed: dict[str, str]) -> list[str]:
    """Each section against the digest in the file, not against its own."""
    faults, missing = [], dict(sealed)
    for key, body, said in (
        publication.sections.order_by("key")
        .values_list("key", "body", "sha256")
        .iterator(chunk_size=50)
    ):
        expected = missing.pop(key, None)
        if not digest(body) == said == expected:
            faults.append(_("Section %(key)s does not have its digest.") % {"key": key})
    return [*faults, *(_("Section %(key)s is missing.") % {"key": key} for key in sorted(missing))]


def _list_faults(publication: Publication, sealed: dict[str, str]) -> list[str]:
    """Each list against the digest in the file; one that nobody sealed is a fault as well."""
    stored = set(publication.rows.order_by().values_list("listed", flat=True).distinct())
    return [
        _("List %(name)s does not have its digest.") % {"name": name}
        for name in sorted({*sealed, *stored})
        if seal_of(_rows_of(publication, name)) != sealed.get(name)
    ]


def _rows_of(publication: Publication, name: str) -> Iterator[Mapping[str, Any]]:
    rows = publication.rows.filter(listed=name)
    return rows.values("key", "facets", "places", "body").iterator(chunk_size=500)
