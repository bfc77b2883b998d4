"""Draw up what a round would publish, for the secretariat alone, and throw it away again."""

from datetime import datetime

from django.utils import timezone

from accounts import policy
from accounts.policy import Actor
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import locked
from checklist.models import ReportingRound
from reporting import publication_blockers
from reporting.models import Publication
from reporting.publishing import named
from reporting.writing import drop_preview, write


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
    no `latest` holds it, and publishing deletes it.
    """
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        round_ = locked(round_)
        refuse_blocked(publication_blockers.to_preview(round_))
        drop_preview(round_)
        preview = named(round_, statement, note, at or timezone.now(), by)
        preview.is_preview = True
        return write(preview)
