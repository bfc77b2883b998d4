"""Forms of the workbook's pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from regions.languages import CODES
from regions.templatetags.addresses import OWN_NAMES


class WorkbookForm(forms.Form):
    """In which language a workbook is wanted."""

    language = forms.ChoiceField(
        label=_("Language of the workbook"),
        choices=[(code, OWN_NAMES[code]) for code in CODES],
    )


class HandInForm(forms.Form):
    """What goes with the lines of a table."""

    note = forms.CharField(
        label=_("Note to the secretariat"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
