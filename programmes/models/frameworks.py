from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Q
from django.utils.translation import gettext_lazy as _

from programmes.models.periods import period, same
from regions.history import recorded
from regions.models import CountryTeam
from regions.provenance import Sourced


class FrameworkQuerySet(models.QuerySet["CooperationFramework"]):
    def running_on(self, day: date) -> Self:
        """In force on a day; the last day counts."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)


@recorded()
class CooperationFramework(Sourced):
    """A Cooperation Framework of a country team, or what stands in its place.

    It belongs to the team, which may serve many countries. When it is extended the
    original end is kept: programme documents were agreed against it. Whether a `next`
    one is signed is not known from the published list. `extended_on` is the day of the
    agreement to extend, `evaluated_on` that of the final evaluation.
    """

    class Kind(models.TextChoices):
        COOPERATION_FRAMEWORK = "cooperation_framework", _("Cooperation Framework")
        STRATEGIC_FRAMEWORK = "strategic_framework", _("strategic framework")
        ONE_STRATEGIC_FRAMEWORK = "one_strategic_framework", _("one strategic framework")
        TRANSITIONAL_FRAMEWORK = "transitional_framework", _("transitional framework")
        COMMON_APPROACH = "common_approach", _("common approach")

    class Place(models.TextChoices):
        RUNNING = "running", _("running")
        NEXT = "next", _("next")

    team = models.ForeignKey(CountryTeam, on_delete=models.PROTECT, related_name="frameworks")
    kind = models.CharField(max_length=30, choices=Kind.choices)
    place_in_sequence = models.CharField(max_length=10, choices=Place.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    original_ends_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    extension_note = models.CharField(max_length=300, blank=True)
    predecessor = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="successor"
    )
    evaluated_on = models.DateField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["team__code", "starts_on"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="a_framework_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(original_ends_on__isnull=True) | ~Q(original_ends_on=F("ends_on")),
                name="an_original_end_is_kept_only_when_it_moved",
            ),
            models.CheckConstraint(
                condition=Q(original_ends_on__isnull=False)
                | (Q(extended_on__isnull=True) & Q(extension_note="")),
                name="an_extension_is_noted_only_when_the_end_moved",
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_on__lte=F("ends_on")),
                name="a_framework_is_signed_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("pk")),
                name="a_framework_does_not_precede_itself",
            ),
            models.UniqueConstraint(
                fields=["team", "starts_on"], name="a_framework_is_known_by_team_and_start"
            ),
            ExclusionConstraint(
                name="frameworks_of_a_team_do_not_overlap",
                deferrable=Deferrable.IMMEDIATE,
                expressions=[
                    (same("team"), RangeOperators.OVERLAPS),
                    (period("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team_id} {self.starts_on:%Y}–{self.ends_on:%Y}"

    @property
    def is_extended(self) -> bool:
        """Whether the end was moved after signature."""
        return self.original_ends_on is not None
