"""From facts to mails that wait: one transaction, at most one mail a day for each person."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import override

from accounts.models import ReminderMail, ToldFact, User
from accounts.outbox.facts import Fact

ONE_AT_A_TIME = 5_120_131
"""The advisory lock of preparing: whoever does not get it leaves it to the one who has it."""

Told = dict[int, set[str]]
Lines = list[dict[str, str]]


def prepare(facts: Mapping[User, Sequence[Fact]], *, now: datetime) -> int:
    """Write what each person was not told yet into the outbox; returns for how many people."""
    with transaction.atomic():
        if not is_alone():
            return 0
        open_mails = waiting_mails()
        served = served_today(now) - set(open_mails)
        told = told_to([person.pk for person in facts])
        written = 0
        for person, theirs in facts.items():
            if person.pk in served:
                continue
            mail = open_mails.get(person.pk)
            written += write(person, theirs, told.get(person.pk, set()), mail, now)
        return written


def is_alone() -> bool:
    """Held to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        return bool(cursor.fetchone()[0])


def waiting_mails() -> dict[int, ReminderMail]:
    """Mails to which more can be added; those being sent just now are left alone."""
    held = ReminderMail.objects.waiting().select_for_update(skip_locked=True)
    return {mail.person_id: mail for mail in held}


def served_today(now: datetime) -> set[int]:
    """People who have had their mail of the day, or for whom one is on its way."""
    today = timezone.localdate(now)
    began = timezone.make_aware(datetime.combine(today, time.min))
    mails = ReminderMail.objects.of_the_day(today, began) | ReminderMail.objects.waiting()
    return set(mails.values_list("person_id", flat=True))


def told_to(people: Collection[int]) -> Told:
    """What each was told: one query."""
    told: Told = {}
    rows = ToldFact.objects.filter(person__in=people).values_list("person_id", "key")
    for person, key in rows:
        told.setdefault(person, set()).add(key)
    return told


def write(
    person: User,
    facts: Sequence[Fact],
    told: Collection[str],
    mail: ReminderMail | None,
    now: datetime,
) -> int:
    """One person's mail: a new one, or what is new added to the one that waits."""
    news = [(fact, [key for key in fact.keys if key not in told]) for fact in facts]
    news = [(fact, keys) for fact, keys in news if keys]
    if not news:
        return 0
    language = mail.language if mail else person.language
    with override(language):
        lines = [fact.line(len(keys)) for fact, keys in news]
    mail = add(mail, lines, now) if mail else begin(person, lines, now)
    keys = dict.fromkeys(key for _fact, keys in news for key in keys)
    ToldFact.objects.bulk_create(ToldFact(person=person, mail=mail, key=key) for key in keys)
    return 1


def begin(person: User, lines: Lines, now: datetime) -> ReminderMail:
    """A new mail, to be sent at once."""
    return ReminderMail.objects.create(
        person=person,
        day=timezone.localdate(now),
        language=person.language,
        lines=lines,
        prepared_at=now,
        next_try_at=now,
    )


def add(mail: ReminderMail, lines: Lines, now: datetime) -> ReminderMail:
    """A mail that could not be sent yet says more, under another Message-ID, and is tried anew."""
    mail.day, mail.prepared_at, mail.next_try_at = timezone.localdate(now), now, now
    mail.lines, mail.message_id = [*mail.lines, *lines], uuid.uuid4()
    mail.save(update_fields=["day", "prepared_at", "next_try_at", "lines", "message_id"])
    return mail
