"""The words of the two marks: verdict, what is true, and progress, where the paper is."""

from typing import Final

from django import template
from django.utils.translation import gettext_lazy, pgettext_lazy

register = template.Library()

VERDICTS: Final = {
    "full": pgettext_lazy("verdict", "Full"),
    "partial": pgettext_lazy("verdict", "Partial"),
    "not_started": pgettext_lazy("verdict", "Not started"),
    "not_assessed": pgettext_lazy("verdict", "Not assessed"),
    "not_applicable": pgettext_lazy("verdict", "Not applicable"),
}
STEPS: Final = {
    "empty": pgettext_lazy("progress", "Empty"),
    "draft": pgettext_lazy("progress", "Draft"),
    "submitted": pgettext_lazy("progress", "Submitted"),
    "returned": pgettext_lazy("progress", "Returned"),
    "accepted": pgettext_lazy("progress", "Accepted"),
}
ENGAGEMENTS: Final = {
    "active": gettext_lazy("Active engagement"),
    "light": gettext_lazy("Light engagement"),
    "none": gettext_lazy("None recorded"),
    "no_framework": gettext_lazy("No framework"),
}
COMPARISONS: Final = {
    "agrees": gettext_lazy("Agrees"),
    "within_hedge": gettext_lazy("Within the hedge"),
    "differs": gettext_lazy("Differs"),
    "not_comparable": gettext_lazy("Not comparable"),
    "not_counted": gettext_lazy("Not counted"),
}


@register.filter
def verdict_word(kind: str) -> str:
    """The word of a verdict; an unknown kind is shown as it is, not hidden."""
    return str(VERDICTS.get(kind, kind))


@register.filter
def progress_word(step: str) -> str:
    """The word of a step of the paper's way."""
    return str(STEPS.get(step, step))


@register.filter
def engagement_word(level: str) -> str:
    """The word for how far UN-Habitat takes part in a framework."""
    return str(ENGAGEMENTS.get(level, level))


@register.filter
def comparison_word(result: str) -> str:
    """The word for how a reported figure stands to the count from records."""
    return str(COMPARISONS.get(result, result))
