"""Edits carry the version they were made on: `ETag` out, `If-Match` in (RFC 9110)."""

import re

from django.utils.translation import gettext as _
from rest_framework.request import Request

from api.errors import Problem

# Compression on the way out makes a tag weak; the number in it is the same.
TAG = re.compile(r'(?:W/)?"?(\d{1,9})"?')


def etag(version: int) -> str:
    """The version as a tag."""
    return f'"{version}"'


def guard(request: Request, version: int) -> int | None:
    """The version an edit was made on, if it still stands; None when any will do (`*`)."""
    header = request.headers.get("If-Match", "").strip()
    if not header:
        words = _("Send the version you edited: If-Match: %(tag)s.") % {"tag": etag(version)}
        raise Problem(428, "guard_missing", words)
    if header == "*":
        return None
    found = [TAG.fullmatch(part.strip()) for part in header.split(",")]
    sent = [int(tag[1]) for tag in found if tag]
    # A version that cannot be is as stale as an old one.
    return version if version in sent else (sent[0] if sent else -1)


WORDS = re.compile(r'(?:W/)?"([0-9a-f]{32})"')


def tag_of(digest: str) -> str:
    """What a record says, as a tag."""
    return f'"{digest}"'


def guard_content(request: Request, current: str) -> str:
    """The digest an edit was made on, if it still stands; nothing when any will do (`*`)."""
    header = request.headers.get("If-Match", "").strip()
    if not header:
        words = _("Send the version you edited: If-Match: %(tag)s.") % {"tag": tag_of(current)}
        raise Problem(428, "guard_missing", words)
    if header == "*":
        return ""
    sent = [tag[1] for part in header.split(",") if (tag := WORDS.fullmatch(part.strip()))]
    return current if current in sent else (sent[0] if sent else "stale")
