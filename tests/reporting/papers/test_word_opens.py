"""The papers open: they keep to the schemas of Word, and LibreOffice makes a PDF of them.

Word calls a file damaged, and offers to repair it, for a property in another place than the
standard's or a reference to nothing; the schemas tell before Word does.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from reporting.papers.blocks import Paragraph, words
from reporting.papers.printers import print_document
from reporting.papers.printing.word import to_word
from tests.factories.papers import LANGUAGES, sample_document

MISSING = "LibreOffice Writer was not found: install libreoffice-writer-nogui"


def has_writer():
    """LibreOffice comes in parts; that for texts is a library beside the program."""
    program = shutil.which("soffice")
    return bool(program) and (Path(program).resolve().parent / "libswlo.so").exists()


@pytest.fixture
def office(tmp_path):
    """Converts papers in one go; left out where there is no LibreOffice, except in CI."""
    if not has_writer():
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)

    def convert(form, **papers):
        for name, content in papers.items():
            (tmp_path / f"{name}.docx").write_bytes(content)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
             "--convert-to", form, "--outdir", tmp_path, *tmp_path.glob("*.docx")],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
        return {name: tmp_path / f"{name}.{form.partition(':')[0]}" for name in papers}

    return convert


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["document of the Board", "briefing"])
def test_word_finds_nothing_to_repair(tmp_path, language, kind):
    head = {"masthead": None} if kind == "briefing" else {"symbol": ""}
    paper = tmp_path / "paper.docx"
    paper.write_bytes(to_word(sample_document(language, mark="Made up", **head).as_record()))

    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(paper)

    assert [(error.part_uri, error.description) for error in found.errors] == []


def test_it_opens_every_paper_and_makes_a_pdf_of_it(office):
    papers = {name: print_document(sample_document(name), "docx") for name in LANGUAGES}

    made = office("pdf", **papers)

    assert {name: path.read_bytes()[:5] for name, path in made.items()} == dict.fromkeys(
        LANGUAGES, b"%PDF-"
    )


def test_it_shows_the_numbers_and_words_of_the_paper(office):
    blocks = tuple(Paragraph(words(f"Text of {n}."), number=n) for n in (1, 2, 7, 8, 1))
    paper = print_document(sample_document(blocks=blocks), "docx")

    text = office("txt:Text", paper=paper)["paper"].read_text()

    numbered = [line.strip("\ufeff ") for line in text.splitlines() if "Text of" in line]
    assert numbered == [f"{n}. Text of {n}." for n in (1, 2, 7, 8, 1)]
