from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from programmes.models.frameworks import CooperationFramework
from programmes.models.programme_documents import CountryProgrammeDocument
from regions.history import recorded
from regions.provenance import Sourced


class ResultLevel(models.TextChoices):
    """The results chain of UN INFO, from the top."""

    STRATEGIC_PRIORITY = "strategic_priority", _("strategic priority")
    OUTCOME = "outcome", _("outcome")
    OUTPUT = "output", _("output")
    SUB_OUTPUT = "sub_output", _("sub-output")


class Result(Sourced):
    """A result in a chain: its level, its code and its statement as signed."""

    level = models.CharField(max_length=20, choices=ResultLevel.choices)
    code = models.CharField(max_length=40)
    statement = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code


@recorded()
class FrameworkResult(Result):
    """A result of a Cooperation Framework: the one yardstick (HSP/EB.2025/8, para 22)."""

    framework = models.ForeignKey(
        CooperationFramework, on_delete=models.CASCADE, related_name="results"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )

    class Meta:
        ordering: ClassVar = ["framework", "position", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["framework", "code"], name="a_framework_result_is_known_by_its_code"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(level=ResultLevel.STRATEGIC_PRIORITY),
                name="a_strategic_priority_of_a_framework_has_no_parent",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                name="a_framework_result_is_not_its_own_parent",
            ),
        ]


@recorded()
class ProgrammeResult(Result):
    """A result of a programme document, and what it is derived from (paras 3, 17, 21, 22).

    On the dual track it points to a result of the framework and to one of UN-Habitat's
    strategic plan. One outside the framework needs a written justification and the note of
    the resident coordinator (derivation option C).
    """

    document = models.ForeignKey(
        CountryProgrammeDocument, on_delete=models.CASCADE, related_name="results"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    derived_from = models.ForeignKey(
        FrameworkResult, null=True, blank=True, on_delete=models.PROTECT, related_name="derived"
    )
    strategic_plan_result = models.CharField(max_length=80, blank=True)
    indicator = models.CharField(max_length=300, blank=True)
    baseline = models.CharField(max_length=120, blank=True)
    target = models.CharField(max_length=120, blank=True)
    outside_justification = models.TextField(blank=True)
    outside_rc_noted_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["document", "position", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "code"], name="a_programme_result_is_known_by_its_code"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(level=ResultLevel.STRATEGIC_PRIORITY),
                name="a_strategic_priority_of_a_programme_has_no_parent",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                name="a_programme_result_is_not_its_own_parent",
            ),
        ]
