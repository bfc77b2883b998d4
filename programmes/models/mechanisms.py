from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.models import Country, RegionalMechanism
from regions.provenance import Sourced


@recorded()
class MechanismRole(Sourced):
    """UN-Habitat's role in a regional mechanism (HSP/EB.2025/8, paras 8 and 9)."""

    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        CO_CONVENER = "co_convener", _("co-convener")
        CO_CHAIR = "co_chair", _("co-chair")
        CONTRIBUTOR = "contributor", _("contributor")
        LEAD = "lead", _("lead")

    mechanism = models.ForeignKey(RegionalMechanism, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=15, choices=Role.choices)
    topic = models.CharField(max_length=300, blank=True)
    partners = models.CharField(max_length=200, blank=True)
    countries = models.ManyToManyField(Country, blank=True, related_name="mechanism_roles")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["mechanism__office__position", "mechanism__code", "role"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mechanism", "role"], name="a_role_in_a_mechanism_is_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mechanism_id} {self.role}"
