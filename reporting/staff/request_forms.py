"""Forms of a request of the Board: the controls; what is read from them is judged elsewhere."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from reporting.models import BoardRequest
from reporting.pages.words import capital
from reporting.request_intake import READERS, Scene
from reporting.staff.judged import Judged, Versioned, labels_of

DAY: Final = {"type": "date"}
OTHERS: Final = [code for code, _name in settings.LANGUAGES if code != "en"]


class InLanguages(Judged):
    """A form with one text in six languages: English in its place, the others under it."""

    text: str = ""
    text_label: Any = ""
    text_help: Any = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[f"{self.text}_{code}"] = forms.CharField(
                label=self.text_label if code == "en" else name,
                help_text=self.text_help if code == "en" else "",
                required=False,
                widget=forms.Textarea(attrs={"rows": 3, "lang": code, "dir": "auto"}),
            )

    @property
    def texts(self) -> dict[str, str]:
        """The text by language, as the intake reads it."""
        names = {code: f"{self.text}_{code}" for code, _name in settings.LANGUAGES}
        return {code: self.cleaned_data.get(name, "") for code, name in names.items()}

    @property
    def main_fields(self) -> list[Any]:
        """The fields that stand in the open."""
        return [each for each in self.visible_fields() if each not in list(self.translations)]

    @property
    def translations(self) -> Iterator[Any]:
        """The text in the other languages."""
        return (self[f"{self.text}_{code}"] for code in OTHERS)

    def control_of(self, pointer: str) -> str:
        """`/asked/en` is the control `asked_en`; of a list the whole control is at fault."""
        head, _slash, rest = pointer.removeprefix("/").partition("/")
        return f"{head}_{rest or 'en'}" if head == self.text else head


class RequestForm(InLanguages):
    """What a member asked for, at which session, and who is to answer it."""

    text, text_label = "asked", _("Asked for")
    text_help = _("In the words of the member or of the summary of the session.")

    session = forms.ChoiceField(label=_("Session"), required=False)
    agenda_item = forms.CharField(label=_("Agenda item"), required=False, max_length=20)
    speaker = forms.CharField(
        label=_("Asked by"),
        required=False,
        max_length=120,
        help_text=_("The member or the group of States, not a person."),
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    items = forms.CharField(
        label=_("Items of the checklist"),
        required=False,
        help_text=_("Codes with spaces between them, such as NGT-11 NGT-12."),
    )
    countries = forms.CharField(
        label=_("Countries"),
        required=False,
        help_text=_("Codes with spaces between them, such as KEN COL."),
    )
    owner = forms.ChoiceField(label=_("Office that owns it"), required=False)
    owner_name = forms.CharField(
        label=_("Person at headquarters"),
        required=False,
        max_length=120,
        help_text=_("Stays in the house; it is never published."),
    )
    due_on = forms.CharField(label=_("Due"), required=False, widget=forms.DateInput(attrs=DAY))
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=200,
        help_text=_("Where it is written that it was asked for."),
    )

    def __init__(self, *args: Any, scene: Scene, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sessions = [(code, each.name) for code, each in scene.sessions.items()]
        themes = [(code, capital(label)) for code, label in BoardRequest.Theme.choices]
        self.offer("session", sessions)
        self.offer("theme", themes)
        self.offer("owner", [(code, code) for code in scene.offices], "–")
        self.order_fields(ORDER)

    @property
    def sent(self) -> Mapping[str, Any]:
        """What the form says, as the intake reads it."""
        given = {name: self.cleaned_data.get(name, "") for name in READERS}
        lists = {name: given[name].upper().replace(",", " ").split() for name in LISTS}
        return {**given, **lists, "asked": self.texts}


LISTS: Final = ("items", "countries")
ORDER: Final = ("session", "agenda_item", "speaker", "theme", "asked_en")


class RequestChangeForm(RequestForm, Versioned):
    """The same with the version that was read; the session stays."""

    reason = forms.CharField(
        label=_("Why it is changed"),
        required=False,
        help_text=_("Stands in the history; may be left empty."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["session"].widget = forms.HiddenInput()


class FollowUpForm(InLanguages, Versioned):
    """Where the request stands and what was done."""

    text, text_label = "follow_up", _("What was done")
    text_help = _("The Board reads these words. Name the pages that answer the request.")

    to = forms.ChoiceField(label=_("State"), required=False)
    answered_in = forms.ChoiceField(
        label=_("Answered in the publication"), required=False, help_text=_("Where it is one.")
    )
    reason = forms.CharField(
        label=_("Why it goes back"),
        required=False,
        help_text=_("Needed for a step back; stands in the history."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, *args: Any, steps: list[tuple[str, str]], publications: list[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.choices = steps
        answered_in: Any = self.fields["answered_in"]
        answered_in.choices = [("", "–"), *((name, name) for name in publications)]
        self.order_fields(("to", "follow_up_en", "answered_in", "reason"))


class CloseForm(Versioned):
    """The day on which the request was closed."""

    closed_on = forms.CharField(
        label=_("Closed on"), required=False, widget=forms.DateInput(attrs=DAY)
    )


class ReopenForm(Versioned):
    """Why a closed request is taken up again."""

    reason = forms.CharField(
        label=_("Why it is reopened"),
        required=False,
        help_text=_("Stands in the history."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


LABELS: Final = {
    **labels_of(RequestForm, FollowUpForm, CloseForm),
    "asked": RequestForm.text_label,
    "follow_up": FollowUpForm.text_label,
    "state": FollowUpForm.base_fields["to"].label,
    "closed_in": _("Round"),
}
"""The columns of a request as its forms call them."""
