"""Forms of the workbook's pages."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from regions.languages import CODES
from regions.templatetags.addresses import OWN_NAMES

ACCEPTED: Final = ".xlsx,.ods,.csv"


class WorkbookForm(forms.Form):
    """In which language a workbook is wanted."""

    language = forms.ChoiceField(
        label=_("Language of the workbook"),
        choices=[(code, OWN_NAMES[code]) for code in CODES],
    )


class UploadForm(forms.Form):
    """The table that an office filled in."""

    file = forms.FileField(
        label=_("The filled-in workbook, or a table"),
        help_text=_("xlsx, ods or csv, at most 10 MB. Nothing is stored before you have seen it."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )


class HandInForm(forms.Form):
    """What goes with the lines of a table."""

    note = forms.CharField(
        label=_("Note to the secretariat"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
