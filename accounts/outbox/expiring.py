"""Tokens that end soon: told to those who made them and to those in whose name they are."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from accounts.models import ApiToken, User
from accounts.outbox.facts import Fact, News, step_before
from accounts.pages.tokens import WARNED_BEFORE
from regions.templatetags.figures import day_text

HEADING = gettext_lazy("Tokens")


def expiring(now: datetime) -> News:
    """30, 14 and 3 days before the end of a token that no other follows."""
    soon = now + timedelta(days=WARNED_BEFORE[0] + 1)
    tokens = ApiToken.objects.usable_at(now).not_replaced().filter(expires_at__lte=soon)
    for token in tokens.select_related("user", "created_by").order_by("expires_at", "pk"):
        yield from told_of(token, now)


def told_of(token: ApiToken, now: datetime) -> Iterator[tuple[list[User], Fact]]:
    """Whoever made it can rotate it; the other person is told that it ends."""
    ends = timezone.localdate(token.expires_at)
    step = step_before(ends, timezone.localdate(now), WARNED_BEFORE)
    if step is None or token.expires_at - token.created_at <= timedelta(days=step):
        return
    maker = token.created_by or token.user
    yield [maker], fact_of(token, step, "tokens")
    if maker != token.user:
        yield [token.user], fact_of(token, step, "my-account")


def fact_of(token: ApiToken, step: int, page: str) -> Fact:
    """One token on one of its three days."""
    ends = timezone.localdate(token.expires_at)

    def say(_new: int) -> str:
        words = gettext("The token “%(name)s” of %(person)s ends on %(day)s.")
        facts = {"name": token.name, "person": token.user, "day": day_text(ends)}
        return words % facts

    return Fact((f"token/{token.pk}/{ends}/{step}",), HEADING, say, lambda: reverse(page))
