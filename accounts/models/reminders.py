"""The outbox of reminders: mails that wait or were sent, and what each person was told."""

import uuid
from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models.users import User


class ReminderMailQuerySet(models.QuerySet["ReminderMail"]):
    def waiting(self) -> Self:
        """Prepared, and not yet sent."""
        return self.filter(state=ReminderMail.State.WAITING)

    def due_at(self, moment: datetime) -> Self:
        """Those to be tried now, the longest waiting first."""
        return self.waiting().filter(next_try_at__lte=moment).order_by("next_try_at", "pk")

    def of_the_day(self, day: date, began: datetime) -> Self:
        """What uses up a person's one mail of the day: prepared for it, or sent in it."""
        return self.filter(Q(day=day) | Q(sent_at__gte=began))


class ReminderMail(models.Model):
    """What a person is told by mail on a day; at most one a day for each person.

    `lines` are the sentences with their addresses, in the person's language, as they are
    sent. A mail that is tried again keeps its `message_id`, so that mail systems drop a
    repetition; one to which facts are added gets another.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        WITHDRAWN = "withdrawn", _("withdrawn")

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="reminder_mails")
    day = models.DateField()
    language = models.CharField(max_length=10)
    lines = models.JSONField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    message_id = models.UUIDField(default=uuid.uuid4)
    prepared_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_error = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderMailQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-day", "person"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "day"], name="a_person_gets_one_mail_a_day"),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="waiting"),
                name="one_mail_waits_for_a_person",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="a_mail_that_was_sent_says_when",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(state="waiting"),
                name="reminder_mail_that_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day}"


class ToldFact(models.Model):
    """A fact that a person was told, so that nobody is told it twice."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    mail = models.ForeignKey(ReminderMail, on_delete=models.CASCADE, related_name="facts")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "key"], name="a_fact_is_told_to_a_person_once"
            ),
        ]

    def __str__(self) -> str:
        return self.key
