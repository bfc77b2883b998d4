"""From the outbox to the mail server: row by row, each held while it is sent."""

import logging
from collections import Counter
from datetime import datetime, timedelta
from enum import Enum
from smtplib import SMTPAuthenticationError, SMTPConnectError, SMTPException, SMTPServerDisconnected
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import ReminderMail
from accounts.outbox.letters import letter

log = logging.getLogger(__name__)

FIRST_WAIT: Final = timedelta(minutes=5)
LONGEST_WAIT: Final = timedelta(hours=12)
AWAY: Final = (SMTPServerDisconnected, SMTPConnectError, SMTPAuthenticationError)

State = ReminderMail.State


class Outcome(Enum):
    """What became of one mail."""

    SENT = "sent"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"
    AWAY = "away"


def send_waiting(*, now: datetime) -> Counter[Outcome]:
    """Send what is due; while the mail server is away, the rest waits untouched."""
    outcomes: Counter[Outcome] = Counter()
    while outcome := send_next(now):
        outcomes[outcome] += 1
        if outcome is Outcome.AWAY:
            break
    return outcomes


def send_next(now: datetime) -> Outcome | None:
    """The mail that waits longest and that nobody else is sending; None when there is none."""
    with transaction.atomic():
        wait_for_mail_servers()
        due = ReminderMail.objects.due_at(now).select_related("person")
        mail = due.select_for_update(skip_locked=True, of=("self",)).first()
        if mail is None:
            return None
        outcome = attempt(mail)
        mail.save()
        return outcome


def wait_for_mail_servers() -> None:
    """A slow server must not end the transaction that holds the row: the mail would go twice."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = '5min'")


def attempt(mail: ReminderMail) -> Outcome:
    """Send, and note what became of it; nothing lies between the two but this function."""
    if not (mail.person.is_active and mail.person.wants_reminders):
        mail.state = State.WITHDRAWN
        return Outcome.WITHDRAWN
    mail.attempts += 1
    try:
        letter(mail).send()
    except Exception as failure:  # whatever it is, the mail waits on and the others are sent
        return postpone(mail, failure)
    mail.state, mail.sent_at, mail.last_error = State.SENT, timezone.now(), ""
    return Outcome.SENT


def postpone(mail: ReminderMail, failure: Exception) -> Outcome:
    """Tried again later, each time after a longer wait."""
    log.warning("A reminder could not be sent: %s", type(failure).__name__)
    mail.last_error = f"{type(failure).__name__}: {failure}"[:500].replace("\x00", "")
    mail.next_try_at = timezone.now() + wait_after(mail.attempts)
    return Outcome.AWAY if is_away(failure) else Outcome.FAILED


def wait_after(attempts: int) -> timedelta:
    """5, 10, 20 minutes and so on, half a day at most."""
    return min(FIRST_WAIT * 2 ** min(attempts - 1, 20), LONGEST_WAIT)


def is_away(failure: Exception) -> bool:
    """Whether the server could not be reached at all, rather than refuse this one mail."""
    if isinstance(failure, SMTPException):
        return isinstance(failure, AWAY)
    return isinstance(failure, OSError)
