from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from programmes.models.programme_documents import CountryProgrammeDocument
from regions.history import recorded
from regions.languages import has_english, in_language


@recorded()
class ReviewCriterion(models.Model):
    """What the Programme Review Committee (PRC) asks of a programme document.

    The committee's own sheet was not available: ours follows the policy that the note
    describes (HSP/EB.2025/8, paras 17 to 24) and stays data, to be replaced. A mandatory
    criterion that is not met stands in the way of approval.
    """

    code = models.CharField(max_length=20, unique=True)
    position = models.PositiveSmallIntegerField()
    paragraph = models.CharField(max_length=10)
    titles = models.JSONField()
    is_mandatory = models.BooleanField(default=True)
    is_on = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["position", "code"]
        verbose_name_plural = "review criteria"
        constraints: ClassVar = [
            models.CheckConstraint(condition=has_english("titles"), name="a_criterion_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def title(self) -> str:
        """The criterion in the reader's language, else in English."""
        return in_language(self.titles)


@recorded()
class CriterionJudgement(models.Model):
    """How a programme document meets one criterion, by whom and on which day it was judged."""

    class Verdict(models.TextChoices):
        MET = "met", _("met")
        PARTLY = "partly", _("partly met")
        NOT_MET = "not_met", _("not met")

    document = models.ForeignKey(
        CountryProgrammeDocument, on_delete=models.CASCADE, related_name="judgements"
    )
    criterion = models.ForeignKey(
        ReviewCriterion, on_delete=models.PROTECT, related_name="judgements"
    )
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    note = models.TextField(blank=True)
    judged_on = models.DateField()
    judged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["document", "criterion"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "criterion"], name="a_criterion_is_judged_once"
            ),
            models.CheckConstraint(
                condition=Q(verdict="met") | ~Q(note=""),
                name="a_criterion_not_met_says_what_is_missing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.criterion_id} {self.verdict}"
