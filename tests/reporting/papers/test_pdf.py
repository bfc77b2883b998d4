"""A paper as PDF: one file that people read, and that a screen reader reads aloud."""

import pytest

from reporting.papers.printers import print_document
from tests.factories.papers import LANGUAGES, sample_document


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_meets_the_standard_of_readable_papers(language):
    paper = print_document(sample_document(language), "pdf")

    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper


def test_the_same_document_is_the_same_bytes():
    document = sample_document("ar")

    assert print_document(document, "pdf") == print_document(document, "pdf")
