from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Q
from django.utils.translation import gettext_lazy as _

from programmes.models.frameworks import CooperationFramework
from programmes.models.periods import period, same
from regions.history import recorded
from regions.models import Country
from regions.provenance import OnRecord, Sourced


@recorded()
class CountryProgrammeDocument(Sourced):
    """A Habitat Country Programme Document (HCPD), to be derived from the framework.

    An empty period is not known, never assumed. A short document is an interim solution
    only (HSP/EB.2025/8, para 17). `extension_citation` names the extension of the framework
    that the document relies on; `rechecked_on` is the day on which it was compared with the
    framework again after that changed.
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

    class Derivation(models.TextChoices):
        UNKNOWN = "unknown", _("not recorded")
        ADOPTED = "A", _("A: the framework as it is, without a document of its own")
        VERBATIM = "B", _("B: outcomes word for word those of the framework")
        EXCEPTIONS = "C", _("C: as B, with outcomes outside the framework")

    class Decision(models.TextChoices):
        UNKNOWN = "unknown", _("not recorded")
        APPROVED = "approved", _("recommended for approval")
        CONDITIONAL = "conditional", _("recommended with conditions")
        RETURNED = "returned", _("returned for revision")

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
    no_framework_reason = models.CharField(max_length=300, blank=True)
    derivation = models.CharField(
        max_length=10, choices=Derivation.choices, default=Derivation.UNKNOWN
    )
    rc_consulted_on = models.DateField(null=True, blank=True)
    prc_reviewed_on = models.DateField(null=True, blank=True)
    prc_decision = models.CharField(
        max_length=12, choices=Decision.choices, default=Decision.UNKNOWN
    )
    government_signed_on = models.DateField(null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    south_south_section = models.CharField(
        max_length=10, choices=OnRecord.choices, default=OnRecord.UNKNOWN
    )
    results_section = models.CharField(
        max_length=10, choices=OnRecord.choices, default=OnRecord.UNKNOWN
    )
    lessons_section = models.CharField(
        max_length=10, choices=OnRecord.choices, default=OnRecord.UNKNOWN
    )
    interim_until = models.DateField(null=True, blank=True)
    replacement_plan = models.CharField(max_length=300, blank=True)
    extension_citation = models.CharField(max_length=300, blank=True)
    rechecked_on = models.DateField(null=True, blank=True)
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
            ExclusionConstraint(
                name="programme_documents_in_force_do_not_overlap",
                deferrable=Deferrable.IMMEDIATE,
                expressions=[
                    (same("country"), RangeOperators.OVERLAPS),
                    (period("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stage__in=["approved", "running", "ended"])
                & Q(starts_on__isnull=False)
                & Q(ends_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.generation}"
