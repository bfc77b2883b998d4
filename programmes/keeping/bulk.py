"""Bulk edit: the columns that many records are changed in at once, one small form for each."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.http import QueryDict

from accounts.policy import Actor
from programmes.intake.columns import Choice, Column
from programmes.intake.content import digest
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import Plan, row_number
from programmes.keeping.fields import field_of, heading
from programmes.keeping.forms import BY_ACT, as_dict, shown, with_plain_ends
from programmes.keeping.standing import Standing
from programmes.keeping.words import Row, name_of, rows_of

SIZE: Final = 50
FORMS: Final = ("choice", "day", "truth", "text", "number", "money")


def editable(kind: RecordKind) -> list[Column]:
    """What does not tell which record it is, and fits into a cell."""
    return [
        each
        for each in kind.columns
        if each.form in FORMS and each.name not in (*kind.key, kind.owner, *BY_ACT)
    ]


def filtering(kind: RecordKind) -> list[Choice]:
    """The columns with few codes by which the records can be narrowed: the first three."""
    return [each for each in kind.columns if isinstance(each, Choice)][:3]


class RowForm(forms.Form):
    """The editable columns of one record, and the words on which they are edited."""

    base = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None, stands: Standing, actor: Actor) -> None:
        kind, content = stands.kind, stands.content
        self.stands, self.name = stands, name_of(kind, content, stands.scene)
        columns = editable(kind)
        initial = {name: value for each in columns for name, value in shown(each, content)}
        prefix = f"r{stands.record.pk}"
        super().__init__(data, prefix=prefix, initial={**initial, "base": stands.base})
        for each in columns:
            control = field_of(each, kind, stands.scene, actor)
            control.help_text = ""
            control.widget.attrs["aria-label"] = f"{heading(each)}, {self.name}"
            self.fields[each.name] = control

    @property
    def row(self) -> dict[str, Any]:
        """One row of the intake."""
        said = {name: with_plain_ends(value) for name, value in self.cleaned_data.items()}
        return {"id": self.stands.record.pk, **said}

    @property
    def cells(self) -> list[Any]:
        """The fields in the order of the columns."""
        return [self[name] for name in self.fields if name != "base"]


@dataclass(frozen=True)
class Change:
    """What would change in one record."""

    name: str
    rows: list[Row]
    is_moved: bool


@dataclass
class Bulk:
    """The forms of a page of records, and what they would change."""

    kind: RecordKind
    forms: Sequence[RowForm]
    plan: Plan | None = None
    moved: set[int] = field(default_factory=set)

    @property
    def headings(self) -> list[str]:
        """The heads of the columns."""
        return [heading(each) for each in editable(self.kind)]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows as they were filled in."""
        return [form.row for form in self.forms if form.is_valid()]

    @property
    def seen(self) -> str:
        """The rows as a short name: what is saved is what was looked at."""
        text = json.dumps([{**row, "base": ""} for row in self.rows], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def judge(self, plan: Plan) -> None:
        """Faults beside their fields; rows made on old words are made on the present ones now."""
        self.plan = plan
        for fault in plan.faults:
            form = self.forms[max(row_number(fault), 1) - 1]
            name = fault.pointer.split("/")[3:4]
            form.add_error(name[0] if name and name[0] in form.fields else None, fault.message)
        for form, row in zip(self.forms, plan.rows, strict=True):
            now = digest(row.before or {})
            if row.differences and form.cleaned_data.get("base") != now:
                self.moved.add(row.number)
            form.data = {**as_dict(form.data), f"{form.prefix}-base": now}

    @property
    def changes(self) -> list[Change]:
        """Record by record, what would be stored."""
        if self.plan is None:
            return []
        return [
            Change(
                self.forms[row.number - 1].name,
                rows_of(self.kind, row.differences, self.plan.scene),
                row.number in self.moved,
            )
            for row in self.plan.changing
        ]

    @property
    def faulty(self) -> list[RowForm]:
        """The records with something to correct."""
        return [form for form in self.forms if form.is_bound and form.errors]


def forms_for(data: QueryDict | None, records: Iterable[Standing], actor: Actor) -> list[RowForm]:
    """A form for each record."""
    return [RowForm(data, stands, actor) for stands in records]
