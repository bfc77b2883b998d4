"""Forms of what is said with a publication: words of a headline, the reason of a withdrawal."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regions.languages import CODES
from reporting.staff.judged import Judged

ENGLISH_FIRST = sorted(CODES, key=lambda code: code != "en")


class HeadlineForm(Judged):
    """One field for each language; the act judges the words."""

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


class WithdrawForm(Judged):
    """Why, and the words that show that one knows which publication this is."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        help_text=_("Stands at the address of the publication for good."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    words = forms.CharField(
        label=_("Typed words"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "mono"}),
    )

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = words

    def clean_words(self) -> str:
        """Letter for letter, checked again by the server."""
        typed: str = self.cleaned_data["words"].strip()
        if typed != self.expected:
            raise forms.ValidationError(
                gettext("Type exactly: %(words)s"), params={"words": self.expected}
            )
        return typed
