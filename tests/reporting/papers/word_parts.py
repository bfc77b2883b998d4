"""A Word file as its parts, read by nothing but zip and XML."""

import zipfile
from io import BytesIO

from lxml import etree

from reporting.papers.printing.word import to_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
}


class Word:
    """A printed document; `find` asks the body, or another part by its name."""

    def __init__(self, content):
        self.zip = zipfile.ZipFile(BytesIO(content))

    def part(self, name="word/document.xml"):
        return etree.fromstring(self.zip.read(name))

    def find(self, path, part="word/document.xml"):
        return self.part(part).xpath(path, namespaces=NAMES)

    def styled(self, style):
        """The paragraphs of a style, as text."""
        return [said(p) for p in self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")]

    def edges(self, kind):
        """The headers or footers."""
        names = sorted(n for n in self.zip.namelist() if n.startswith(f"word/{kind}"))
        return [[said(p) for p in self.find("//w:p", name)] for name in names]


def printed(document):
    return Word(to_word(document.as_record()))


def said(element):
    return "".join(element.xpath(".//w:t/text()", namespaces=NAMES))


def value(element, path):
    """The `w:val` of the one element at a path; nothing where there is none."""
    found = element.xpath(path + "/@w:val", namespaces=NAMES)
    return found[0] if found else None
