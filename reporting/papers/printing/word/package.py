"""The file: an empty document of the library, without what it brings along, and its zip."""

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reporting.papers.printing.word.manners import manner_of

LONGEST: Final = 255
"""Letters of a property."""

UNWANTED: Final = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml")
FOOTNOTES: Final = PackURI("/word/footnotes.xml")


def empty_document() -> Document:
    """A document of the library without the picture, the data and the styles of its template."""
    document = docx.Document()
    package = document.part.package
    for relations in (package.rels, document.part.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in UNWANTED:
                relations.pop(name)
    return document


def footnotes_part(document: Document) -> Part:
    """A part for footnotes, which the library does not know."""
    part = Part(FOOTNOTES, CONTENT_TYPE.WML_FOOTNOTES, None, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def write_properties(document: Document, record: Mapping[str, Any]) -> None:
    """What the file says about itself. It was made on the day that the paper bears."""
    properties, day = document.core_properties, datetime.fromisoformat(record["made_on"])
    properties.title = record["title"][:LONGEST]
    properties.subject = record["symbol"][:LONGEST]
    properties.author = properties.last_modified_by = record["author"][:LONGEST]
    properties.keywords = ", ".join(record["keywords"])[:LONGEST]
    properties.comments = record["foot"][:LONGEST]
    properties.language = manner_of(record["language"]).locale
    properties.created = properties.modified = day
    properties.revision = 1


def zipped(document: Document, day: str) -> bytes:
    """The bytes of the file, the same for the same paper: its members bear the paper's day."""
    made, out = BytesIO(), BytesIO()
    document.save(made)
    date = datetime.fromisoformat(day)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, (date.year, date.month, date.day, 0, 0, 0))
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(member, source.read(name))
    return out.getvalue()
