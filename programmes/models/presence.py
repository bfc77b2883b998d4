from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.models import Country
from regions.provenance import Sourced


@recorded()
class Presence(Sourced):
    """UN-Habitat's presence in a country, as of a day."""

    class Kind(models.TextChoices):
        PHYSICAL = "physical", _("physical presence")
        LIMITED = "limited", _("limited presence")
        NONE = "none", _("no presence")

    country = models.OneToOneField(Country, on_delete=models.PROTECT, related_name="presence")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    as_of = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["country__iso3"]
        verbose_name_plural = "presence"

    def __str__(self) -> str:
        return f"{self.country_id} {self.kind}"
