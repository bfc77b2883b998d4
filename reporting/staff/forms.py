"""Forms before what cannot be undone: words that show that one knows what it is about."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class TypedWords(forms.Form):
    """The words to type; script wakes the button, the server checks them again."""

    words = forms.CharField(
        label=_("Typed words"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "mono"}),
    )

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = words

    def clean_words(self) -> str:
        """Letter for letter."""
        typed: str = self.cleaned_data["words"].strip()
        if typed != self.expected:
            raise forms.ValidationError(
                gettext("Type exactly: %(words)s"), params={"words": self.expected}
            )
        return typed


class PublishForm(TypedWords):
    """What is said with the publication, that the notes were read, and the typed words."""

    field_order = ("statement", "note", "has_read", "words")

    statement = forms.CharField(
        label=_("Statement"),
        required=False,
        max_length=2000,
        help_text=_("Stands at the head of the publication."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        help_text=_("Stands on the page of the publication."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    has_read = forms.BooleanField(
        label=_("I have read the notes above; what is not accepted is published as not assessed"),
        error_messages={"required": _("Tick this when you have read them.")},
    )

    def __init__(self, *args: Any, is_correction: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_correction:
            note = self.fields["note"]
            note.required, note.label = True, _("What it corrects, and why")
            note.help_text = _("Stands at the address of the publication before, too.")
            note.error_messages["required"] = _("Say what this publication corrects, and why.")
