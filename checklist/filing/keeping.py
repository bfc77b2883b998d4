"""Where files lie: under random names in the default storage, outside the web root."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from checklist.models import Evidence


@contextmanager
def kept(content: bytes) -> Iterator[str]:
    """The name a file is kept under; when what follows fails, the file is gone again.

    The file is written before its record. A crash between the two leaves a file without
    a record, never a record without its file; `forget_orphans` removes what is left over.
    """
    name = default_storage.save(secrets.token_hex(16), ContentFile(content))
    try:
        yield name
    except BaseException:
        default_storage.delete(name)
        raise


def forget_orphans(before: datetime) -> int:
    """Remove files that no evidence names and that are older than any act could last."""
    known = set(Evidence.objects.exclude(stored_as="").values_list("stored_as", flat=True))
    orphans = [name for name in stored_names() if name not in known]
    old = [name for name in orphans if default_storage.get_modified_time(name) < before]
    for name in old:
        default_storage.delete(name)
    return len(old)


def stored_names() -> list[str]:
    """Everything that is kept; before the first file there is no folder."""
    try:
        return default_storage.listdir("")[1]
    except FileNotFoundError:
        return []
