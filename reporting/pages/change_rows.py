"""What became of an answer: from what to what, whose it is, why, and on which basis."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reporting.pages.answers import EvidenceRow, answer_address, evidence_row
from reporting.pages.editions import Reading
from reporting.pages.moves import mark_notes, move_note, move_word
from reporting.pages.parts import named, shown_title
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tiles import team_address, team_name
from reporting.pages.verdicts import verdict_word
from reporting.pages.words import language_tag
from reporting.snapshots.movement import LAPSED, Move

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ChangeRow:
    """An answer from what to what, whose, why and on which basis."""

    before: str
    kind: str
    move: str
    word: str
    note: str
    marks: list[str]
    code: str
    item: str
    item_url: str
    who: str
    who_url: str
    words: str
    language: str
    evidence: list[EvidenceRow]


def change_row(reading: Reading, row: Row) -> ChangeRow:
    """One answer; a verdict that stayed is named once."""
    item = item_of(reading, row)
    return ChangeRow(
        before=row["before"] or "",
        kind=row["kind"] or "",
        move=row["move"],
        word=move_word(row["move"]),
        note=move_note(row["move"], item_is_new=row["item_is_new"]),
        marks=mark_notes(row["marks"]),
        code=row["item"],
        item=shown_title(item) if item else row["item"],
        item_url=place(reading, row) if item and item["levels"] else "",
        who=who(row),
        who_url=who_url(reading, row),
        words=row["words"],
        language=language_tag(row["language"]),
        evidence=[evidence_row(each) for each in row["evidence"]],
    )


def item_of(reading: Reading, row: Row) -> Row | None:
    """The item of an answer, as the page names it."""
    return next((each for each in reading.section["items"] if each["code"] == row["item"]), None)


def place(reading: Reading, row: Row) -> str:
    """Where the whole answer stands; of one that is asked no more, where its item stands."""
    if row["move"] == Move.GONE:
        return reading.to("item", code=row["item"])
    return answer_address(reading, row)


def who(row: Row) -> str:
    """Who gave the answer."""
    if row["level"] == "G":
        return _("UN-Habitat as a whole")
    return team_name(row) if row["countries"] else named(row)


def who_url(reading: Reading, row: Row) -> str:
    """The page of the country, the team or the office; none for who is asked no more."""
    if row["move"] == Move.GONE:
        return ""
    if row["team"]:
        return team_address(reading, {**row, "code": row["team"]})
    return reading.to("office", code=row["office"])


def changes_sheet(reading: Reading) -> Sheet:
    """The list as data: what the filters leave, all of it."""
    columns = [
        Column(_("Item"), "#indicator+code"),
        Column(_("Title"), "#indicator+name"),
        Column(_("Code"), "#org+code"),
        Column(_("Who answers"), "#org+name"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Change"), "#status+change"),
        Column(_("Before"), "#status+before"),
        Column(_("Now"), "#status+now"),
        Column(_("Evidence lapsed"), "#status+evidence"),
        Column(_("What happened"), "#description"),
        Column(_("Basis"), "#meta+source"),
    ]
    return Sheet(_("What changed"), columns, (change_cells(reading, row) for row in reading.rows))


def change_cells(reading: Reading, row: Row) -> list[Cell]:
    """One row of it."""
    shown = change_row(reading, row)
    return [
        *(row["item"], str(shown.item), row["subject"], shown.who, row["office"], shown.word),
        verdict_word(shown.before) if shown.before else "",
        verdict_word(shown.kind) if shown.kind else "",
        _("Yes") if LAPSED in row["marks"] else _("No"),
        shown.words,
        "; ".join(piece.reference or piece.title for piece in shown.evidence),
    ]
