"""Forms of the note: the controls; what is read from them is judged elsewhere."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from regions.foreign import direction
from reporting.models import Note, Paragraph
from reporting.note_intake import MASTHEAD
from reporting.pages.words import capital
from reporting.staff.forms import TypedWords
from reporting.staff.judged import Judged, Versioned
from reporting.staff.notes.picker import group_choices

REPORTED: Final = "reported"
DAY: Final = {"type": "date"}
TEXT: Final = {"rows": 9, "lang": "en", "dir": "ltr", "data-preview": "reads"}


class ParagraphForm(Versioned):
    """A paragraph: its words, its kind, the version that was read; and what is looked for."""

    text = forms.CharField(
        label=gettext_lazy("Text in English"),
        required=False,
        strip=False,
        help_text=gettext_lazy(
            "Plain text. A figure stands in braces, a footnote as [^words of the footnote]."
        ),
        widget=forms.Textarea(attrs=TEXT),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of paragraph"), required=False)
    group = forms.ChoiceField(
        label=gettext_lazy("Group of figures"), required=False, initial=REPORTED
    )
    find = forms.CharField(label=gettext_lazy("Words to look for"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [(code, capital(label)) for code, label in Paragraph.Kind.choices]
        group: Any = self.fields["group"]
        group.choices = group_choices()

    @property
    def sent(self) -> Mapping[str, Any]:
        """What the form says, as the intake reads it."""
        return {name: self.cleaned_data.get(name, "") for name in ("kind", "text")}


class NewParagraphForm(ParagraphForm):
    """The same with its place in the note and the key by which it is known in every round."""

    key = forms.CharField(
        label=gettext_lazy("Key"),
        required=False,
        max_length=60,
        help_text=gettext_lazy(
            "The same in every round, such as arab-states. Left empty, the first words make it."
        ),
    )
    after = forms.ChoiceField(label=pgettext_lazy("place", "After"), required=False)

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("after", others, gettext("at the end"))
        self.order_fields(("text", "kind", "after", "key"))

    @property
    def sent(self) -> Mapping[str, Any]:
        """With place and key."""
        names = ("kind", "text", "key", "after")
        return {name: self.cleaned_data.get(name, "") for name in names}


class DeleteForm(Versioned):
    """Why a paragraph is taken out."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Stands in the history; may be left empty."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class MastheadForm(Versioned):
    """What stands at the head of the note."""

    symbol = forms.CharField(
        label=gettext_lazy("Symbol of the note"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Given by the Secretariat; until then its place stays open."),
    )
    checklist_symbol = forms.CharField(
        label=gettext_lazy("Symbol of the information document"), required=False, max_length=60
    )
    dated_on = forms.CharField(
        label=gettext_lazy("Date of the note"), required=False, widget=forms.DateInput(attrs=DAY)
    )
    agenda_item = forms.CharField(label=gettext_lazy("Agenda item"), required=False, max_length=40)
    basis = forms.CharField(
        label=gettext_lazy("After what it is written"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("Only where the secretariat did not write it itself."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def sent(self) -> Mapping[str, Any]:
        """What the form says, as the intake reads it."""
        return {name: self.cleaned_data.get(name, "") for name in MASTHEAD}


class TranslationForm(Versioned):
    """A paragraph in another language, and which versions were read."""

    text = forms.CharField(required=False, strip=False)
    of_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, language: str, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spoken = {"lang": language, "dir": direction(language)}
        self.fields["text"].widget = forms.Textarea(attrs={**TEXT, **spoken})
        self.fields["text"].label = name


class IssueForm(Judged, TypedWords):
    """Leave for what is not translated, why again, and the typed words."""

    field_order = ("with_untranslated", "reason", "words")

    with_untranslated = forms.BooleanField(
        label=gettext_lazy("Issue what is not translated in English, marked as such"),
        required=False,
    )
    reason = forms.CharField(
        label=gettext_lazy("What is better in this issue"),
        required=False,
        help_text=gettext_lazy("Stands beside the paper; the older issue stays readable."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def masthead_given(note: Note) -> dict[str, Any]:
    """The masthead as the controls have it."""
    values = {name: getattr(note, name) for name in MASTHEAD}
    day = note.dated_on.isoformat() if note.dated_on else ""
    return {**values, "dated_on": day, "version": note.version}


def paragraph_given(paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph as the controls have it."""
    return {name: getattr(paragraph, name) for name in ("kind", "text", "version")}
