from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models.frameworks import CooperationFramework
from regions.history import recorded
from regions.models import Country
from regions.provenance import Sourced


@recorded()
class AnalysisContribution(Sourced):
    """What UN-Habitat gave to a Common Country Analysis (CCA) or to a framework's design.

    Kept by country, not by team: an office supports the analysis also where no team is
    (HSP/EB.2025/8, para 13: in all of its countries).
    """

    class Kind(models.TextChoices):
        ANALYSIS = "analysis", _("Common Country Analysis")
        DESIGN = "design", _("design of the next framework")

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="analysis_contributions"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ANALYSIS)
    framework = models.ForeignKey(
        CooperationFramework,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
    )
    given_on = models.DateField(null=True, blank=True)
    topic = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["country__iso3", "given_on"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["country", "kind", "given_on", "topic"],
                nulls_distinct=False,
                name="a_contribution_is_known_by_country_kind_day_and_topic",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.kind} {self.given_on or ''}"
