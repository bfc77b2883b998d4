from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from regions.history import recorded


class Severity(models.TextChoices):
    """How much a finding weighs; the secretariat sets it for each rule."""

    ERROR = "error", _("error")
    WARNING = "warning", _("warning")
    INFO = "info", _("information")


@recorded()
class AlignmentRule(models.Model):
    """A rule between framework and programme document, as the secretariat has set it.

    What it checks is code (`programmes.alignment`); whether it is on, how much it weighs
    and its thresholds are data. `lesser_severity` is for the milder of two cases, where the
    rule knows two. A rule that is off says why.
    """

    code = models.CharField(max_length=3, primary_key=True)
    condition = models.CharField(max_length=300)
    basis = models.CharField(max_length=200)
    severity = models.CharField(max_length=10, choices=Severity.choices)
    lesser_severity = models.CharField(max_length=10, choices=Severity.choices, blank=True)
    parameters = models.JSONField(default=dict, blank=True)
    is_on = models.BooleanField(default=True)
    off_reason = models.CharField(max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^A[0-9]{2}$"), name="a_rule_code_is_a_and_two_digits"
            ),
            models.CheckConstraint(
                condition=Q(is_on=True) | ~Q(off_reason=""), name="a_rule_that_is_off_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.code


@recorded()
class FindingDismissal(models.Model):
    """A finding that a person has set aside, with reason and day.

    It holds for the facts as they were: `fingerprint` is their digest, and a changed fact
    brings the finding back.
    """

    rule = models.ForeignKey(AlignmentRule, on_delete=models.PROTECT, related_name="dismissals")
    subject = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    reason = models.CharField(max_length=500)
    dismissed_on = models.DateField()
    dismissed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["rule", "subject"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["rule", "subject"], name="a_finding_is_dismissed_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_dismissal_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id} {self.subject}"
