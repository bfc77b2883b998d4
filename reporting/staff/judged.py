"""Forms whose faults come from the act, and which somebody else may be faster to save."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.refusals import Fault
from programmes.keeping.forms import as_dict
from programmes.keeping.words import Row

CHOOSE = ("", _("Choose"))
Values = Mapping[str, Any]
"""A record as the controls of a form have it."""


class Judged(forms.Form):
    """A form whose faults come from the act."""

    conflict: Sequence[Row] = ()
    """Where somebody changed the record meanwhile: the fields in which form and record differ."""

    def offer(self, name: str, choices: Sequence[tuple[str, Any]], none: Any = "") -> None:
        """The codes of a control, after the one that says nothing."""
        field: Any = self.fields[name]
        field.choices = [("", none or CHOOSE[1]), *choices]

    def take(self, faults: Sequence[Fault]) -> None:
        """Each fault at its control; one of the whole stands above."""
        for fault in faults:
            name = self.control_of(fault.pointer)
            self.add_error(name if name in self.fields else None, fault.message)

    def control_of(self, pointer: str) -> str:
        """The control that a pointer into what was sent speaks of."""
        return pointer.removeprefix("/")

    def overtake(self, stands: Values) -> None:
        """What was filled in stays, made on what stands now; both are told apart."""
        self.conflict = both_values(self, stands)
        hidden = {each.name for each in self.hidden_fields()}
        now = {name: value for name, value in stands.items() if name in hidden}
        self.data = {**as_dict(self.data), **now}


class Versioned(Judged):
    """A form made on the version of a record that was read."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def base_version(self) -> int:
        """The version that was read; a form that lost it is as stale as an old one."""
        version: int | None = self.cleaned_data.get("version")
        return version or 0


def labels_of(*forms_: type[forms.Form]) -> dict[str, Any]:
    """The names of fields as the controls have them, for a history."""
    return {name: field.label for each in forms_ for name, field in each.base_fields.items()}


def both_values(form: forms.Form, stands: Values) -> list[Row]:
    """The fields in which form and record differ, both values of each as people read them."""
    fields = [each for each in form.visible_fields() if each.name in stands]
    rows = [
        Row(each.name, str(each.label), words_of(each, stands[each.name]), words_of(each, sent))
        for each, sent in ((each, each.value()) for each in fields)
    ]
    return [row for row in rows if row.before != row.after]


def words_of(field: forms.BoundField, value: Any) -> str:
    """A value of a control; a code by its word."""
    text = "" if value is None else str(value).replace("\r\n", "\n").strip()
    known = dict(getattr(field.field, "choices", ()))
    return str(known.get(text, text)) if text else ""


def settled(request: HttpRequest, stands: Values) -> dict[str, Any] | None:
    """What was sent, and what stands where that was chosen; a page that is opened sends none."""
    if request.method != "POST":
        return None
    chosen = {name for name in stands if request.POST.get(f"use_{name}") == "theirs"}
    return {**as_dict(request.POST), **{name: stands[name] for name in chosen}}
