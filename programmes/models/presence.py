from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.models import Country
from regions.provenance import OnRecord, Sourced


@recorded()
class Presence(Sourced):
    """UN-Habitat's presence in a country, as of a day.

    "Limited" is kept as the note says it (HSP/EB.2025/8, para 14) and counts neither as
    physical presence nor as none. Projects are a fact of their own: the Arab States report
    projects in more countries than presence (para 13).
    """

    class Kind(models.TextChoices):
        PHYSICAL = "physical", _("physical presence")
        LIMITED = "limited", _("limited presence")
        NON_RESIDENT = "non_resident", _("non-resident arrangement")
        NONE = "none", _("no presence")

    country = models.OneToOneField(Country, on_delete=models.PROTECT, related_name="presence")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    projects = models.CharField(max_length=10, choices=OnRecord.choices, default=OnRecord.UNKNOWN)
    arrangement = models.CharField(max_length=300, blank=True)
    as_of = models.DateField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["country__iso3"]
        verbose_name_plural = "presence"

    def __str__(self) -> str:
        return f"{self.country_id} {self.kind}"
