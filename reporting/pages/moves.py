"""The words of what became of an answer, the same on every page."""

from typing import Final

from django.utils.translation import gettext_lazy, pgettext_lazy

from reporting.snapshots.movement import LAPSED, OLDER, STAYED, Move

WORDS: Final = {
    Move.UP: pgettext_lazy("an answer", "Moved up"),
    Move.DOWN: pgettext_lazy("an answer", "Moved down"),
    Move.FIRST: gettext_lazy("Assessed for the first time"),
    Move.LOST: gettext_lazy("No longer assessed"),
    Move.NOT_APPLICABLE: gettext_lazy("Newly not applicable"),
    Move.APPLICABLE: gettext_lazy("Applicable again"),
    Move.REWORDED: gettext_lazy("Wording changed"),
    Move.NEW: gettext_lazy("Newly asked"),
    Move.GONE: gettext_lazy("No longer asked"),
    Move.CONFIRMED: gettext_lazy("Confirmed unchanged"),
    Move.CARRIED: gettext_lazy("Merely carried over"),
    Move.SILENT: gettext_lazy("Not assessed in either round"),
    STAYED: gettext_lazy("Unchanged"),
    LAPSED: gettext_lazy("Evidence lapsed"),
    OLDER: gettext_lazy("Only older evidence"),
}
NOTES: Final = {
    Move.REWORDED: gettext_lazy("The item is asked in other words: not compared."),
    Move.NEW: gettext_lazy("Not asked here before."),
    Move.GONE: gettext_lazy("Asked in the last round, and not in this one."),
    Move.CARRIED: gettext_lazy("Carried over: nobody has confirmed it in this round."),
    Move.LOST: gettext_lazy("No answer accepted in this round."),
    Move.SILENT: gettext_lazy("No answer accepted in this round."),
}
"""What a reader must know of a move that the two verdicts do not say."""

NEW_ITEM: Final = gettext_lazy("The item is new in this round.")
MARKS: Final = {
    LAPSED: gettext_lazy("Evidence was named in the last round; none is named now."),
    OLDER: gettext_lazy("All of it is dated before the last round closed."),
}


def move_word(move: str) -> str:
    """A move or a mark as a filter and a cell name it."""
    return str(WORDS[move])


def move_note(move: str, *, item_is_new: bool = False) -> str:
    """What is to be known of it, in one sentence; most moves need none."""
    if move == Move.NEW and item_is_new:
        return str(NEW_ITEM)
    return str(NOTES.get(Move(move), ""))


def mark_notes(marks: list[str]) -> list[str]:
    """What is to be known of the evidence."""
    return [str(MARKS[mark]) for mark in marks]
