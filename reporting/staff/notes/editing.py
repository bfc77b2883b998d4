"""The page of one paragraph: how it reads, last round's beside it, its translations, figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from regions.foreign import direction, language_name
from reporting.actions.notes import note_before
from reporting.actions.translations import pair_digest
from reporting.models import Paragraph, ParagraphTranslation
from reporting.pages.note import Line as Exhibit
from reporting.papers.latest import figures_of, shown
from reporting.papers.living import Look, Pieces, look_at
from reporting.papers.notation import bounds, parse
from reporting.papers.wording import Worded, worded
from reporting.parity.states import State
from reporting.staff.notes.marks import sentences_of
from reporting.staff.notes.scene import NoteScene
from reporting.staff.notes.shown import exhibit_of

WRITTEN: tuple[State, ...] = (State.DRAFT, State.REVIEWED, State.OUTDATED)


@dataclass(frozen=True)
class Read:
    """A text as it reads now, and what is to be looked at in it."""

    pieces: Pieces
    marks: Sequence[str]
    language: str = "en"
    exhibit: Exhibit | None = None

    @property
    def direction(self) -> str:
        """Which way it runs."""
        return direction(self.language)


def read_typed(scene: NoteScene, text: str, kind: str, seen: dict[str, str] | None) -> Read:
    """What is typed, as it would read."""
    is_exhibit = kind == Paragraph.Kind.EXHIBIT
    pieces = Look(scene.figures, seen=seen, is_exhibit=is_exhibit).pieces(" ".join(text.split()))
    return Read(pieces, sentences_of(pieces), exhibit=exhibit_of(pieces, scene.figures))


@dataclass(frozen=True)
class Before:
    """Last round's paragraph of the same key, as it read then."""

    round: str
    read: Read
    text: str


def before(scene: NoteScene, key: str) -> Before | None:
    """Nothing where the last note had no such paragraph."""
    last = note_before(scene.round)
    found = last.paragraphs.filter(key=key).first() if last else None
    if last is None or found is None:
        return None
    look = look_at(found, figures_of(shown(last.round)))
    return Before(last.round.code, Read(look.pieces(found.text), []), found.text)


@dataclass(frozen=True)
class Translated:
    """A translation: how it reads beside its original, its state, and what can be done with it."""

    code: str
    name: str
    state: State
    read: Read | None
    by: str
    reviewed: ParagraphTranslation | None
    digest: str
    may_review: bool
    may_take_back: bool
    url: str


def translated(scene: NoteScene, row: Worded) -> Translated:
    """One paragraph in one language."""
    found = row.translation
    return Translated(
        code=row.language,
        name=language_name(row.language),
        state=row.state,
        read=read_translated(scene, row, found.text) if found else None,
        by=str(found.updated_by or "") if found else "",
        reviewed=found if found and found.reviewed_at else None,
        digest=pair_digest(row.paragraph, found) if found else "",
        may_review=row.state in {State.DRAFT, State.OUTDATED},
        may_take_back=bool(found and found.reviewed_at),
        url=scene.url("note-translation", key=row.paragraph.key, language=row.language),
    )


def read_translated(scene: NoteScene, row: Worded, text: str) -> Read:
    """A translation as it reads; figures that it lacks or has beyond its original are told."""
    pieces = Look(scene.figures, row.language, row.paragraph.text).pieces(text)
    told = [*sentences_of(pieces), *unequal(row.paragraph.text, text)]
    return Read(pieces, told, row.language)


def unequal(original: str, text: str) -> list[str]:
    """Figures that stand in one of two texts alone."""
    wanted, found = named_in(original), named_in(text)
    lacking = _("%(written)s stands in the original and not in the translation.")
    beyond = _("%(written)s stands in the translation and not in the original.")
    return [
        *(lacking % {"written": each} for each in wanted if each not in found),
        *(beyond % {"written": each} for each in found if each not in wanted),
    ]


def named_in(text: str) -> list[str]:
    """The figures and names of a text, each once."""
    return list(dict.fromkeys(each.written for each in bounds(parse(text))))


def translations(scene: NoteScene, paragraph: Paragraph) -> list[Translated]:
    """The five translations of a paragraph; a table needs none."""
    if paragraph.kind == Paragraph.Kind.EXHIBIT:
        return []
    rows = [next(worded([paragraph], code)) for code in ParagraphTranslation.LANGUAGES]
    return [translated(scene, row) for row in rows]


def name_of(scene: NoteScene, paragraph: Paragraph) -> str:
    """What a paragraph is called on pages: its number where it bears one."""
    number = scene.numbers.get(paragraph.key)
    if number:
        return _("Paragraph %(n)d") % {"n": number}
    labels: dict[str, Any] = {
        "title": _("Title of the note"),
        "heading": _("Heading"),
        "subheading": _("Subheading"),
        "exhibit": _("Table or chart"),
    }
    return str(labels[paragraph.kind])
