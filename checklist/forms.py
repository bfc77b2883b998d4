"""Why a line goes back to its office."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

REASONS = {
    "": gettext_lazy("Choose a reason"),
    "evidence_missing": gettext_lazy("Evidence is missing"),
    "evidence_weak": gettext_lazy("Evidence does not show this"),
    "wording": gettext_lazy("Wording is not for publication"),
    "verdict": gettext_lazy("Verdict does not follow from the facts"),
    "wrong_subject": gettext_lazy("Wrong country or mechanism"),
}


class ReturnForm(forms.Form):
    """Why a line goes back: one of the usual reasons, own words, or both."""

    cause = forms.ChoiceField(label=_("Reason"), choices=list(REASONS.items()), required=False)
    words = forms.CharField(
        label=_("In your words, sent to the office"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "data-key": "r"}),
    )

    def clean(self) -> dict[str, Any]:
        """A return without a reason tells the office nothing."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned.get("cause") or cleaned.get("words")):
            self.add_error("words", gettext("A return needs its reason."))
        return cleaned

    @property
    def reason(self) -> str:
        """The reason as the office reads it."""
        cause, words = self.cleaned_data["cause"], self.cleaned_data["words"].strip()
        parts = [str(REASONS[cause]) if cause else "", words]
        return ". ".join(part for part in parts if part)
