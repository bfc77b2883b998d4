"""Forms of the import of a joint work plan: the file, and how its columns are understood."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programmes.workplans.fields import FIELDS
from programmes.workplans.mapping import Mapped, Said
from regions.tables.forms import ACCEPTED
from regions.tables.grid import letters
from regions.texts import has_control_characters

COLUMN: Final = "column-{}"


class SaidForm(forms.Form):
    """What a reader says of an export as a whole."""

    year = forms.IntegerField(
        label=_("Year of the plan"),
        required=False,
        min_value=2000,
        max_value=2100,
        help_text=_("Only where it stands neither in a column nor in the name of the plan."),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=250,
        help_text=_("Where the export is from, as it is to be cited: UN INFO, open data portal."),
    )
    exported_on = forms.DateField(
        label=_("Day of the export"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_source(self) -> str:
        """A citation that a reader can see."""
        source: str = self.cleaned_data["source"]
        if has_control_characters(source):
            raise forms.ValidationError(_("A text has control characters."), code="bad_character")
        return source

    def said(self, columns: Mapping[int, str] | None = None) -> Said:
        """The same as a plain value."""
        given: dict[str, Any] = self.cleaned_data
        day: date | None = given["exported_on"]
        return Said(given["year"], given["source"], day, columns)


class PlanFileForm(SaidForm):
    """The export itself."""

    file = forms.FileField(
        label=_("The exported table"),
        help_text=_("xlsx, ods or csv, at most 10 MB. Nothing is stored before you have seen it."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.order_fields(["file", "source", "exported_on", "year"])


class ColumnsForm(SaidForm):
    """What each column is, to be corrected."""

    def __init__(self, data: Any, *, mapped: Mapped, said: Said) -> None:
        given = {"year": said.year, "source": said.source, "exported_on": said.exported_on}
        super().__init__(data, initial=given)
        self.width = max((len(row) for row in mapped.grid.rows[mapped.head :]), default=0)
        for at in range(self.width):
            self.fields[COLUMN.format(at)] = column_field(at, mapped)

    def columns(self) -> dict[int, str]:
        """The columns that are read."""
        chosen = {at: self.cleaned_data[COLUMN.format(at)] for at in range(self.width)}
        return {at: name for at, name in chosen.items() if name}


def column_field(at: int, mapped: Mapped) -> forms.ChoiceField:
    """The choice for one column."""
    label = gettext("Column %(column)s is read as") % {"column": letters(at)}
    choices = [("", _("not read")), *((field.name, field.label) for field in FIELDS)]
    initial = mapped.columns.get(at, "")
    return forms.ChoiceField(label=label, choices=choices, required=False, initial=initial)


class ApplyForm(forms.Form):
    """The act itself; what has vanished is deleted only with the count that was shown."""

    remove = forms.IntegerField(required=False, min_value=1)
