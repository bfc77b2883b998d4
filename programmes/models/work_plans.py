from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from programmes.models.frameworks import CooperationFramework
from regions.history import recorded
from regions.models import Country
from regions.provenance import Sourced


@recorded()
class WorkPlanItem(Sourced):
    """A sub-output of a published joint work plan (JWP), as UN INFO exports it.

    Where UN-Habitat is among the agencies it is evidence of engagement. Money is in US
    dollars; an amount that the plan does not state is not nought.
    """

    framework = models.ForeignKey(
        CooperationFramework, on_delete=models.CASCADE, related_name="work_plan_items"
    )
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="work_plan_items"
    )
    plan = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    priority_code = models.CharField(max_length=40, blank=True)
    priority = models.TextField(blank=True)
    outcome_code = models.CharField(max_length=40, blank=True)
    outcome = models.TextField(blank=True)
    output_code = models.CharField(max_length=40, blank=True)
    output = models.TextField(blank=True)
    code = models.CharField(max_length=40)
    name = models.TextField()
    agencies = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    names_un_habitat = models.BooleanField()
    status = models.CharField(max_length=60, blank=True)
    required = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    available = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    spent = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["framework", "year", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["framework", "country", "year", "code"],
                nulls_distinct=False,
                name="a_work_plan_item_is_known_by_framework_country_year_and_code",
            ),
            models.CheckConstraint(
                condition=(Q(required__isnull=True) | Q(required__gte=0))
                & (Q(available__isnull=True) | Q(available__gte=0))
                & (Q(spent__isnull=True) | Q(spent__gte=0)),
                name="money_of_a_work_plan_is_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"
