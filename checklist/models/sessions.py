from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.languages import Named, has_english


@recorded()
class BoardSession(Named):
    """A session of the Executive Board of UN-Habitat, to which a round reports."""

    code = models.SlugField(max_length=20, unique=True)
    opens_on = models.DateField()
    closes_on = models.DateField()
    place = models.CharField(max_length=60, blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["opens_on"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="a_session_closes_after_it_opens"
            ),
            models.CheckConstraint(condition=has_english("names"), name="a_session_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.code


@recorded()
class BoardDocument(models.Model):
    """A document before the Board, cited by its symbol; the symbol is never translated."""

    class Kind(models.TextChoices):
        REPORT = "report", _("report")
        CHECKLIST = "checklist", _("checklist")

    symbol = models.CharField(max_length=40, unique=True)
    dated = models.DateField(null=True, blank=True)
    session = models.ForeignKey(BoardSession, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["session__opens_on", "symbol"]

    def __str__(self) -> str:
        return self.symbol
