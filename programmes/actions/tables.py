"""A table of records: received, kept while its preview is read, then used."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from accounts import policy
from accounts.acting import acting, refuse_unless
from accounts.policy import Actor
from programmes.actions.records import save_rows
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import Plan
from programmes.models import IncomingTable

LONGEST_NAME: Final = 200


def receive_records(kind: RecordKind, upload: UploadedFile, *, by: Actor) -> IncomingTable:
    """The table as it was sent; the same bytes of the same person are the same table."""
    refuse_unless(policy.may_keep_programmes(by))
    content = upload.read()
    digest = hashlib.sha256(content).hexdigest()
    facts = {"name": (upload.name or "")[-LONGEST_NAME:], "received_at": timezone.now()}
    with acting(by):
        known = IncomingTable.objects.filter(kind=kind.slug, sha256=digest, received_by=by.user)
        if known.update(**facts):
            return known[0]
        return IncomingTable.objects.create(
            kind=kind.slug,
            content=content,
            sha256=digest,
            media_type=(upload.content_type or "")[:100],
            received_by=by.user,
            **facts,
        )


def use_table(
    table: IncomingTable, kind: RecordKind, rows: Sequence[Any], *, reason: str, by: Actor
) -> Plan:
    """Save the rows of a table; it then says that it was used."""
    with acting(by, reason):
        saved = save_rows(kind, rows, reason=reason, by=by)
        table.used_at = timezone.now()
        table.save(update_fields=["used_at"])
        return saved
