"""Forms of a reported figure: the controls; what is read from them is judged in one place."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reporting.figure_intake import READERS, Scene
from reporting.models.figures import Measure, Qualifier
from reporting.pages.words import capital
from reporting.staff.judged import Judged


class FigureForm(Judged):
    """A figure as its document states it: the hedge is asked for, never assumed."""

    office = forms.ChoiceField(label=_("Office"), required=False)
    measure = forms.ChoiceField(label=_("Measure"), required=False)
    qualifier = forms.ChoiceField(
        label=_("Hedge"),
        required=False,
        help_text=_("As the document says it; “exactly” where it does not hedge."),
    )
    value = forms.CharField(
        label=_("Number"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    of_total_qualifier = forms.ChoiceField(
        label=_("Hedge of the total"), required=False, help_text=_("Needed where there is a total.")
    )
    of_total = forms.CharField(
        label=_("Total"),
        required=False,
        help_text=_("What the number is a part of, where the document says it."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    as_of = forms.CharField(
        label=_("As of"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    document = forms.ChoiceField(label=_("Document"), required=False)
    paragraph = forms.CharField(label=_("Paragraph"), required=False, max_length=10)
    round = forms.ChoiceField(
        label=_("Round"),
        required=False,
        help_text=_("Left empty: the round that reports to the session of the document."),
    )
    meaning = forms.CharField(
        label=_("What it means in the document"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, scene: Scene, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("office", [(code, code) for code in scene.offices])
        self.offer("measure", [(code, capital(label)) for code, label in Measure.choices])
        self.offer("qualifier", Qualifier.choices)
        self.offer("of_total_qualifier", Qualifier.choices, _("No total"))
        self.offer("document", [(symbol, symbol) for symbol in sorted(scene.documents)])
        self.offer("round", [(code, code) for code in sorted(scene.rounds, reverse=True)], "–")

    @property
    def sent(self) -> Mapping[str, Any]:
        """What the form says, as the intake reads it."""
        return {name: self.cleaned_data.get(name, "") for name in READERS}


class FigureChangeForm(FigureForm):
    """The same with the reason, and the words that were read."""

    reason = forms.CharField(
        label=_("Why it is changed"),
        required=False,
        help_text=_("Stands in the history."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    base = forms.CharField(required=False, widget=forms.HiddenInput)


class ReconcileForm(Judged):
    """Why reported and counted differ; the count that was seen comes along."""

    reason = forms.CharField(
        label=_("Why the two numbers differ"),
        required=False,
        help_text=_("Holds until another number is counted or reported. Neither is changed."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    counted = forms.IntegerField(required=False, widget=forms.HiddenInput)
