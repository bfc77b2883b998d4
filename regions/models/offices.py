from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.languages import Named, has_english, in_language
from regions.models.countries import Country
from regions.provenance import Certainty, Sourced


@recorded()
class RegionalOffice(Named):
    """Who answers: a regional office, a grouping of teams without one, or headquarters.

    Headquarters answers the global items; a grouping (Eastern Europe and Central Asia)
    answers the country items of its teams and no regional items.
    """

    class Kind(models.TextChoices):
        REGIONAL = "regional", _("regional office")
        GROUPING = "grouping", _("grouping")
        HEADQUARTERS = "headquarters", _("headquarters")

    code = models.CharField(max_length=10, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    area_names = models.JSONField(default=dict)
    city = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z]{2,10}$"), name="an_office_code_is_upper_case"
            ),
            models.CheckConstraint(condition=has_english("names"), name="an_office_has_a_name"),
            models.CheckConstraint(
                condition=has_english("area_names"), name="an_office_has_an_area"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def area(self) -> str:
        """The area the office serves, as matrices and tiles name it ("Arab States")."""
        return in_language(self.area_names)


class CoverageQuerySet(models.QuerySet["OfficeCoverage"]):
    def on(self, day: date) -> Self:
        """Coverage in force on a day; an end is the first day no longer covered."""
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day),
            Q(ends_on__isnull=True) | Q(ends_on__gt=day),
        )


@recorded()
class OfficeCoverage(Sourced):
    """Which office serves a country, from when to when.

    A record of its own, never derived from M49 or UNSDG regions: those groupings
    disagree (UNSDG counts six countries of the Cairo office under Africa).
    """

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="coverage")
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="coverage")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    certainty = models.CharField(max_length=10, choices=Certainty.choices)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["country__iso3", "starts_on"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gt=F("starts_on")),
                name="coverage_ends_after_it_starts",
            ),
            ExclusionConstraint(
                name="one_office_serves_a_country_at_a_time",
                expressions=[
                    (
                        Func(F("country"), F("country"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            F("starts_on"),
                            F("ends_on"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.office_id}"
