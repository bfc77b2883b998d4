"""Tables of the register: frameworks, programme documents and mechanisms by office."""

from typing import Final

from reporting.pages import frameworks as framework_page
from reporting.pages import mechanisms as mechanism_page
from reporting.pages import programme_documents as document_page
from reporting.papers.blocks import Table
from reporting.papers.exhibits.cells import of_counts
from reporting.papers.reading import Source

COLUMNS: Final = 6
"""As many columns of numbers as a sheet of paper takes beside the names of offices."""


def frameworks(source: Source) -> Table:
    """Frameworks that run: signature and engagement, which are two facts."""
    table = framework_page.counts(source.section("frameworks"))
    return of_counts(table, COLUMNS)


def programme_documents(source: Source) -> Table:
    """Programme documents: of the new generation, derived from their framework, under way."""
    table = document_page.counts(source.section("programme-documents"))
    return of_counts(table, COLUMNS)


def mechanisms(source: Source) -> Table:
    """Regional mechanisms and UN-Habitat's roles in them."""
    table = mechanism_page.counts(source.section("mechanisms"))
    return of_counts(table, COLUMNS)
