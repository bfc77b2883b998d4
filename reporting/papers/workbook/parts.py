"""The tables of the workbook, in its order: those that the pages give as files, with all rows."""

from collections.abc import Iterator
from typing import Final

from reporting.pages.answer_list import answers_sheet
from reporting.pages.editions import Reading
from reporting.pages.finding_sheets import findings_sheet
from reporting.pages.formulas import formulas_sheet
from reporting.pages.frameworks import frameworks_sheet
from reporting.pages.glossary import glossary_sheet
from reporting.pages.method import items_sheet, method_rules_sheet
from reporting.pages.origins import origins_sheet
from reporting.pages.overview_sheets import figures_sheet, matrix_sheet
from reporting.pages.programme_documents import programme_documents_sheet
from reporting.pages.sheets import Sheet
from reporting.papers.reading import Source
from reporting.papers.streaming import streamed


def tables(source: Source, overview: Reading, method: Reading) -> Iterator[Sheet]:
    """One after the other, each made when the one before is written."""
    yield matrix_sheet(overview)
    yield answers_sheet(streamed(source, "answers"))
    yield frameworks_sheet(streamed(source, "frameworks"))
    yield programme_documents_sheet(streamed(source, "programme-documents"))
    yield findings_sheet(streamed(source, "findings"))
    yield figures_sheet(overview)
    for sheet in METHOD:
        yield sheet(method)


METHOD: Final = (formulas_sheet, items_sheet, method_rules_sheet, origins_sheet, glossary_sheet)
"""How it is counted, what is asked, what is real, and what the words mean."""
