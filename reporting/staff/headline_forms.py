"""Forms of what is said with a publication: words of a headline, the reason of a withdrawal."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from regions.languages import CODES
from reporting.staff.forms import TypedWords
from reporting.staff.judged import Judged

ENGLISH_FIRST = sorted(CODES, key=lambda code: code != "en")


class HeadlineForm(Judged):
    """One field for each language, and the words that were read; the act judges them."""

    base = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(settings.LANGUAGES)
        for code in ENGLISH_FIRST:
            area = forms.Textarea(attrs={"rows": 2, "lang": code, "dir": "auto"})
            self.fields[code] = forms.CharField(label=names[code], required=False, widget=area)
        self.fields["en"].help_text = _("Needed. A language left empty keeps the rule’s sentence.")

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, by language."""
        return {code: self.cleaned_data.get(code, "") for code in CODES}


class WithdrawForm(Judged, TypedWords):
    """Why, and the words that show that one knows which publication this is."""

    field_order = ("reason", "words")

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        help_text=_("Stands at the address of the publication for good."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
