import uuid
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q

from accounts import policy
from accounts.models import User
from checklist.models.rounds import ReportingRound
from checklist.models.submissions import Submission
from regions.models import RegionalOffice

if TYPE_CHECKING:
    from accounts.policy import Actor


class IncomingFileQuerySet(models.QuerySet["IncomingFile"]):
    def visible_to(self, actor: "Actor") -> Self:
        """An office sees the tables it has sent."""
        return self.filter(policy.own_or_every(actor))


class IncomingFile(models.Model):
    """A table that an office has sent, kept between its preview and its use.

    It is no record: what it said is in the submission or the drafts made of it, so its
    history is not kept and it is forgotten after a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(ReportingRound, on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey(RegionalOffice, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    received_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)
    submission = models.ForeignKey(
        Submission, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = IncomingFileQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-received_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_table_has_its_digest"
            ),
        ]

    def __str__(self) -> str:
        return self.name
