"""The form of an extension: a later last day, agreed on a day, with a note."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.refusals import Fault
from programmes.keeping.forms import ReasonForm

COLUMNS: Final = ("ends_on", "extended_on", "extension_note")


class ExtensionForm(ReasonForm):
    """What changes when a framework is extended; the rest stays as it stands."""

    ends_on = forms.CharField(
        label=_("New last day"),
        required=False,
        widget=forms.TextInput(attrs={"type": "date"}),
    )
    extended_on = forms.CharField(
        label=_("Agreed on"),
        required=False,
        widget=forms.TextInput(attrs={"type": "date"}),
        help_text=_("The day on which the extension was agreed."),
    )
    extension_note = forms.CharField(
        label=_("Note on the extension"),
        required=False,
        help_text=_("Who agreed to it and where it is written."),
    )
    field_order = (*COLUMNS, "reason")

    @property
    def row(self) -> dict[str, Any]:
        """The columns of the extension."""
        return {name: self.cleaned_data[name] for name in (*COLUMNS, "base")}

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Faults of the intake beside the field that they are about."""
        for fault in faults:
            name = fault.pointer.rpartition("/")[2]
            self.add_error(name if name in self.fields else None, fault.message)
