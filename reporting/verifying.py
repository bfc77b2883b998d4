"""Check a publication against its digests: the file, and every page cut from it."""

import json
import zlib

from django.utils.translation import gettext as _

from reporting.models import Publication
from reporting.snapshots.canonical import digest, unpacked


def faults_of(publication: Publication) -> list[str]:
    """What does not hold, in words; nothing when every digest holds."""
    try:
        file = unpacked(publication.canonical)
    except zlib.error:
        return [_("The file cannot be read.")]
    if digest(file) != publication.sha256:
        return [_("The file does not have its digest.")]
    sealed = json.loads(file)["sections"]
    return [*_manifest_faults(publication, sealed), *_section_faults(publication, sealed)]


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
