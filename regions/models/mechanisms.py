from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.languages import Named, has_english
from regions.models.offices import RegionalOffice
from regions.provenance import Sourced


@recorded()
class RegionalMechanism(Named, Sourced):
    """A regional platform, issue-based coalition or the like (HSP/EB.2025/8, para 7)."""

    class Kind(models.TextChoices):
        PLATFORM = "platform", _("regional collaborative platform")
        COALITION = "coalition", _("issue-based coalition")
        FORUM = "forum", _("regional forum")
        WORKING_GROUP = "working_group", _("working group")
        DATA_PLATFORM = "data_platform", _("regional data platform")
        SYNTHESIS = "synthesis", _("regional synthesis")

    code = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=15, choices=Kind.choices)
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="mechanisms")

    class Meta:
        ordering: ClassVar = ["office__position", "code"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=has_english("names"), name="a_mechanism_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.code
