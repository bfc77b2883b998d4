"""An office's table: received, kept while its preview is read, then handed in."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from accounts import policy
from accounts.policy import Actor
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.submissions import Handover, submit
from checklist.models import IncomingFile, ReportingRound
from regions.models import RegionalOffice

LONGEST_NAME = 200


def receive(
    round_: ReportingRound, office: RegionalOffice, upload: UploadedFile, *, by: Actor
) -> IncomingFile:
    """The table as it was sent; the same bytes again are the same table."""
    refuse_unless(policy.may_answer_for(by, office.pk), "not_your_office")
    refuse_blocked(blockers.to_write(round_))
    content = upload.read()
    digest = hashlib.sha256(content).hexdigest()
    facts = {"name": (upload.name or "")[-LONGEST_NAME:], "received_at": timezone.now()}
    with acting(by):
        known = IncomingFile.objects.filter(round=round_, office=office, sha256=digest)
        if known.update(**facts):
            return known[0]
        return IncomingFile.objects.create(
            round=round_,
            office=office,
            content=content,
            sha256=digest,
            media_type=(upload.content_type or "")[:100],
            received_by=by.user,
            **facts,
        )


def hand_in(table: IncomingFile, lines: Sequence[Any], *, note: str, by: Actor) -> Handover:
    """Submit what is new in a table; the table then names the submission that came of it."""
    with acting(by):
        done = submit(table.round, table.office, lines, note=note, news_only=True, by=by)
        table.submission = done.submission
        table.save(update_fields=["submission"])
        return done
