"""Make, rotate and revoke: the secret is given back once and kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import blockers, policy, tokens
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.models import ApiToken, User
from accounts.policy import Actor
from accounts.refusals import Fault, Invalid
from regions.models import RegionalOffice

LONGEST: Final = timedelta(days=365)
LONGEST_OVERLAP: Final = timedelta(days=30)
USUAL_OVERLAP: Final = timedelta(days=7)


@dataclass(frozen=True)
class Issued:
    """A token with its text, which is shown once."""

    token: ApiToken
    text: str


def make(
    owner: User,
    office: RegionalOffice | None,
    *,
    name: str,
    scopes: Iterable[str],
    lasts: timedelta,
    by: Actor,
) -> Issued:
    """A new token in the owner's name, for what their role can use, for a year at most."""
    scopes = list(scopes)
    refuse_unless(policy.may_make_token_for(by, owner, office.pk if office else None))
    refuse_unless(all(policy.may_give_scope(by, owner, scope) for scope in scopes))
    refuse_longer(lasts, LONGEST)
    with acting(by):
        return issue(owner, office, name, scopes, timezone.now() + lasts, by.user)


def issue(
    owner: User,
    office: RegionalOffice | None,
    name: str,
    scopes: Iterable[str],
    expires_at: datetime,
    made_by: User,
    replaces: ApiToken | None = None,
) -> Issued:
    """The row and the text of a token."""
    token, text = tokens.make_token(
        owner,
        office=office,
        scopes=list(scopes),
        name=name,
        expires_at=expires_at,
        created_by=made_by,
        replaces=replaces,
    )
    return Issued(token, text)


def rotate(token: ApiToken, *, overlap: timedelta = USUAL_OVERLAP, by: Actor) -> Issued:
    """A new secret for the same use, for as long as the old one was made for.

    The old one works on for the overlap, never longer than to its own end.
    """
    refuse_longer(overlap, LONGEST_OVERLAP)
    with acting(by):
        now = timezone.now()
        held = lock(token, by)
        refuse_blocked(blockers.to_rotate(held, now))
        may_give = (policy.may_give_scope(by, held.user, scope) for scope in held.scopes)
        refuse_unless(policy.may_make_token_for(by, held.user, held.office_id))
        refuse_unless(all(may_give))
        lasts = min(held.expires_at - held.created_at, LONGEST)
        issued = issue(
            held.user, held.office, held.name, held.scopes, now + lasts, by.user, replaces=held
        )
        held.expires_at = min(held.expires_at, now + overlap)
        held.save(update_fields=["expires_at"])
        return issued


def revoke(token: ApiToken, *, by: Actor) -> ApiToken:
    """From now on nobody gets in with it; its row stays as history."""
    with acting(by):
        held = lock(token, by)
        now = timezone.now()
        refuse_blocked(blockers.to_revoke(held, now))
        tokens.revoke(held, now=now)
        return held


def lock(token: ApiToken, by: Actor) -> ApiToken:
    """The row, held until the act is done; whoever does not manage it is refused."""
    held = ApiToken.objects.select_for_update(of=("self",)).select_related("user", "office")
    found = held.filter(policy.managed_tokens(by), pk=token.pk).first()
    refuse_unless(found is not None)
    assert found is not None  # noqa: S101 - refused above; said for the type checker
    return found


def refuse_longer(asked: timedelta, limit: timedelta) -> None:
    """A length of time between nothing and its limit."""
    if not timedelta(0) <= asked <= limit:
        words = _("At most %(n)d days are possible here.") % {"n": limit.days}
        raise Invalid([Fault("/days", "too_long", words)])
