"""Forms of the tokens page."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.actions.tokens import USUAL_OVERLAP
from accounts.models.scopes import Scope
from accounts.owners import Owner, grouped
from accounts.policy import Actor
from regions.texts import has_control_characters, has_direction_marks

LIFETIMES: Final = (30, 90, 180, 365)
USUAL_LIFETIME: Final = 180
OVERLAPS: Final = (0, 1, 7, 14, 30)
GOOD_FOR: Final = {
    Scope.READ: _("Read"),
    Scope.SUBMIT: _("Read and hand over answers"),
    Scope.REVIEW: _("Read and review"),
}


def in_days(days: int) -> str:
    """A length of time as a choice."""
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


class TokenForm(forms.Form):
    """A token: what it is called, whose it is, what it is good for, how long."""

    name = forms.CharField(
        label=_("Name"),
        max_length=100,
        help_text=_("Says where it is used, such as “Nightly script on the office’s server”."),
    )
    owner = forms.ChoiceField(
        label=_("Whose"),
        help_text=_("What comes with the token is done in this person’s name."),
    )
    scope = forms.ChoiceField(label=_("Good for"), widget=forms.RadioSelect)
    days = forms.TypedChoiceField(label=_("Works for"), coerce=int, initial=USUAL_LIFETIME)

    def __init__(self, *args: Any, by: Actor, owners: Sequence[Owner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.owners = {owner.key: owner for owner in owners}
        scopes = possible_scopes(by)
        choose(self.fields["owner"], grouped(owners))
        choose(self.fields["scope"], [(scope, GOOD_FOR[scope]) for scope in scopes])
        choose(self.fields["days"], [(days, in_days(days)) for days in LIFETIMES])
        self.fields["scope"].initial = scopes[0]

    def clean_name(self) -> str:
        """A name in which nothing hides."""
        name: str = self.cleaned_data["name"]
        if has_control_characters(name) or has_direction_marks(name):
            raise forms.ValidationError(gettext("The text has control characters."))
        return name

    def clean(self) -> dict[str, Any]:
        """A token is good for what its owner's role can use."""
        cleaned = super().clean() or {}
        owner, scope = cleaned.get("owner"), cleaned.get("scope")
        if owner and scope and not policy.may_give_scope(self.by, self.owners[owner].user, scope):
            self.add_error("scope", refusal(scope))
        return cleaned

    @property
    def chosen(self) -> Owner:
        """The person, and the office for which they work with the token."""
        return self.owners[self.cleaned_data["owner"]]

    @property
    def lasts(self) -> timedelta:
        """How long it works."""
        return timedelta(days=self.cleaned_data["days"])


class RotateForm(forms.Form):
    """How long the old secret works beside the new one."""

    days = forms.TypedChoiceField(
        label=_("The old secret works on for"), coerce=int, initial=USUAL_OVERLAP.days
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self.fields["days"], [(days, overlap_words(days)) for days in OVERLAPS])

    @property
    def overlap(self) -> timedelta:
        """The time in which both work."""
        return timedelta(days=self.cleaned_data["days"])


def choose(field: forms.Field, choices: Sequence[Any]) -> None:
    """The choices of a field, in the reader's language."""
    field.choices = choices  # type: ignore[attr-defined]


def possible_scopes(by: Actor) -> list[Scope]:
    """What anybody could be given whose tokens one makes."""
    if policy.is_secretariat(by):
        return list(Scope)
    return [scope for scope in Scope if scope != Scope.REVIEW]


def refusal(scope: str) -> str:
    """Why this token cannot be good for that."""
    if scope == Scope.REVIEW:
        return gettext(
            "A token to review is made by the person of the secretariat whose name it bears."
        )
    return gettext("Answers are handed over by people of the offices.")


def overlap_words(days: int) -> str:
    """Nought days is an end at once."""
    return in_days(days) if days else gettext("no time: it ends at once")
