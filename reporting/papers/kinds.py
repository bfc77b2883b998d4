"""Which papers a publication has, in which forms, and who builds each.

`note` is the note by the secretariat, which needs an issued text in the language; `checklist`
is the information document with the whole checklist, as a workbook too; `office-ROAS` and
`country-PSE` are briefings of two sheets.
"""

from dataclasses import dataclass
from typing import Final

PDF, WORD, WORKBOOK = "pdf", "docx", "xlsx"
FORMS: Final = (PDF, WORD, WORKBOOK)
MEDIA: Final = {
    PDF: "application/pdf",
    WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NOTE, CHECKLIST, OFFICE, COUNTRY = "note", "checklist", "office", "country"


@dataclass(frozen=True)
class PaperName:
    """A paper by its kind and, for a briefing, the code of whom it is about."""

    kind: str
    code: str = ""

    def __str__(self) -> str:
        return f"{self.kind}-{self.code}" if self.code else self.kind

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms it is made in: of the checklist a workbook, too."""
        return FORMS if self.kind == CHECKLIST else (PDF, WORD)

    @property
    def section(self) -> str:
        """The section of the publication without which there is no such paper."""
        return f"{self.kind}:{self.code}" if self.code else "papers"


def paper_named(text: str) -> PaperName | None:
    """The paper of an address: `office-ROAS`; nothing where no paper is called so."""
    kind, dash, code = text.partition("-")
    if kind in {OFFICE, COUNTRY}:
        return PaperName(kind, code) if code else None
    return PaperName(kind) if kind in {NOTE, CHECKLIST} and not dash else None
