from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.languages import Named, has_english
from regions.models.countries import Country
from regions.models.offices import RegionalOffice
from regions.provenance import Certainty


@recorded()
class CountryTeam(Named):
    """A United Nations country team: signs the Cooperation Framework, may serve many countries."""

    class UnsdgRegion(models.TextChoices):
        AFRICA = "AFR", _("Africa")
        ARAB_STATES = "ARAB", _("Arab States")
        ASIA_PACIFIC = "AP", _("Asia and the Pacific")
        EUROPE_CENTRAL_ASIA = "ECA", _("Europe and Central Asia")
        LATIN_AMERICA_CARIBBEAN = "LAC", _("Latin America and the Caribbean")

    code = models.CharField(max_length=12, unique=True)
    unsdg_region = models.CharField(max_length=4, choices=UnsdgRegion.choices)
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="teams")
    office_certainty = models.CharField(max_length=10, choices=Certainty.choices)
    countries = models.ManyToManyField(Country, through="TeamMembership", related_name="teams")

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z]{3,12}$"), name="a_team_code_is_upper_case"
            ),
            models.CheckConstraint(condition=has_english("names"), name="a_team_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.code


@recorded()
class TeamMembership(models.Model):
    """A country served by a team; a country has at most one team."""

    team = models.ForeignKey(CountryTeam, on_delete=models.CASCADE, related_name="memberships")
    country = models.OneToOneField(Country, on_delete=models.PROTECT, related_name="membership")

    class Meta:
        ordering: ClassVar = ["country__iso3"]

    def __str__(self) -> str:
        return f"{self.team_id} {self.country_id}"
