"""Small true files of each type, and some that only pretend."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 40
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def archive(*names, **contents):
    """A zip archive with these entries; `contents` gives some of them words."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as opened:
        for name in (*contents, *names):
            opened.writestr(name, contents.get(name, "x"))
    return written.getvalue()


def office_file(folder, *more):
    return archive("[Content_Types].xml", f"{folder}/main.xml", *more)


def open_document(media_type, *more):
    return archive("content.xml", *more, mimetype=media_type)


def upload(content=PDF, name="Minutes.pdf"):
    return SimpleUploadedFile(name, content)
