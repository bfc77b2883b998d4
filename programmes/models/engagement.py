from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models.frameworks import CooperationFramework
from regions.history import recorded
from regions.provenance import Sourced


@recorded()
class FrameworkEngagement(Sourced):
    """UN-Habitat's part in a framework: signature and engagement are two facts.

    "Not recorded" is `unknown`, which is not "no" (HSP/EB.2025/8, para 12: signatory of
    at least 45, active in 25 of them).
    """

    class Signatory(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not recorded")

    class Level(models.TextChoices):
        ACTIVE = "active", _("active engagement")
        LIGHT = "light", _("light engagement")
        NONE = "none", _("no engagement")
        UNKNOWN = "unknown", _("not recorded")

    framework = models.OneToOneField(
        CooperationFramework, on_delete=models.CASCADE, related_name="engagement"
    )
    signatory = models.CharField(
        max_length=10, choices=Signatory.choices, default=Signatory.UNKNOWN
    )
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.UNKNOWN)
    specific_contribution = models.TextField(blank=True)
    as_of = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["framework__team__code", "framework__starts_on"]

    def __str__(self) -> str:
        return f"{self.framework_id} {self.signatory} {self.level}"
