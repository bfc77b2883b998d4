from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from checklist.models.answers import Answer
from checklist.models.checklists import Kind
from regions.history import recorded


@recorded()
class ProposalReply(models.Model):
    """What a person said to the verdict that the records propose for an answer.

    It holds for the facts as they were: `fingerprint` is their digest, and a changed fact
    asks again.
    """

    class Stance(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        OVERRULED = "overruled", _("overruled")

    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, related_name="proposal_reply")
    proposed = models.CharField(max_length=15, choices=Kind.choices)
    fingerprint = models.CharField(max_length=64)
    stance = models.CharField(max_length=10, choices=Stance.choices)
    reason = models.TextField(blank=True, max_length=2000)
    replied_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replied_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["answer"]
        verbose_name_plural = "proposal replies"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(stance="accepted") | ~Q(reason=""),
                name="a_proposal_is_overruled_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.stance}"
