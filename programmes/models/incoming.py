import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import User


class IncomingTable(models.Model):
    """A table of records that somebody has sent, kept between its preview and its use.

    It is no record: what it said is in the records made of it, so its history is not kept.
    `mapping` is how its columns were understood, where the reader may correct that.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict, blank=True)
    received_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-received_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="a_table_of_records_has_its_digest",
            ),
        ]

    def __str__(self) -> str:
        return self.name
