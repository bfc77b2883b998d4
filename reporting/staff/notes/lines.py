"""The note as the list of its paragraphs shows it: how each reads, and how it is translated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from regions.foreign import language_name
from regions.sentences import number
from reporting.actions.paragraphs import reading_digest
from reporting.models import IssuedNote, Paragraph, ParagraphTranslation
from reporting.pages.note import Line as Exhibit
from reporting.pages.words import capital
from reporting.papers.living import CHANGED, Pieces, marked, readings
from reporting.papers.wording import Worded, counted, worded
from reporting.parity.states import State
from reporting.rebuilding import edition_of
from reporting.staff.notes.marks import sentences_of
from reporting.staff.notes.scene import NoteScene
from reporting.staff.notes.shown import exhibit_of


@dataclass(frozen=True)
class Line:
    """A paragraph: how it reads now, what is marked in it, what can be done with it."""

    key: str
    kind: str
    kind_label: str
    number: int | None
    pieces: Pieces
    exhibit: Exhibit | None
    marks: Sequence[str]
    read: str
    states: Sequence[tuple[str, str, str, str]]
    url: str
    act_url: str
    is_first: bool
    is_last: bool


def lines(scene: NoteScene) -> Iterator[Line]:
    """Every paragraph, in the order of the note."""
    last = len(scene.paragraphs)
    for place, each in enumerate(scene.paragraphs, 1):
        pieces = scene.reading[each.key]
        yield Line(
            key=each.key,
            kind=each.kind,
            kind_label=capital(each.get_kind_display()),
            number=scene.numbers.get(each.key),
            pieces=pieces,
            exhibit=exhibit_of(pieces, scene.figures),
            marks=sentences_of(pieces),
            read=read_of(each, scene, pieces),
            states=states_of(each, scene),
            url=scene.url("note-paragraph", key=each.key),
            act_url=scene.url("note-act", key=each.key),
            is_first=place == 1,
            is_last=place == last,
        )


def read_of(each: Paragraph, scene: NoteScene, pieces: Pieces) -> str:
    """What is sent when a changed figure was read again; nothing where none changed."""
    if not any(mark.kind == CHANGED for mark in marked(pieces)):
        return ""
    return reading_digest(each.text, readings(each.text, scene.figures))


def states_of(each: Paragraph, scene: NoteScene) -> list[tuple[str, str, str, str]]:
    """The state of each translation: code, state, words, page. A table needs none."""
    if each.kind == Paragraph.Kind.EXHIBIT:
        return []
    found = [next(worded([each], code)) for code in ParagraphTranslation.LANGUAGES]
    return [
        (
            row.language,
            str(row.state),
            f"{language_name(row.language)}: {row.state.label}",
            scene.url("note-translation", key=each.key, language=row.language),
        )
        for row in found
    ]


@dataclass(frozen=True)
class Parity:
    """How far the note is in a language, and what was issued of it."""

    code: str
    name: str
    counts: Sequence[int]
    reviewed: int
    written: int
    is_held_back: bool
    issue: IssuedNote | None
    issued_url: str
    url: str
    issue_url: str


COLUMNS = (State.REVIEWED, State.DRAFT, State.OUTDATED, State.MISSING)


def parities(scene: NoteScene) -> list[Parity]:
    """The five languages into which the note is translated, after English."""
    issues = issues_of(scene)
    return [parity(scene, code, issues) for code in ("en", *ParagraphTranslation.LANGUAGES)]


def issues_of(scene: NoteScene) -> dict[str, IssuedNote]:
    """The last issue in each language for the latest publication of the round that has one."""
    rows = IssuedNote.objects.filter(publication__round=scene.round).defer("text")
    order = ("publication__number", "number")
    return {
        each.language: each for each in rows.select_related("publication__round").order_by(*order)
    }


def parity(scene: NoteScene, code: str, issues: dict[str, IssuedNote]) -> Parity:
    """One language; English has no translation to count."""
    found = counted(list(worded(scene.paragraphs, code)))
    total = sum(found[state] for state in COLUMNS)
    return Parity(
        code=code,
        name=language_name(code),
        counts=[found[state] for state in COLUMNS] if code != "en" else [],
        reviewed=share(found[State.REVIEWED], total),
        written=share(found[State.REVIEWED] + found[State.DRAFT], total),
        is_held_back=bool(scene.note and code in scene.note.held_back),
        issue=issues.get(code),
        issued_url=issued_url(issues.get(code)),
        url=scene.url("note-language", language=code) if code != "en" else "",
        issue_url=f"{scene.url('note-issue')}?language={code}",
    )


def issued_url(issue: IssuedNote | None) -> str:
    """Where an issue is read, in its language."""
    if issue is None:
        return ""
    with override(issue.language):
        return edition_of(issue.publication).to("note", {"issue": str(issue.number)})


def share(part: int, total: int) -> int:
    """In hundredths, as wide as a bar is drawn."""
    return round(100 * part / total) if total else 0


def headline(scene: NoteScene) -> str:
    """How many paragraphs there are, and how many somebody has to look at.

    Without figures none agrees yet.
    """
    total, open_ones = len(scene.paragraphs), scene.to_look_at
    if not total:
        return _("The note has no paragraph yet")
    if not open_ones and scene.figures is None:
        return _("Draw the preview to see whether they agree")
    if not open_ones:
        words = ngettext(
            "The note has %(n)s paragraph, and it agrees with the figures",
            "The note has %(n)s paragraphs, and all agree with the figures",
            total,
        )
        return words % {"n": number(total)}
    words = ngettext(
        "%(open)s of %(n)s paragraph has to be looked at",
        "%(open)s of %(n)s paragraphs have to be looked at",
        total,
    )
    return words % {"open": number(open_ones), "n": number(total)}


def parity_words(rows: Sequence[Worded]) -> str:
    """How far one language is, in one sentence."""
    found = counted(rows)
    total = sum(found[state] for state in COLUMNS)
    words = ngettext(
        "%(reviewed)s of %(n)s paragraph is reviewed in %(language)s; missing: %(missing)s",
        "%(reviewed)s of %(n)s paragraphs are reviewed in %(language)s; missing: %(missing)s",
        total,
    )
    return words % {
        "reviewed": number(found[State.REVIEWED]),
        "missing": number(found[State.MISSING]),
        "n": number(total),
        "language": language_name(rows[0].language),
    }
