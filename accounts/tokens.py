"""API tokens: `hrt_<key>.<secret>`. Shown once, kept as a digest, good until they expire."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from accounts.models import ApiToken, Membership, User
from accounts.policy import Actor, actor_of
from regions.models import RegionalOffice

FORM = re.compile(r"hrt_([0-9a-f]{16})\.([A-Za-z0-9_-]{43})")
TOUCHED_EVERY = timedelta(minutes=5)
# Compared with when the key is not known, so that the answer takes as long.
NO_DIGEST = "0" * 64


def make_token(
    user: User,
    *,
    office: RegionalOffice | None,
    scopes: Sequence[str],
    name: str,
    expires_at: datetime,
    created_by: User | None = None,
    replaces: ApiToken | None = None,
) -> tuple[ApiToken, str]:
    """A new token and its text, which nobody can read again afterwards (256 random bits)."""
    key, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        key=key,
        digest=digest_of(secret),
        name=name,
        user=user,
        office=office,
        scopes=list(scopes),
        expires_at=expires_at,
        created_by=created_by,
        replaces=replaces,
    )
    return token, f"hrt_{key}.{secret}"


def digest_of(secret: str) -> str:
    """What is kept of a secret: a random one of this length needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def parse(text: str) -> tuple[str, str] | None:
    """Key and secret, when the text has the form of a token."""
    found = FORM.fullmatch(text)
    return (found[1], found[2]) if found else None


def actor_with(text: str, *, now: datetime) -> Actor | None:
    """The person a token speaks for; nobody when it is unknown, wrong, expired or revoked.

    One query, and no hint which of these it was.
    """
    parts = parse(text)
    if parts is None:
        return None
    key, secret = parts
    token = _usable(key, now)
    digest = token.digest if token else NO_DIGEST
    if not hmac.compare_digest(digest_of(secret), digest) or token is None:
        return None
    note_use(token, now)
    return actor_of(token.user, token, office_ids=token.member_of)  # type: ignore[attr-defined]


def _usable(key: str, now: datetime) -> ApiToken | None:
    # A subquery, not an aggregate: grouping by every column of three tables cost a quarter
    # of the time of a call.
    offices = Membership.objects.filter(user=OuterRef("user")).order_by().values("office_id")
    usable = ApiToken.objects.usable_at(now).select_related("user", "office")
    found = usable.annotate(member_of=ArraySubquery(offices)).filter(key=key).order_by()
    return next(iter(found), None)


def note_use(token: ApiToken, now: datetime) -> None:
    """When a token was last used, to five minutes: a write for every call would cost too much."""
    if token.last_used_at is None or now - token.last_used_at >= TOUCHED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


def revoke(token: ApiToken, *, now: datetime) -> None:
    """From now on nobody gets in with it; its row stays as history."""
    ApiToken.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=now)
