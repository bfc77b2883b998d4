"""What a column says, as people read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from programmes.intake.columns import Choice, Column
from programmes.intake.content import EMPTY
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import Reference
from programmes.intake.scene import Scene
from programmes.keeping.fields import heading
from regions import numbers


@dataclass(frozen=True)
class Row:
    """A column before and after; what is empty is an empty text."""

    name: str
    label: str
    before: str
    after: str


def words_of(column: Column, value: Any, scene: Scene) -> str:
    """A plain value in words: a code by its word, a day in full, a record by its name."""
    if value in EMPTY:
        return ""
    if isinstance(column, Choice):
        return str(dict(column.choices).get(value, value))
    if isinstance(column, Reference):
        target = scene.targets(column.to).find(value)
        return target.label if target else str(value)
    if column.form == "day":
        return numbers.day(date.fromisoformat(value), get_language() or "en")
    if column.form == "truth":
        return _("yes") if value else _("no")
    return column.cell(value)


def rows_of(
    kind: RecordKind, differences: Mapping[str, Mapping[str, Any]], scene: Scene
) -> list[Row]:
    """The columns that differ, in the order of the kind."""
    return [
        Row(
            column.name,
            heading(column),
            words_of(column, differences[column.name]["before"], scene),
            words_of(column, differences[column.name]["after"], scene),
        )
        for column in kind.columns
        if column.name in differences
    ]


def name_of(kind: RecordKind, content: Mapping[str, Any], scene: Scene) -> str:
    """A record as people call it: by the words of what knows it."""
    said = (words_of(kind.column(name), content.get(name), scene) for name in kind.key)
    return ", ".join(each for each in said if each)
