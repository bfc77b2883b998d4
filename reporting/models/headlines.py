from typing import ClassVar

from django.db import models

from accounts.models import User
from checklist.models import ReportingRound
from regions.history import recorded
from regions.languages import has_english


@recorded()
class ReplacedHeadline(models.Model):
    """A headline in the secretariat's words, in place of the one that a rule makes.

    It belongs to a page of the publication to come and to one headline on it. In a language
    without words of its own the rule's sentence stays: two sources never mix in one sentence.
    """

    round = models.ForeignKey(ReportingRound, on_delete=models.PROTECT, related_name="headlines")
    section = models.CharField(max_length=60)
    slot = models.CharField(max_length=40)
    texts = models.JSONField(default=dict)
    replaced_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["section", "slot"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "section", "slot"], name="a_headline_is_replaced_once"
            ),
            models.CheckConstraint(
                condition=has_english("texts"), name="a_replaced_headline_has_its_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.slot}"
