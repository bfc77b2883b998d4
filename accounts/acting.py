"""How every act runs: one transaction, and its author and reason in the history."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.policy import Actor
from accounts.refusals import Blocked, Blocker, NotAllowed


@contextmanager
def acting(by: Actor, reason: str = "") -> Iterator[None]:
    """All or nothing; the history names the person, the role, the token and the reason."""
    facts = {"user": by.user.pk, "role": by.role}
    if by.token is not None:
        facts["token"] = by.token.name
    if reason:
        facts["reason"] = reason
    with transaction.atomic(), pghistory.context(**facts):
        yield


def refuse_unless(allowed: bool, code: str = "forbidden") -> None:
    """This role or person may not do it."""
    if not allowed:
        raise NotAllowed(code, _("Your role does not permit this."))


def refuse_blocked(blockers: Sequence[Blocker]) -> None:
    """Something stands in the way."""
    if blockers:
        raise Blocked(blockers)
