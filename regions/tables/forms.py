"""The form with which a table is sent, whoever asks for it."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

ACCEPTED: Final = ".xlsx,.ods,.csv"


class UploadForm(forms.Form):
    """A table that somebody filled in."""

    file = forms.FileField(
        label=_("The filled-in workbook, or a table"),
        help_text=_("xlsx, ods or csv, at most 10 MB. Nothing is stored before you have seen it."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
