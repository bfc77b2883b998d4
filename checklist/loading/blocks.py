"""A checklist file as blocks that know their lines, so that a fault can be found."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from regions.loading import FileFault, read_text

HEADER = re.compile(r"^\s*\[\[?\s*([\w-]+)\s*(?:\.\s*([\w-]+)\s*)?\]")
KEY = re.compile(r"""^\s*["']?([\w-]+)["']?\s*[.=]""")
LONG_TEXT = re.compile(r"\"\"\"|'''")
PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class Block:
    """The top of the file, or one `[[table]]` of it: its values and where they stand."""

    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        """The line of a key; of the block when the key is not written there."""
        return self.lines.get(key, self.line)


@dataclass(frozen=True)
class Blocks:
    """A file taken apart: all its keys at the top, and the blocks of its tables by name."""

    top: Block
    tables: Mapping[str, list[Block]]


def read_blocks(path: Path, faults: list[FileFault]) -> Blocks | None:
    """The blocks of a TOML file; None, with the fault and its line, when it is not TOML."""
    count = len(faults)
    text = read_text(path, faults)
    if len(faults) > count:
        return None
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        faults.append(_fault(path, str(error), text))
        return None
    return _blocks(content, text)


def _fault(path: Path, message: str, text: str) -> FileFault:
    place = PLACE.search(message)
    if place is None:
        return FileFault(path, 1, message)
    line = int(place[1]) if place[1] else text.count("\n") + 1
    return FileFault(path, line, _("not TOML: %s") % PLACE.sub("", message).strip())


def _blocks(content: Mapping[str, Any], text: str) -> Blocks:
    places: dict[str, list[Block]] = {}
    for name, place in _places(text):
        places.setdefault(name, []).append(place)
    tables = {
        name: _placed(blocks, places.get(name, []))
        for name, blocks in content.items()
        if _is_table(blocks)
    }
    [top] = places.pop("")
    lines = {name: blocks[0].line for name, blocks in places.items()} | dict(top.lines)
    return Blocks(Block(1, lines, content), tables)


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(x, dict) for x in value)


def _placed(blocks: list[dict[str, Any]], places: list[Block]) -> list[Block]:
    """The values of blocks with their places; written in one line they have none."""
    if len(places) != len(blocks):
        places = [places[0] if places else Block()] * len(blocks)
    return [Block(p.line, p.lines, values) for p, values in zip(places, blocks, strict=True)]


def _places(text: str) -> Iterator[tuple[str, Block]]:
    """Each block with its line and the lines of its keys; the first is the top, named ""."""
    name, begins, keys, in_long_text = "", 1, dict[str, int](), False
    for number, line in enumerate(text.split("\n"), 1):
        if not in_long_text:
            header, key = HEADER.match(line), KEY.match(line)
            if header and not header[2]:
                yield name, Block(begins, keys)
                name, begins, keys = header[1], number, {}
            elif found := (header and header[2]) or (key and key[1]):
                keys.setdefault(found, number)
        in_long_text ^= len(LONG_TEXT.findall(line)) % 2 == 1
    yield name, Block(begins, keys)
