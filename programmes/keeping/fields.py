"""The control of each column: what a person fills in, as plain text; the intake judges it."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from programmes.intake.columns import ENGLISH_FIRST, Choice, Column
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import Reference
from programmes.intake.scene import Scene
from regions.templatetags.addresses import OWN_NAMES

NOTHING: Final = ("", "–")


def heading(column: Column) -> str:
    """The words of a column, as the head of a field."""
    return str(capfirst(str(column.label)))


def fields_of(kind: RecordKind, scene: Scene, actor: Actor) -> Iterator[tuple[str, forms.Field]]:
    """The fields of a kind by name; a name in six languages is six fields."""
    for column in kind.columns:
        if column.form == "names":
            yield from name_fields(column)
        else:
            yield column.name, field_of(column, kind, scene, actor)


def field_of(column: Column, kind: RecordKind, scene: Scene, actor: Actor) -> forms.Field:
    """The field of one column. None is required here: what is missing is the intake's to say."""
    if column.form == "truth":
        return forms.BooleanField(label=heading(column), required=False)
    widget = WIDGETS.get(column.form, text)(column)
    if isinstance(column, Choice):
        widget = forms.Select(choices=choices_of(column))
    elif isinstance(column, Reference):
        own = column.name == kind.owner
        widget = forms.Select(choices=[NOTHING, *targets_of(column, scene, actor, own=own)])
    return forms.CharField(
        label=heading(column), required=False, widget=widget, help_text=str(column.help)
    )


def choices_of(column: Choice) -> list[tuple[str, Any]]:
    """The words to choose from; nothing is one of them where the column has no word for it."""
    codes = [code for code, _words in column.choices]
    return [*([] if column.empty in codes else [NOTHING]), *column.choices]


def targets_of(
    column: Reference, scene: Scene, actor: Actor, *, own: bool
) -> Iterator[tuple[str, str]]:
    """The records that can be named; of those that own a record only one's own."""
    for key, target in scene.targets(column.to).by_key.items():
        if not own or policy.may_keep_for(actor, target.office):
            yield key, f"{target.label} ({key})"


def name_fields(column: Column) -> Iterator[tuple[str, forms.Field]]:
    """A field for each language."""
    for part, code in zip(column.parts, ENGLISH_FIRST, strict=True):
        words = _("%(field)s, in %(language)s")
        label = words % {"field": heading(column), "language": OWN_NAMES[code]}
        box = forms.TextInput(attrs={"lang": code, "dir": "auto"})
        yield part, forms.CharField(label=label, required=False, widget=box)


def text(column: Column) -> forms.Widget:
    """A line of text."""
    return forms.TextInput(attrs={"dir": "auto"})


def prose(column: Column) -> forms.Widget:
    """Several sentences."""
    return forms.Textarea(attrs={"rows": 4, "dir": "auto"})


def day(column: Column) -> forms.Widget:
    """A day, from the calendar of the browser."""
    return forms.TextInput(attrs={"type": "date"})


def number(column: Column) -> forms.Widget:
    """Digits."""
    return forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"})


def money(column: Column) -> forms.Widget:
    """An amount."""
    return forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr"})


def code(column: Column) -> forms.Widget:
    """A code of letters and digits, written from left to right."""
    return forms.TextInput(attrs={"dir": "ltr"})


WIDGETS: Final[dict[str, Callable[[Column], forms.Widget]]] = {
    "prose": prose,
    "day": day,
    "number": number,
    "money": money,
    "code": code,
    "countries": code,
}
