"""Why a line goes back to its office."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext_lazy as _

REASONS = {
    "": gettext_lazy("Choose a reason"),
    "evidence_missing": gettext_lazy("Evidence is missing"),
    "evidence_weak": gettext_lazy("Evidence does not show this"),
    "wording": gettext_lazy("Wording is not for publication"),
    "verdict": gettext_lazy("Verdict does not follow from the facts"),
    "wrong_subject": gettext_lazy("Wrong country or mechanism"),
}


NOTES = {
    "office": gettext_lazy("Note that office and secretariat see"),
    "internal": gettext_lazy("Note that only the secretariat sees"),
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


class NoteForm(forms.Form):
    """A note on a line under review; for whom it is stands in its label and on its button."""

    text = forms.CharField(max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, to: str, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": to})
        self.fields["text"].label = str(NOTES[to])


class SampleForm(forms.Form):
    """Accepting many lines at once: that the sample was read, and how many were shown."""

    has_read = forms.BooleanField(error_messages={"required": _("Read the sample first.")})
    expected = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sample: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = ngettext(
            "I have read the sample of %(n)d line",
            "I have read the sample of %(n)d lines",
            sample,
        )
        self.fields["has_read"].label = words % {"n": sample}


class ReturnAllForm(ReturnForm):
    """Many lines go back with one reason; how many were shown guards against a change."""

    expected = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class ReplyForm(forms.Form):
    """What an office says to a correction of its words; a dissent says why."""

    reply = forms.ChoiceField(
        label=_("Your reply"),
        widget=forms.RadioSelect,
        choices=[
            ("acknowledged", _("We acknowledge the correction")),
            ("dissent", _("We dissent, for the reason below")),
        ],
    )
    words = forms.CharField(
        label=_("In your words"),
        required=False,
        max_length=5000,
        help_text=_("A dissent says why. It is kept beside the correction."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """A dissent without a reason tells the secretariat nothing."""
        cleaned = super().clean() or {}
        if cleaned.get("reply") == "dissent" and not cleaned.get("words", "").strip():
            self.add_error("words", gettext("A dissent says why."))
        return cleaned
