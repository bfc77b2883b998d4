"""The sheet of the Programme Review Committee for one document."""

from dataclasses import dataclass

from programmes import blockers
from programmes.criteria import Line, sheet_of
from programmes.models import CountryProgrammeDocument
from programmes.pages.standing import read_records, says
from programmes.pages.words import name_of, years_of


@dataclass(frozen=True)
class SheetLine:
    """A criterion with what the records say about it and how it was judged."""

    line: Line
    says: str


@dataclass(frozen=True)
class SheetPage:
    """The whole sheet."""

    document: CountryProgrammeDocument
    name: str
    years: str
    lines: list[SheetLine]
    open: int
    is_in_review: bool


def sheet_page(document: CountryProgrammeDocument) -> SheetPage:
    """Every criterion asked of the document, in the order of the paragraphs."""
    records = read_records(document)
    lines = sheet_of(document)
    return SheetPage(
        document,
        name_of(document),
        years_of(document),
        [SheetLine(each, says(each.criterion.code, records)) for each in lines],
        sum(each.is_open for each in lines),
        not blockers.to_judge(document),
    )
