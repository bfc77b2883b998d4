"""The texts of a note in one language, and how far each is translated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Prefetch

from reporting.models import Note, Paragraph, ParagraphTranslation
from reporting.parity.states import State

ENGLISH: Final = "en"
USABLE: Final = (State.REVIEWED, State.DRAFT)
"""A text in these states renders the original as it stands."""


@dataclass(frozen=True)
class Worded:
    """A paragraph in a language: its translation there, if there is one, and its state."""

    paragraph: Paragraph
    language: str
    translation: ParagraphTranslation | None = None

    @property
    def state(self) -> State:
        """The original is what it is; a translation is missing, outdated, reviewed or a draft."""
        return state_of(self.paragraph, self.translation, self.language)

    @property
    def is_ready(self) -> bool:
        """Whether it can be issued in its language."""
        return self.language == ENGLISH or self.state in USABLE or self.paragraph.kind == "exhibit"

    @property
    def issued(self) -> dict[str, str]:
        """What an issue keeps of it: the translation, else the original, marked as such."""
        is_own = self.translation is not None and self.is_ready
        text = self.translation.text if self.translation and is_own else self.paragraph.text
        language = self.language if is_own or self.paragraph.kind == "exhibit" else ENGLISH
        facts = {"key": self.paragraph.key, "kind": self.paragraph.kind}
        return {**facts, "text": text, "language": language}


def state_of(
    paragraph: Paragraph, translation: ParagraphTranslation | None, language: str = ""
) -> State:
    """How far a translation is, in this order of rules; a table needs none."""
    if language == ENGLISH or paragraph.kind == Paragraph.Kind.EXHIBIT:
        return State.OFFICIAL
    if translation is None:
        return State.MISSING
    if translation.of_version < paragraph.text_version:
        return State.OUTDATED
    return State.REVIEWED if translation.reviewed_at else State.DRAFT


def paragraphs_of(note: Note) -> list[Paragraph]:
    """The paragraphs of a note in their order, with their translations: two queries."""
    translations = ParagraphTranslation.objects.select_related("updated_by", "reviewed_by")
    rows = note.paragraphs.select_related("updated_by").order_by("position")
    return list(rows.prefetch_related(Prefetch("translations", translations)))


def worded(paragraphs: Iterable[Paragraph], language: str) -> Iterator[Worded]:
    """Each paragraph in a language; `paragraphs` come with their translations."""
    for each in paragraphs:
        found = {row.language: row for row in each.translations.all()}
        yield Worded(each, language, found.get(language))


def counted(rows: Sequence[Worded]) -> Counter[State]:
    """How many paragraphs are in each state; tables are not counted, for they need no words."""
    return Counter(each.state for each in rows if each.paragraph.kind != Paragraph.Kind.EXHIBIT)


def issue_record(note: Note, rows: Iterable[Worded], language: str, number: int) -> dict[str, Any]:
    """The whole text of an issue: masthead and paragraphs as they stand."""
    return {
        "language": language,
        "number": number,
        "masthead": {
            "symbol": note.symbol,
            "checklist_symbol": note.checklist_symbol,
            "dated_on": note.dated_on.isoformat() if note.dated_on else "",
            "agenda_item": note.agenda_item,
        },
        "basis": note.basis,
        "paragraphs": [each.issued for each in rows],
    }
