"""The page of an issue: the other languages, and what is to note before the words are typed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.foreign import language_name
from regions.languages import CODES
from regions.sentences import number
from reporting.note_blockers import Planned
from reporting.papers.living import BARE, CHANGED, look_at, marked
from reporting.papers.wording import ENGLISH, counted
from reporting.parity.states import State
from reporting.staff.notes.scene import NoteScene


@dataclass(frozen=True)
class Choice:
    """A language of the page."""

    name: str
    url: str
    is_current: bool


def others(scene: NoteScene, language: str) -> list[Choice]:
    """The six languages, English first."""
    order = sorted(CODES, key=lambda code: code != ENGLISH)
    url = scene.url("note-issue")
    return [Choice(language_name(code), f"{url}?language={code}", code == language)
            for code in order]  # fmt: skip


def notes_on(planned: Planned) -> list[str]:
    """What does not stand in the way and yet is to be known."""
    kinds = [
        {mark.kind for mark in marked(look_at(each.paragraph, planned.figures).pieces(
            each.paragraph.text))}
        for each in planned.rows
    ]  # fmt: skip
    drafts = counted(planned.rows)[State.DRAFT]
    told = [
        (sum(CHANGED in each for each in kinds), changed),
        (sum(BARE in each for each in kinds), bare),
        (drafts, unreviewed),
    ]
    open_symbol = "" if planned.note.symbol else _("The note has no symbol; its place stays open.")
    return [*(words(n) for n, words in told if n), *([open_symbol] if open_symbol else [])]


def changed(n: int) -> str:
    """Figures that moved since the words around them were read."""
    words = ngettext(
        "%(n)s paragraph has figures that read otherwise than when it was last looked at.",
        "%(n)s paragraphs have figures that read otherwise than when they were last looked at.",
        n,
    )
    return words % {"n": number(n)}


def bare(n: int) -> str:
    """Numbers that do not follow the data."""
    words = ngettext(
        "%(n)s paragraph has a number that is bound to no figure.",
        "%(n)s paragraphs have numbers that are bound to no figure.",
        n,
    )
    return words % {"n": number(n)}


def unreviewed(n: int) -> str:
    """Translations that nobody has stood for."""
    words = ngettext(
        "%(n)s translation is a draft that nobody has reviewed.",
        "%(n)s translations are drafts that nobody has reviewed.",
        n,
    )
    return words % {"n": number(n)}
