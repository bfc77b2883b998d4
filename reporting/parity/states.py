"""The states of a text in another language than English."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far a translation is.

    Official names are those of the United Nations, which nobody here revises. A translation
    without a review is a draft; one whose English changed after its review is outdated.
    """

    OFFICIAL = "official", _("official name")
    REVIEWED = "reviewed", _("reviewed")
    DRAFT = "draft", _("draft, not reviewed")
    OUTDATED = "outdated", _("outdated since the English changed")
    MISSING = "missing", _("missing")
