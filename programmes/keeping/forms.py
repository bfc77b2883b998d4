"""The form of a record, driven by the columns of its kind."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.policy import Actor
from accounts.refusals import Fault
from programmes.intake.columns import ENGLISH_FIRST, Column, Content
from programmes.intake.kinds import RecordKind
from programmes.intake.scene import Scene
from programmes.keeping.fields import fields_of
from programmes.keeping.sections import HELPS, Section, sections_of

Row = dict[str, Any]

BY_ACT: Final = ("stage",)
"""Changed by acts of their own, which ask what they need; said once when a record is entered."""


class ReasonForm(forms.Form):
    """Why a record is changed or deleted, and on which words that was decided."""

    base = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1000,
        help_text=_("It stays in the history of the record, with your name."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )


class RecordForm(ReasonForm):
    """All columns of a record; nothing is judged here, only carried to the intake."""

    def __init__(
        self,
        *args: Any,
        kind: RecordKind,
        scene: Scene,
        actor: Actor,
        is_new: bool,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.kind = kind
        for name, field in fields_of(kind, scene, actor):
            if is_new or name not in BY_ACT:
                field.help_text = HELPS.get((kind.slug, name), field.help_text)
                self.fields[name] = field

    @property
    def row(self) -> Row:
        """One row of the intake: every column, as it was filled in."""
        data = self.cleaned_data
        names = (name for name in self.fields if name not in ("base", "reason"))
        row = {name: with_plain_ends(data[name]) for name in names}
        return {**row, "base": data["base"]} if data["base"] else row

    @property
    def sections(self) -> list[tuple[Section, list[BoundField]]]:
        """The fields in the sections in which a person fills them in."""
        return [
            (each, [self[name] for name in each.names if name in self.fields])
            for each in sections_of(self.kind)
        ]

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Faults of the intake beside the field that they are about."""
        for fault in faults:
            self.add_error(self.field_for(fault.pointer), fault.message)

    def field_for(self, pointer: str) -> str | None:
        """The field behind a pointer: `/rows/0/ends_on`, `/rows/0/names/fr`."""
        parts = pointer.split("/")[3:]
        if parts and parts[0] in self.fields:
            return parts[0]
        column = next((each for each in self.kind.columns if parts[:1] == [each.name]), None)
        return part_for(column, parts[-1]) if column and column.parts else None


def part_for(column: Column, language: str) -> str:
    """The field of a name in a language; that of English where none is named."""
    return (
        column.parts[ENGLISH_FIRST.index(language)]
        if language in ENGLISH_FIRST
        else column.parts[0]
    )


def with_plain_ends(value: Any) -> Any:
    """A text with the line ends that the other doors send."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def initial_of(kind: RecordKind, content: Content) -> dict[str, Any]:
    """What the record says, as the fields show it."""
    return {name: value for column in kind.columns for name, value in shown(column, content)}


def shown(column: Column, content: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The fields of a column with what stands in them."""
    value = content.get(column.name)
    if column.form == "names":
        said = value or {}
        pairs = zip(column.parts, ENGLISH_FIRST, strict=True)
        return [(part, said.get(code, "")) for part, code in pairs]
    return [(column.name, bool(value) if column.form == "truth" else column.cell(value))]


def as_dict(data: Mapping[str, Any]) -> dict[str, Any]:
    """What was posted, by name."""
    return {name: data[name] for name in data}


def sent_by(request: HttpRequest) -> QueryDict | None:
    """What a form was filled in with, be it nothing at all; a page that is opened sends none."""
    return request.POST if request.method == "POST" else None
