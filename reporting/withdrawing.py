"""Withdraw a publication: it was wrong to be read, and says so at its address for good."""

from datetime import datetime
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Fault, Invalid
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import locked
from reporting import publication_blockers
from reporting.models import Publication, PublicationNotice

REASON_LIMIT: Final = 2000


def withdraw(
    publication: Publication, *, reason: str, at: datetime | None = None, by: Actor
) -> PublicationNotice:
    """Put the notice beside it; not a byte of the publication changes.

    A correction leaves the old one readable; a withdrawal does not. What was in force before
    it is in force again.
    """
    refuse_unless(policy.may_run_rounds(by))
    with acting(by, reason.strip()):
        locked(publication.round)
        refuse_blocked(publication_blockers.to_withdraw(publication))
        return PublicationNotice.objects.create(
            publication=publication,
            kind=PublicationNotice.Kind.WITHDRAWAL,
            reason=checked(reason),
            made_by=by.user,
            made_at=at or timezone.now(),
        )


def checked(reason: str) -> str:
    """The reason, which every reader of the address will see."""
    said = reason.strip()
    if not said:
        words = _("Say why it is withdrawn; every reader of the address sees it.")
        raise Invalid([Fault("/reason", "reason_required", words)])
    if len(said) > REASON_LIMIT:
        words = _("The reason may have %(n)d characters.") % {"n": REASON_LIMIT}
        raise Invalid([Fault("/reason", "too_long", words)])
    return said
