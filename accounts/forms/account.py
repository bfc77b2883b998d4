"""The form of one's own account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from regions.languages import CODES
from regions.templatetags.addresses import OWN_NAMES


class AccountForm(forms.Form):
    """Language, and whether reminders come by mail."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=[(code, OWN_NAMES[code]) for code in CODES],
        help_text=_("Mail comes in this language. Each page can be read in all six."),
    )
    wants_reminders = forms.BooleanField(
        label=_("Reminders by e-mail"),
        required=False,
        help_text=_(
            "What is due, returned, accepted or corrected, and tokens that end: "
            "one mail a day at most, none on a day without news."
        ),
    )
