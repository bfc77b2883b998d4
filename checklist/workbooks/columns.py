"""The columns of an office's table, once: for the workbook, for CSV, for writing and reading.

A column is found by its machine name or by its heading in any of the six languages, so a
table is read the same whoever made it and in whatever language.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from regions.languages import CODES
from regions.tables.folding import fold

Words = str | Promise


@dataclass(frozen=True)
class Column:
    """A column: its machine name, its heading, and what an office may do in it."""

    name: str
    heading: Words
    width: int
    guidance: Words = ""
    is_protected: bool = False
    is_hidden: bool = False
    is_field: bool = True
    """Whether the column is a field of a line; the others are there to be read by people."""


def shown(name: str, heading: Words, width: int) -> Column:
    """A column that only helps to find one's way; nothing is read from it."""
    return Column(name, heading, width, is_protected=True, is_field=False)


def hidden(name: str, heading: Words, *, is_field: bool = False) -> Column:
    """A column that the program needs and an office does not."""
    return Column(name, heading, 12, is_protected=True, is_hidden=True, is_field=is_field)


COLUMNS: Final = (
    shown("pillar", _("Pillar"), 15),
    Column("item", _("Item code"), 10, is_protected=True),
    shown("item_title", _("Title of the item"), 32),
    Column("subject", _("Subject code"), 11, is_protected=True),
    shown("subject_name", _("Name of the subject"), 17),
    shown("progress", _("Progress"), 13),
    shown("returned_because", _("Why it was returned"), 24),
    shown("last_kind", _("Verdict of the last round"), 14),
    shown("last_narrative", _("What was in place in the last round"), 36),
    Column(
        "reexamined",
        _("Same as last round"),
        12,
        _("Yes, if the answer carried over still holds. What you change counts as yours anyway."),
    ),
    Column("kind", _("Verdict"), 15, _("From the list. A row without a verdict is not read.")),
    Column("narrative", _("What is in place"), 48, _("Text of up to 5,000 characters.")),
    Column("language", _("Language"), 12, _("The language the text is written in.")),
    Column(
        "constraints",
        _("Why not full"),
        26,
        _("For “partial” and “not started”, from the list; several with a semicolon between them."),
    ),
    Column("next_step", _("Next step"), 30, _("What will be done next.")),
    Column("next_step_due", _("Next step due"), 13, _("A day, such as 2026-05-31.")),
    Column("as_of", pgettext_lazy("answer", "As of"), 13, _("The day on which this was so.")),
    Column(
        "evidence",
        _("Evidence"),
        26,
        _("For “full”: the id from the sheet of evidence; several with a semicolon between them."),
    ),
    Column("not_applicable_reason", _("Why not applicable"), 30, _("For “not applicable”.")),
    hidden("base_version", _("Version"), is_field=True),
    hidden("row", _("Row")),
    hidden("prefilled", _("Digest of the row as it was given out")),
)
CORRECTION: Final = shown("correction", _("What to correct"), 44)
"""The first column of a copy that comes back with its faults marked."""

BY_NAME: Final = {column.name: column for column in (*COLUMNS, CORRECTION)}
FIELD_NAMES: Final = tuple(column.name for column in COLUMNS if column.is_field)
NEEDED: Final = ("item", "subject", "kind")


@cache
def names_by_heading() -> dict[str, str]:
    """The column that a head means, as it reads when folded: machine name or any language."""
    found = {}
    for code in CODES:
        with override(code):
            found.update({fold(str(each.heading)): name for name, each in BY_NAME.items()})
    return {**found, **{fold(name): name for name in BY_NAME}}


def column_named(head: str) -> str:
    """The machine name of the column with this head; nothing if no column has it."""
    return names_by_heading().get(fold(head), "")
