from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import User


class IdempotencyKey(models.Model):
    """The reply to a write, kept under the name the caller gave it.

    The row is written in the same transaction as the effect: either both are there or
    neither. A second request with the same name waits for the first at the constraint.
    """

    caller = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    route = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["caller", "route", "key"], name="a_caller_uses_a_key_once_on_a_route"
            ),
            models.CheckConstraint(
                condition=Q(status__isnull=True) | Q(status__lt=500),
                name="a_failure_of_ours_is_never_replayed",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["created_at"], name="key_by_age")]

    def __str__(self) -> str:
        return self.key
