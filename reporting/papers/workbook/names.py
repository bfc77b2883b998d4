"""Names of sheets: at most 31 letters, none that a spreadsheet forbids, no two the same."""

from typing import Final

from regions.tables.sheets import NOT_IN_A_NAME

LONGEST: Final = 31


class Names:
    """Gives every sheet of one workbook a name; spreadsheets tell no large from small letters."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def name(self, title: str) -> str:
        """The title as a name, cut at a word, numbered where another sheet is called so."""
        legal = " ".join(NOT_IN_A_NAME.sub(" ", title).split()) or "–"
        found, number = cut(legal, LONGEST), 1
        while found.casefold() in self.given:
            number += 1
            found = f"{cut(legal, LONGEST - len(f' {number}'))} {number}"
        self.given.add(found.casefold())
        return found


def cut(text: str, longest: int) -> str:
    """As many whole words as fit; of a word that is too long, as much as fits."""
    if len(text) <= longest:
        return text
    words = text[: longest + 1].rpartition(" ")[0].rstrip()
    return words or text[:longest]
