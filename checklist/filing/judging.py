"""What a file really is: by its content, never by what its sender calls it."""

import hashlib
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from checklist.filing.types import FileType, allowed_endings, type_named
from regions.texts import has_control_characters, has_direction_marks

LARGEST = 10_000_000
LONGEST_NAME = 200
MOST_ENTRIES = 5_000
ENTRY = b"PK\x01\x02"
CONTENT_TYPES = "[Content_Types].xml"
MACROS = re.compile(r"(^|/)vbaProject\.bin$|^Basic/", re.IGNORECASE)


@dataclass(frozen=True)
class Judged:
    """A file that is what it says."""

    content: bytes
    file_name: str
    media_type: str
    sha256: str


@dataclass(frozen=True)
class Directory:
    """What a zip archive says of itself without being unpacked."""

    names: list[str]
    media_type: str


NOTHING = Directory([], "")


def judge(content: bytes, file_name: str, faults: Faults) -> Judged | None:
    """The file with our media type for it, or why it is not taken."""
    before = len(faults.found)
    check_size(content, faults)
    check_name(file_name, faults)
    promised = type_named(file_name)
    if promised is None:
        words = _("Files of this type are not taken. Send one of: %(endings)s.")
        faults.add("/file", "type_not_allowed", words % {"endings": allowed_endings()})
    elif len(faults.found) == before:
        check_content(content, promised, faults)
    if promised is None or len(faults.found) > before:
        return None
    digest = hashlib.sha256(content).hexdigest()
    return Judged(content, tidied(file_name), promised.media_type, digest)


def check_size(content: bytes, faults: Faults) -> None:
    """Something, and not too much."""
    if not content:
        faults.add("/file", "empty_file", _("The file is empty."))
    if len(content) > LARGEST:
        words = _("A file has at most %(limit)d MB.") % {"limit": LARGEST // 1_000_000}
        faults.add("/file", "too_large", words)


def check_name(file_name: str, faults: Faults) -> None:
    """Nothing in a name that could show in another order than it is stored."""
    if has_control_characters(file_name) or has_direction_marks(file_name):
        faults.add("/file", "bad_character", _("The name of the file has control characters."))


def check_content(content: bytes, promised: FileType, faults: Faults) -> None:
    """The content is what the name promises, and brings no program along."""
    directory = read_directory(content) if promised.is_archive else NOTHING
    if not is_like(content, directory, promised):
        words = _("The content is not what the ending of the name says (%(type)s).")
        faults.add("/file", "type_mismatch", words % {"type": promised.name})
    elif any(MACROS.search(name) for name in directory.names):
        words = _("The file has macros. Save it without them and send it again.")
        faults.add("/file", "type_not_allowed", words)


def is_like(content: bytes, directory: Directory, promised: FileType) -> bool:
    """Whether the content has what tells this type."""
    if promised.begins:
        return content.startswith(promised.begins)
    if promised.folder:
        inside = any(name.startswith(promised.folder) for name in directory.names)
        return inside and CONTENT_TYPES in directory.names
    return directory.media_type == promised.media_type


def read_directory(content: bytes) -> Directory:
    """The zip directory; nothing else is unpacked, and a huge directory is not read."""
    if content.count(ENTRY) > MOST_ENTRIES:
        return NOTHING
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return Directory(archive.namelist(), named_by_itself(archive))
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError):
        return NOTHING


def named_by_itself(archive: zipfile.ZipFile) -> str:
    """The media type that an OpenDocument archive says of itself in its first entry."""
    first = next(iter(archive.infolist()), None)
    if first is None or first.filename != "mimetype" or first.file_size > LONGEST_NAME:
        return ""
    return archive.read(first).decode("ascii", "replace").strip()


def tidied(file_name: str) -> str:
    """A name on one line; one that is too long loses its middle, not its ending."""
    path = PurePath(" ".join(file_name.split()))
    return path.stem[: LONGEST_NAME - len(path.suffix)] + path.suffix
