from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from programmes.models.frameworks import CooperationFramework
from regions.history import recorded
from regions.models import Country
from regions.provenance import Sourced


@recorded()
class CountryProgrammeDocument(Sourced):
    """A Habitat Country Programme Document (HCPD), to be derived from the framework.

    An empty period is not known, never assumed. A short document is an interim solution
    only (HSP/EB.2025/8, para 17).
    """

    class Generation(models.TextChoices):
        NEW = "new", _("new generation")
        EARLIER = "earlier", _("earlier generation")

    class Kind(models.TextChoices):
        FULL = "full", _("full document")
        SHORT = "short", _("short document")

    class Stage(models.TextChoices):
        UNKNOWN = "unknown", _("stage not recorded")
        LAUNCHING = "launching", _("launching")
        DRAFTING = "drafting", _("drafting")
        PRC_REVIEW = "prc_review", _("review by the Programme Review Committee")
        APPROVED = "approved", _("approved")
        RUNNING = "running", _("running")
        ENDED = "ended", _("ended")
        WITHDRAWN = "withdrawn", _("withdrawn")

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="programme_documents"
    )
    generation = models.CharField(max_length=10, choices=Generation.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    is_interim = models.BooleanField(default=False)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.UNKNOWN)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    framework = models.ForeignKey(
        CooperationFramework,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="programme_documents",
    )
    note = models.CharField(max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["country__iso3", "starts_on"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gt=F("starts_on")),
                name="a_programme_document_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["country", "generation", "starts_on"],
                nulls_distinct=False,
                name="a_programme_document_is_known_by_country_generation_and_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.generation}"
