from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.languages import Named, has_english


@recorded()
class Country(Named):
    """A country or territory under its United Nations name; no border is ever drawn.

    Keys are ISO 3166-1 alpha-3; `XKX` is the project's own code and its name stands only
    with the reference to Security Council resolution 1244 (1999).
    """

    class Status(models.TextChoices):
        MEMBER_STATE = "member_state", _("Member State")
        OBSERVER_STATE = "observer_state", _("observer State")
        TERRITORY = "territory", _("territory")
        OTHER = "other", _("other")

    iso3 = models.CharField(max_length=3, unique=True)
    iso2 = models.CharField(max_length=2, blank=True)
    m49 = models.CharField(max_length=3, blank=True)
    status = models.CharField(max_length=15, choices=Status.choices)
    designation_note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["iso3"]
        verbose_name_plural = "countries"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(iso3__regex=r"^[A-Z]{3}$"), name="a_country_code_is_three_capitals"
            ),
            models.CheckConstraint(condition=has_english("names"), name="a_country_has_a_name"),
            models.UniqueConstraint(
                fields=["m49"], condition=~Q(m49=""), name="an_m49_code_names_one_country"
            ),
        ]

    def __str__(self) -> str:
        return self.iso3
