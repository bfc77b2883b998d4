"""What stands in the way of an act on a token: read by the page and by the act itself."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import ApiToken
from accounts.refusals import Blocker


def to_revoke(token: ApiToken, now: datetime) -> list[Blocker]:
    """What no longer works needs no end."""
    if token.revoked_at is not None:
        return [Blocker("token_revoked", _("The token is revoked."))]
    if token.expires_at <= now:
        return [Blocker("token_expired", _("The token has expired."))]
    return []


def to_rotate(token: ApiToken, now: datetime) -> list[Blocker]:
    """A token that works is followed by one other, while its owner is still there."""
    found = to_revoke(token, now)
    if ApiToken.objects.filter(replaces=token).exists():
        found.append(Blocker("token_rotated", _("Another token follows this one already.")))
    if not token.user.is_active:
        found.append(Blocker("owner_left", _("The account of its owner is closed.")))
    return found
