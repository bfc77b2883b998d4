from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, F, FilteredRelation, Q
from django.utils.translation import gettext_lazy as _

from programmes.models.frameworks import CooperationFramework
from programmes.models.periods import period, same
from regions.history import recorded
from regions.provenance import OnRecord, Sourced


class EngagementQuerySet(models.QuerySet["FrameworkEngagement"]):
    def on(self, day: date) -> Self:
        """The part that held on a day, at most one in a framework."""
        return self.filter(holding("", day))


def holding(prefix: str, day: date) -> Q:
    """Condition for a period that holds a day; its last day counts, an open end is no end."""
    begun = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": day})
    lasts = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gte": day})
    return begun & lasts


def engagement_on(day: date) -> FilteredRelation:
    """`.annotate(engagement=engagement_on(day))`: a framework joined with its one part then."""
    return FilteredRelation("engagements", condition=holding("engagements__", day))


@recorded()
class FrameworkEngagement(Sourced):
    """UN-Habitat's part in a framework: signature and engagement are two facts.

    "Not recorded" is `unknown`, which is not "no" (HSP/EB.2025/8, para 12: signatory of
    at least 45, active in 25 of them). A part that changes during a framework is a new
    period; an open end of a period means before, or after, all that is on record, and its
    last day counts. `as_of` is the day of the source.
    """

    Signatory = OnRecord

    class Level(models.TextChoices):
        ACTIVE = "active", _("active engagement")
        LIGHT = "light", _("light engagement")
        NONE = "none", _("no engagement")
        UNKNOWN = "unknown", _("not recorded")

    framework = models.ForeignKey(
        CooperationFramework, on_delete=models.CASCADE, related_name="engagements"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    signatory = models.CharField(
        max_length=10, choices=Signatory.choices, default=Signatory.UNKNOWN
    )
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.UNKNOWN)
    specific_contribution = models.TextField(blank=True)
    as_of = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = EngagementQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["framework__team__code", "framework__starts_on", "valid_from"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="an_engagement_ends_after_it_starts",
            ),
            ExclusionConstraint(
                name="engagements_in_a_framework_do_not_overlap",
                deferrable=Deferrable.IMMEDIATE,
                expressions=[
                    (same("framework"), RangeOperators.OVERLAPS),
                    (period("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework_id} {self.signatory} {self.level}"
