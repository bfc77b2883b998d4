"""Write what is due into the outbox and send what waits there; safe at any time, twice at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.outbox.preparing import prepare
from accounts.outbox.sending import Outcome, send_waiting
from checklist.reminders.gathering import facts_by_person


class Command(BaseCommand):
    help = "Send reminders by mail: one a day at most for each person, and no fact twice."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        prepared = prepare(facts_by_person(now), now=now)
        outcomes = send_waiting(now=now)
        failed = outcomes[Outcome.FAILED] + outcomes[Outcome.AWAY]
        self.stdout.write(f"{prepared} prepared, {outcomes[Outcome.SENT]} sent, {failed} failed")
        if failed:
            raise CommandError("What failed waits in the outbox and is tried again.")
