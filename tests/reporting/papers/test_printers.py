"""The process that prints: what it needs, what it may take, and what is said where it fails."""

import os
import sys
import time

import pytest

from accounts.refusals import Blocked
from reporting.papers import fonts, printers
from reporting.papers.blocks import Paragraph, Run, words
from reporting.papers.printers import NotPrinted, print_document
from tests.factories.papers import sample_document


def acting(monkeypatch, code):
    """Another process in the place of the printing one."""
    monkeypatch.setattr(printers, "COMMAND", (sys.executable, "-E", "-s", "-c", code))


def refused(document=None, form="pdf"):
    with pytest.raises(NotPrinted) as refusal:
        print_document(document or sample_document(), form)
    return refusal.value


def test_missing_fonts_are_named_before_any_work(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FOLDERS", (tmp_path,))
    acting(monkeypatch, "raise SystemExit('not to be started')")

    with pytest.raises(Blocked) as refusal:
        print_document(sample_document("zh-hans"), "pdf")

    assert (refusal.value.code, refusal.value.message) == (
        "fonts_missing",
        (
            "Papers cannot be printed here. The server needs these packages: "
            "fonts-noto-core, fonts-noto-cjk."
        ),
    )


def test_fonts_of_chinese_are_asked_for_where_words_are_chinese(monkeypatch):
    monkeypatch.setitem(fonts.FILES, fonts.CJK, ("NoSuchFont.ttc",))
    chinese = Paragraph((Run("中文", lang="zh-hans"),))

    assert fonts.missing("en") == []
    assert fonts.missing("zh-hans") == ["fonts-noto-cjk"]
    with pytest.raises(Blocked, match="fonts_missing"):
        print_document(sample_document(blocks=(chinese,)), "pdf")


def test_a_process_that_hangs_is_ended(monkeypatch):
    acting(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(printers, "SECONDS", 1)
    start = time.monotonic()

    assert refused().code == "paper_too_large"
    assert time.monotonic() - start < 20


LIMITED = (
    "from reporting.papers.printing import __main__ as m; m.{name} = {most}; m.sys.exit(m.main())"
)


@pytest.mark.parametrize(("name", "most"), [("MEMORY", 250_000_000), ("SECONDS", 1), ("OUTPUT", 9)])
def test_a_paper_that_takes_too_much_is_too_large(monkeypatch, name, most):
    code = LIMITED.format(name=name, most=most)
    monkeypatch.setattr(printers, "COMMAND", (sys.executable, "-E", "-s", "-c", code))
    large = tuple(Paragraph(words("A line of a paper. " * 40), number) for number in range(3_000))

    assert refused(sample_document(blocks=large)).code == "paper_too_large"


def test_a_document_beyond_all_measure_is_not_even_sent(monkeypatch):
    monkeypatch.setattr(printers, "LARGEST", 1_000)
    acting(monkeypatch, "raise SystemExit('not to be started')")

    assert refused().code == "paper_too_large"


def test_a_fault_of_ours_is_logged(monkeypatch, caplog):
    acting(monkeypatch, "raise ValueError('what went wrong')")

    assert refused().code == "paper_not_printed"
    assert "what went wrong" in caplog.text


def test_the_process_knows_neither_django_nor_the_environment(monkeypatch):
    monkeypatch.setitem(os.environ, "SECRET", "1")
    acting(
        monkeypatch,
        "import os, sys, reporting.papers.printing.pdf, reporting.papers.printing.word;"
        "print([m for m in sys.modules if 'django' in m], 'SECRET' in os.environ, end='')",
    )

    assert print_document(sample_document(), "pdf") == b"[] False"
