"""The tokens one manages: what each is good for, until when, and when it was last used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.forms.tokens import GOOD_FOR
from accounts.models import ApiToken
from accounts.models.scopes import Scope
from accounts.models.tokens import ApiTokenQuerySet
from accounts.policy import Actor
from regions.days import since, until
from regions.templatetags.figures import day_text

WARNED_BEFORE: Final = (30, 14, 3)
"""Days before its end on which one is reminded of a token; from the first on the page warns."""

ENDED_SHOWN: Final = 20


@dataclass(frozen=True)
class TokenRow:
    """A token of the list."""

    token: ApiToken
    whose: str
    good_for: str
    state: str
    note: str
    is_alarming: bool
    used: str
    made_by: str
    can_rotate: bool


def working(actor: Actor, now: datetime) -> QuerySet[ApiToken]:
    """The tokens that let somebody in, the first to end first."""
    return _full(actor).usable_at(now).order_by("expires_at", "pk")


def ended(actor: Actor, now: datetime) -> QuerySet[ApiToken]:
    """The tokens with which nobody gets in any more, the last made first."""
    usable = ApiToken.objects.usable_at(now)
    return _full(actor).exclude(pk__in=usable.values("pk")).order_by("-pk")[:ENDED_SHOWN]


def _full(actor: Actor) -> ApiTokenQuerySet:
    visible = ApiToken.objects.visible_to(actor)
    return visible.select_related("user", "office", "created_by", "replaced_by")


def rows(tokens: Iterable[ApiToken], now: datetime) -> list[TokenRow]:
    """Tokens in words."""
    return [row(token, now) for token in tokens]


def row(token: ApiToken, now: datetime) -> TokenRow:
    """A token in words."""
    today = timezone.localdate(now)
    is_followed = hasattr(token, "replaced_by")
    left = days_left(token, now)
    works = token.revoked_at is None and token.expires_at > now and token.user.is_active
    return TokenRow(
        token=token,
        whose=str(token.user),
        good_for=good_for(token.scopes),
        state=state(token, now),
        note=until(timezone.localdate(token.expires_at), today) if works else "",
        is_alarming=works and not is_followed and left <= WARNED_BEFORE[0],
        used=since(token.last_used_at, today) if token.last_used_at else _("not used yet"),
        made_by=str(token.created_by or ""),
        can_rotate=works and not is_followed,
    )


def good_for(scopes: Iterable[str]) -> str:
    """The widest of its scopes: both others include reading."""
    widest = next(scope for scope in reversed(Scope) if scope in scopes)
    return str(GOOD_FOR[widest])


def state(token: ApiToken, now: datetime) -> str:
    """Whether it works, and until when."""
    day = day_text(token.revoked_at or token.expires_at)
    if token.revoked_at is not None:
        return _("Revoked on %(day)s") % {"day": day}
    if token.expires_at <= now:
        return _("Expired on %(day)s") % {"day": day}
    if not token.user.is_active:
        return _("Does not work: the account is closed")
    if hasattr(token, "replaced_by"):
        return _("Rotated: the old secret works until %(day)s") % {"day": day}
    return _("Works until %(day)s") % {"day": day}


def days_left(token: ApiToken, now: datetime) -> int:
    """Days until the day on which it ends."""
    return (timezone.localdate(token.expires_at) - timezone.localdate(now)).days


def warning(actor: Actor, now: datetime) -> str:
    """How many tokens end soon that nothing follows; nothing when there is none."""
    soon = now + timedelta(days=WARNED_BEFORE[0])
    ending = ApiToken.objects.visible_to(actor).usable_at(now).not_replaced()
    n = ending.filter(expires_at__lte=soon).count()
    words = ngettext(
        "%(n)d token ends within 30 days. Rotate it, so that what uses it keeps working.",
        "%(n)d tokens end within 30 days. Rotate them, so that what uses them keeps working.",
        n,
    )
    return words % {"n": n} if n else ""
