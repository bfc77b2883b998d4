"""All facts of a moment, by person."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

from django.utils import timezone

from accounts.models import User
from accounts.outbox.expiring import expiring
from accounts.outbox.facts import Fact
from checklist.reminders.audience import Audience, audience
from checklist.reminders.corrections import corrected
from checklist.reminders.deadlines import answers_due, reviews_due
from checklist.reminders.decisions import decided

LOOKED_BACK: Final = timedelta(days=14)
"""What is older is no news: nobody who comes new to an office is told of a whole past round."""


def facts_by_person(now: datetime) -> dict[User, list[Fact]]:
    """What each person could be told now; the outbox leaves out what they were told before."""
    listening = audience()
    found: dict[User, list[Fact]] = {}
    for people, fact in news(listening, now):
        for person in listening.everybody.intersection(people):
            found.setdefault(person, []).append(fact)
    return found


def news(listening: Audience, now: datetime) -> Iterator:
    """What is due first, then what changed, then what ends."""
    today, since = timezone.localdate(now), now - LOOKED_BACK
    return chain(
        answers_due(listening, today),
        reviews_due(listening, today),
        decided(listening, since),
        corrected(listening, since),
        expiring(now),
    )
