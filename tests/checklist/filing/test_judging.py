import pytest

from accounts.refusals import Faults
from checklist.filing import judging
from checklist.filing.judging import judge
from tests.checklist.filing.files import (
    JPEG,
    ODS,
    ODT,
    PDF,
    PNG,
    archive,
    office_file,
    open_document,
)

OPEN_XML = "application/vnd.openxmlformats-officedocument"
TAKEN = [
    ("a.pdf", PDF, "application/pdf"),
    ("A.PDF", PDF, "application/pdf"),
    ("a.png", PNG, "image/png"),
    ("a.jpg", JPEG, "image/jpeg"),
    ("a.jpeg", JPEG, "image/jpeg"),
    ("a.docx", office_file("word"), f"{OPEN_XML}.wordprocessingml.document"),
    ("a.xlsx", office_file("xl"), f"{OPEN_XML}.spreadsheetml.sheet"),
    ("a.pptx", office_file("ppt"), f"{OPEN_XML}.presentationml.presentation"),
    ("a.odt", open_document(ODT), ODT),
    ("a.ods", open_document(ODS), ODS),
]
REFUSED = [
    ("a.exe", b"MZ", "type_not_allowed"),
    ("a.svg", b"<svg/>", "type_not_allowed"),
    ("a.html", b"<html>", "type_not_allowed"),
    ("a.doc", b"\xd0\xcf\x11\xe0", "type_not_allowed"),
    ("pdf", PDF, "type_not_allowed"),
    ("a.docm", office_file("word"), "type_not_allowed"),
    ("a.docx", office_file("word", "word/vbaProject.bin"), "type_not_allowed"),
    ("a.ods", open_document(ODS, "Basic/Standard/script-lb.xml"), "type_not_allowed"),
    ("a.pdf", b"", "empty_file"),
    ("a.pdf", b"<html>%PDF-", "type_mismatch"),
    ("a.pdf", PNG, "type_mismatch"),
    ("a.png", JPEG, "type_mismatch"),
    ("a.docx", office_file("xl"), "type_mismatch"),
    ("a.docx", archive("word/document.xml"), "type_mismatch"),
    ("a.docx", office_file("word")[:-30], "type_mismatch"),
    ("a.docx", b"\xd0\xcf\x11\xe0", "type_mismatch"),
    ("a.odt", open_document(ODS), "type_mismatch"),
    ("a.odt", archive("content.xml"), "type_mismatch"),
    ("a.odt", archive("content.xml", mimetype="x" * 100_000), "type_mismatch"),
    ("a.xlsx", open_document(ODS), "type_mismatch"),
    ("gpj\u202e.pdf", PDF, "bad_character"),
    ("a\x07.pdf", PDF, "bad_character"),
]


@pytest.mark.parametrize(("name", "content", "media_type"), TAKEN)
def test_a_file_that_is_what_it_says_gets_our_media_type(name, content, media_type):
    faults = Faults()

    judged = judge(content, name, faults)

    assert (judged.media_type, faults.found) == (media_type, [])


@pytest.mark.parametrize(("name", "content", "code"), REFUSED)
def test_any_other_file_is_refused_in_words(name, content, code):
    faults = Faults()

    assert judge(content, name, faults) is None
    assert [(each.pointer, each.code) for each in faults.found] == [("/file", code)]


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(judging, "LARGEST", len(PDF) - 1)
    faults = Faults()

    assert judge(PDF, "a.pdf", faults) is None
    assert [each.code for each in faults.found] == ["too_large"]


def test_a_zip_directory_of_very_many_entries_is_not_read(monkeypatch):
    many = office_file("word", *(f"word/{n}.xml" for n in range(judging.MOST_ENTRIES)))
    monkeypatch.setattr(judging.zipfile, "ZipFile", None)
    faults = Faults()

    assert judge(many, "a.docx", faults) is None
    assert [each.code for each in faults.found] == ["type_mismatch"]


def test_a_name_stands_on_one_line():
    assert judge(PDF, "a\n b.pdf", Faults()).file_name == "a b.pdf"


def test_a_long_name_keeps_its_ending():
    judged = judge(PDF, "x" * 250 + ".pdf", Faults())

    assert judged.file_name == "x" * 196 + ".pdf"
