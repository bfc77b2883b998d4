"""The words of this service: each with what it means here, and as the six languages say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from regions.foreign import direction
from regions.languages import CODES
from reporting.headlines import method as headlines
from reporting.pages.editions import Reading
from reporting.pages.meanings import MEANINGS
from reporting.pages.origins import certainty_word
from reporting.pages.parts import named
from reporting.pages.sheets import Cell, Column, Sheet

Row = Mapping[str, Any]

GROUPS: Final = {
    "service": gettext_lazy("The checklist and this service"),
    "verdict": gettext_lazy("Verdicts: what is true"),
    "progress": gettext_lazy("Progress: whose turn it is"),
    "figure": gettext_lazy("Figures"),
    "hedge": gettext_lazy("Hedges"),
    "rule": gettext_lazy("Rules of alignment"),
    "programme": gettext_lazy("Frameworks and programme documents"),
    "stage": gettext_lazy("Stages of a programme document"),
    "reform": gettext_lazy("The reform and the system"),
}
NUMBER: Final = "{n}"


@dataclass(frozen=True)
class Word:
    """A term in another language."""

    language: str
    direction: str
    text: str


@dataclass(frozen=True)
class TermRow:
    """A term: in the reader's language first."""

    code: str
    name: str
    meaning: str
    others: list[Word]
    certainty: str
    basis: str


@dataclass(frozen=True)
class TermGroup:
    """Terms of one subject."""

    code: str
    name: str
    rows: list[TermRow]


@dataclass(frozen=True)
class Glossary:
    """All terms under a finding."""

    title: str
    groups: list[TermGroup]


def glossary(reading: Reading) -> Glossary:
    """The terms as they stood when this was published."""
    terms = reading.section["terms"]
    official = sum(row["certainty"] == "official" for row in terms)
    title = reading.says("words", headlines.official(official, len(terms)))
    groups = [term_group(code, terms) for code in GROUPS]
    return Glossary(title, [group for group in groups if group.rows])


def term_group(code: str, terms: list[Row]) -> TermGroup:
    """The terms of one subject, in the order of the file."""
    rows = [term_row(row) for row in terms if row["group"] == code]
    return TermGroup(code, str(GROUPS[code]), rows)


def term_row(row: Row) -> TermRow:
    """One term."""
    language = get_language() or "en"
    return TermRow(
        code=row["code"],
        name=shown(named(row)),
        meaning=str(MEANINGS.get(row["code"], "")),
        others=[word(code, row["names"][code]) for code in CODES if code != language],
        certainty=certainty_word(row["certainty"]),
        basis=row["note"],
    )


def word(code: str, text: str) -> Word:
    """A term in a language that is not the reader's, marked as such."""
    return Word(code, direction(code), shown(text))


def shown(text: str) -> str:
    """A hedge stands before a number, whatever the number is."""
    return text.replace(NUMBER, "…")


def glossary_sheet(reading: Reading) -> Sheet:
    """The terms as data, in all six languages."""
    columns = [
        Column(_("Code"), "#meta+code"),
        *(Column(code, f"#meta+term+i_{code[:2]}") for code in CODES),
        Column(_("What it means here"), "#description"),
        Column(_("Certainty"), "#meta+certainty"),
        Column(_("Basis"), "#meta+source"),
    ]
    return Sheet(_("Words"), columns, (term_cells(row) for row in reading.section["terms"]))


def term_cells(row: Row) -> list[Cell]:
    """One row of it."""
    names = [row["names"][code] for code in CODES]
    return [row["code"], *names, str(MEANINGS.get(row["code"], "")), row["certainty"], row["note"]]
