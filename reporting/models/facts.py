from typing import ClassVar

from django.db import models

from checklist.models import BoardDocument
from regions.history import recorded


@recorded()
class ReportedFact(models.Model):
    """A fact a document states, as it states it, whether or not a record can be made of it."""

    document = models.ForeignKey(BoardDocument, on_delete=models.PROTECT, related_name="facts")
    paragraph = models.CharField(max_length=10)
    subject_kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=120)
    field = models.CharField(max_length=40)
    value = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["document", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "paragraph", "subject", "field", "value"],
                name="a_document_states_a_fact_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.field}"
