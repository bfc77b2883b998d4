"""The note to the first session 2025 in our own words, loaded with the reference data.

It is loaded once: what people make of it afterwards stays. A language that comes later is added
to the paragraphs whose original is still that of the file.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from checklist.models import ReportingRound
from regions.loading import Report, Run
from reporting.models import Note, Paragraph, ParagraphTranslation

FOLDER: Final = Path(__file__).parent / "data" / "notes"
MASTHEAD: Final = ("symbol", "checklist_symbol", "dated_on", "agenda_item", "basis")

Piece = Mapping[str, Any]


@dataclass(frozen=True)
class NoteFile:
    """A note in its original language, with a file for each translation beside it."""

    path: Path

    def load(self, run: Run) -> Report:
        """Make the note where there is none, and add what no paragraph has yet."""
        original = tomllib.loads(self.path.read_text(encoding="utf-8"))
        report = Report("note of a round")
        round_ = ReportingRound.objects.filter(code=original["round"]).first()
        if round_ is None:
            report.left_out.append(original["round"])
            return report
        note, is_new = Note.objects.get_or_create(
            round=round_, defaults={name: original[name] for name in MASTHEAD if name in original}
        )
        pieces = original["paragraph"]
        report.added = len(begin(note, pieces)) if is_new else 0
        report.added += sum(len(added) for added in self.translate(note, pieces))
        report.unchanged = self.texts_of(pieces) - report.added
        return report

    def texts_of(self, pieces: list[Piece]) -> int:
        """How many texts the files hold, in all languages."""
        return len(pieces) + sum(map(len, map(self.texts, ParagraphTranslation.LANGUAGES)))

    def translate(self, note: Note, pieces: list[Piece]) -> Iterator[list[ParagraphTranslation]]:
        """Add each language to the paragraphs that have none in it, as drafts."""
        same = {piece["key"]: piece["text"] for piece in pieces}
        for language in ParagraphTranslation.LANGUAGES:
            texts = self.texts(language)
            bare = note.paragraphs.exclude(translations__language=language)
            yield ParagraphTranslation.objects.bulk_create(
                ParagraphTranslation(
                    paragraph=each,
                    language=language,
                    text=texts[each.key],
                    of_version=each.text_version,
                )
                for each in bare
                if each.key in texts and same.get(each.key) == each.text
            )

    def texts(self, language: str) -> dict[str, str]:
        """The translation of a language by the keys of paragraphs; nothing without a file."""
        path = self.path.with_suffix(f".{language}.toml")
        if not path.exists():
            return {}
        return tomllib.loads(path.read_text(encoding="utf-8"))


def begin(note: Note, pieces: list[Piece]) -> list[Paragraph]:
    """The paragraphs in the order of the file."""
    return Paragraph.objects.bulk_create(
        Paragraph(
            note=note,
            key=piece["key"],
            position=place,
            kind=piece.get("kind", Paragraph.Kind.TEXT),
            text=piece["text"],
        )
        for place, piece in enumerate(pieces, 1)
    )


NOTES: Final = tuple(
    NoteFile(path) for path in sorted(FOLDER.glob("*.toml")) if "." not in path.stem
)
