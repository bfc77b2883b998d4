from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import User
from regions.history import recorded
from reporting.models.figures import Qualifier, ReportedFigure


@recorded()
class FigureReconciliation(models.Model):
    """That a person has looked at a difference and says why it is there.

    It keeps the numbers of both sides as they were: another count or another reported value
    brings the difference back. Neither number is changed by it.
    """

    figure = models.OneToOneField(
        ReportedFigure, on_delete=models.CASCADE, related_name="reconciliation"
    )
    reason = models.CharField(max_length=500)
    comparison = models.CharField(max_length=20)
    counted = models.PositiveIntegerField()
    qualifier = models.CharField(max_length=10, choices=Qualifier.choices)
    value = models.PositiveIntegerField()
    of_total_qualifier = models.CharField(max_length=10, choices=Qualifier.choices, blank=True)
    of_total = models.PositiveIntegerField(null=True, blank=True)
    reconciled_at = models.DateTimeField()
    reconciled_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["figure"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_reconciliation_says_why"),
        ]

    def __str__(self) -> str:
        return str(self.figure_id)
