from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import User
from checklist.models.answers import Answer
from regions.history import recorded


@recorded()
class Amendment(models.Model):
    """A correction of an answer by the secretariat, with its reason; the office's words stay."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="amendments")
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()
    amended_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    amended_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-amended_at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_amendment_gives_its_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.amended_at:%Y-%m-%d}"
