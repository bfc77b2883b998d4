"""A picture of a few grey steps and colours as PNG: no library of pictures is needed for bars."""

import struct
import zlib
from collections.abc import Sequence
from typing import Final

HEAD: Final = b"\x89PNG\r\n\x1a\n"
PALETTE_BY_BYTE: Final = (8, 3, 0, 0, 0)
"""Eight bits for each point, which name a colour of the palette."""


def png(rows: Sequence[bytes], palette: Sequence[tuple[int, int, int]]) -> bytes:
    """A picture whose points are places in the palette."""
    size = struct.pack(">II", len(rows[0]), len(rows))
    points = b"".join(b"\x00" + row for row in rows)
    return b"".join(
        (
            HEAD,
            _chunk(b"IHDR", size + bytes(PALETTE_BY_BYTE)),
            _chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)),
            _chunk(b"IDAT", zlib.compress(points, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checked
