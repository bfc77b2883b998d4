"""Draw up what a round would publish, for the secretariat alone, and throw it away again."""

from datetime import datetime
from typing import Final

from django.db import connection
from django.utils import timezone

from accounts import policy
from accounts.policy import Actor
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import shared
from checklist.models import ReportingRound
from reporting import publication_blockers
from reporting.models import Publication
from reporting.publishing import named
from reporting.writing import drop_preview, write

DRAWING: Final = 5_120_132
"""The advisory lock of drawing, beside the number of the round."""


def draw_preview(
    round_: ReportingRound,
    *,
    statement: str = "",
    note: str = "",
    at: datetime | None = None,
    by: Actor,
) -> Publication:
    """Cut the round as it stands now, under the number that would come next.

    It takes the place of the round's preview. Nobody but the secretariat finds it, no list and
    no `latest` holds it, and publishing deletes it. The round keeps its state meanwhile, and
    its offices go on handing in: a preview changes nothing of it.
    """
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        round_ = shared(round_.pk)
        wait_for_others(round_)
        refuse_blocked(publication_blockers.to_preview(round_))
        drop_preview(round_)
        preview = named(round_, statement, note, at or timezone.now(), by)
        preview.is_preview = True
        return write(preview)


def wait_for_others(round_: ReportingRound) -> None:
    """Whoever draws a preview of the same round is through before; held to the end of the act."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [DRAWING, round_.pk])
