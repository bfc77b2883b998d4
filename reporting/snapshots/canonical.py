"""The one way a publication is written as bytes, so that its SHA-256 can be computed by anyone.

JSON in UTF-8, keys sorted, no spaces, no escapes beyond those JSON needs, and no floating
point numbers: two programs that write the same records write the same bytes.
"""

import hashlib
import json
import zlib
from typing import Any, Final

FORMAT: Final = "habitat-reform-publication/1"


def to_text(value: Any) -> str:
    """The canonical JSON of plain values; a floating point number is refused."""
    refuse_floats(value)
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def refuse_floats(value: Any) -> None:
    """A float has no one spelling: shares are kept as counts."""
    pending = [value]
    while pending:
        each = pending.pop()
        if isinstance(each, dict):
            pending.extend(each.values())
        elif isinstance(each, list | tuple):
            pending.extend(each)
        elif isinstance(each, float):
            raise TypeError(f"a publication holds no floating point numbers: {each}")


def digest(text: str | bytes) -> str:
    """The SHA-256 of canonical text."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def packed(text: str) -> bytes:
    """The file as it is stored; its digest is that of the unpacked bytes."""
    return zlib.compress(text.encode(), level=6)


def unpacked(stored: bytes | memoryview) -> bytes:
    """The bytes of the file, from what is stored."""
    return zlib.decompress(stored)
