from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from checklist.models import BoardDocument, ReportingRound
from regions.history import recorded
from regions.models import RegionalOffice


class Qualifier(models.TextChoices):
    """The hedge, part of the figure: never rounded, dropped or swapped."""

    EXACTLY = "exactly", _("exactly")
    AT_LEAST = "at_least", _("at least")
    MORE_THAN = "more_than", _("more than")
    ABOUT = "about", _("about")
    UP_TO = "up_to", _("up to")
    ALL = "all", _("all")


class Measure(models.TextChoices):
    """What a figure counts."""

    FRAMEWORKS_SIGNED = "frameworks_signed", _("Cooperation Frameworks signed")
    FRAMEWORKS_ACTIVE = "frameworks_actively_engaged", _("frameworks with active engagement")
    FRAMEWORKS_LIGHT = "frameworks_lightly_engaged", _("frameworks with light engagement")
    COUNTRIES_SERVED = "countries_served", _("countries served")
    COUNTRIES_WITH_PROJECTS = "countries_with_projects", _("countries with projects")
    COUNTRIES_WITH_PRESENCE = "countries_with_presence", _("countries with physical presence")
    COUNTRIES_WITH_CCA = "countries_with_cca_support", _("country analyses supported")
    COUNTRIES_ACTIVE = "countries_actively_engaged", _("countries with active engagement")
    COUNTRIES_LIGHT = "countries_lightly_engaged", _("countries with light engagement")
    FRAMEWORKS_RUNNING = "frameworks_running", _("Cooperation Frameworks under way")
    DOCUMENTS_NEW = "hcpds_new_generation", _("programme documents of the new generation")
    DOCUMENTS_DERIVED = "hcpds_derived", _("programme documents derived from the framework")
    DOCUMENTS_RUNNING = "hcpds_running", _("programme documents under way")


class FigureQuerySet(models.QuerySet["ReportedFigure"]):
    def with_sources(self) -> Self:
        """With all that a comparison reads of a figure, in the same query."""
        return self.select_related("round", "office", "document", "reconciliation")

    def narrowed(self, round_: str | None, office: str | None) -> Self:
        """Of a round and an office, where they are named; the newest round first."""
        wanted = {"round__code": round_, "office__code": office}
        found = self.filter(**{name: code for name, code in wanted.items() if code})
        return found.order_by("-round__code", "office__position", "id")


@recorded()
class ReportedFigure(models.Model):
    """A figure a document states, with hedge, total, as-of date and paragraph.

    Reported values never change with the records; what can be counted stands beside them.
    """

    round = models.ForeignKey(ReportingRound, on_delete=models.PROTECT, related_name="figures")
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="figures")
    measure = models.CharField(max_length=40, choices=Measure.choices)
    unit = models.CharField(max_length=20)
    qualifier = models.CharField(max_length=10, choices=Qualifier.choices)
    value = models.PositiveIntegerField()
    of_total_qualifier = models.CharField(max_length=10, choices=Qualifier.choices, blank=True)
    of_total = models.PositiveIntegerField(null=True, blank=True)
    as_of = models.DateField()
    document = models.ForeignKey(BoardDocument, on_delete=models.PROTECT, related_name="figures")
    paragraph = models.CharField(max_length=10)
    meaning = models.CharField(max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["office__position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "office", "measure", "document"],
                name="a_document_states_a_figure_once_a_round",
            ),
            models.CheckConstraint(
                condition=Q(of_total__isnull=True, of_total_qualifier="")
                | Q(of_total__isnull=False) & ~Q(of_total_qualifier=""),
                name="a_total_carries_its_hedge",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.measure}"
