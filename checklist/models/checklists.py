from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from checklist.compliance import Verdict
from regions.history import recorded
from regions.languages import has_english, in_language


class Level(models.TextChoices):
    """Who an item is asked of: the whole organisation, each regional office, each team."""

    GLOBAL = "G", _("global")
    REGIONAL = "R", _("regional office")
    COUNTRY = "C", _("country team")


class Kind(models.TextChoices):
    """The five kinds of answer, the only part of the response scale that is code."""

    FULL = Verdict.FULL.value, _("Full")
    PARTIAL = Verdict.PARTIAL.value, _("Partial")
    NOT_STARTED = Verdict.NOT_STARTED.value, _("Not started")
    NOT_ASSESSED = Verdict.NOT_ASSESSED.value, _("Not assessed")
    NOT_APPLICABLE = Verdict.NOT_APPLICABLE.value, _("Not applicable")


class Titled(models.Model):
    """Something with a title in up to six languages."""

    titles = models.JSONField(default=dict)

    class Meta:
        abstract = True

    @property
    def title(self) -> str:
        """The title in the reader's language, else in English."""
        return in_language(self.titles)


@recorded()
class Checklist(Titled):
    """One version of the UNSDG checklist, loaded from a file and never edited in place.

    The official wording was not available: `is_reconstruction` stays true, and every page
    says so, until the official text is loaded as another version.
    """

    version = models.SlugField(max_length=40, unique=True)
    label = models.CharField(max_length=100, blank=True)
    is_reconstruction = models.BooleanField(default=False)
    source = models.CharField(max_length=300)
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=has_english("titles"), name="a_checklist_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.version


@recorded()
class ScaleLevel(models.Model):
    """A level of the response scale: the words of this checklist for one kind of answer."""

    checklist = models.ForeignKey(Checklist, on_delete=models.CASCADE, related_name="scale")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    labels = models.JSONField(default=dict)
    meanings = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["checklist", "kind"], name="a_kind_has_one_level_in_a_checklist"
            ),
            models.CheckConstraint(condition=has_english("labels"), name="a_level_has_a_label"),
        ]

    def __str__(self) -> str:
        return f"{self.checklist_id} {self.kind}"

    @property
    def label(self) -> str:
        """The level's word in the reader's language."""
        return in_language(self.labels)

    @property
    def meaning(self) -> str:
        """When to choose it."""
        return in_language(self.meanings)


@recorded()
class Pillar(Titled):
    """One of the six pillars of the repositioning of the development system."""

    checklist = models.ForeignKey(Checklist, on_delete=models.CASCADE, related_name="pillars")
    code = models.CharField(max_length=5)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["checklist", "code"], name="a_pillar_stands_in_a_checklist_once"
            ),
            models.CheckConstraint(condition=has_english("titles"), name="a_pillar_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.code


@recorded()
class ChecklistItem(Titled):
    """An item of a checklist version; its digest changes exactly when its text does.

    Items of low certainty, and the two that are no checklist items, are present but off.
    """

    class Certainty(models.TextChoices):
        HIGH = "high", _("high")
        MEDIUM = "medium", _("medium")
        LOW = "low", _("low")
        SPECIFIC = "specific", _("specific to UN-Habitat")
        NOT_AN_ITEM = "not_an_item", _("not a checklist item")

    checklist = models.ForeignKey(Checklist, on_delete=models.CASCADE, related_name="items")
    pillar = models.ForeignKey(Pillar, on_delete=models.CASCADE, related_name="items")
    code = models.CharField(max_length=10)
    levels = ArrayField(models.CharField(max_length=1, choices=Level.choices))
    evidence = models.TextField(blank=True)
    mandate = models.TextField(blank=True)
    certainty = models.CharField(max_length=12, choices=Certainty.choices)
    is_on = models.BooleanField(default=True)
    why_off = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["pillar__position", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["checklist", "code"], name="an_item_stands_in_a_checklist_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(levels=[]), name="an_item_is_asked_of_somebody"
            ),
            models.CheckConstraint(condition=has_english("titles"), name="an_item_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.code
