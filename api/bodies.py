"""Bodies read strictly: what one reader would take one way and another differently is refused."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from django.utils.translation import gettext as _
from rest_framework.parsers import BaseParser

from api.errors import Problem, error, malformed, too_deep, too_large

DEEPEST = 50
CHUNK = 65_536
DISCARDED_AT_MOST = 64_000_000
PROSE = {
    "narrative",
    "next_step",
    "not_applicable_reason",
    "note",
    "reason",
    "statement",
    "specific_contribution",
    "outside_justification",
    "replacement_plan",
    "priority",
    "outcome",
    "output",
}
"""Fields in which people write text: line ends and direction marks are part of it."""

BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
BAD_OUTSIDE_PROSE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


class StrictJSONParser(BaseParser):
    """JSON as RFC 8259 has it: UTF-8, no NaN, no infinity, nothing no reader can show."""

    media_type = "application/json"

    def parse(
        self,
        stream: Any,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The value sent, or a problem that names the place."""
        limit = (parser_context or {})["view"].largest_body
        value = decode(read_at_most(stream, limit))
        check_characters(value)
        return value


class TableParser(BaseParser):
    """A table as the bytes that were sent; what they mean depends on round and office."""

    def parse(
        self,
        stream: Any,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The bytes, up to the limit of the address."""
        return read_at_most(stream, (parser_context or {})["view"].largest_body)


class CsvParser(TableParser):
    media_type = "text/csv"


class WorkbookParser(TableParser):
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OpenDocumentParser(TableParser):
    media_type = "application/vnd.oasis.opendocument.spreadsheet"


TABLES = (CsvParser, WorkbookParser, OpenDocumentParser)


def read_at_most(stream: Any, limit: int) -> bytes:
    """The body, unless it is larger than announced and allowed."""
    body: bytes = stream.read(limit + 1)
    if len(body) > limit:
        raise too_large(limit)
    return body


def discard(stream: Any) -> None:
    """Read a refused body away piece by piece, so that the client is still there to be told."""
    left = DISCARDED_AT_MOST
    while left > 0 and (chunk := stream.read(CHUNK)):
        left -= len(chunk)


def decode(body: bytes) -> Any:
    """The JSON value; faults name the position and never repeat what was sent."""
    try:
        text = body.decode("utf-8-sig")
        return json.loads(text, parse_constant=refuse_constant, parse_float=read_float)
    except UnicodeDecodeError as fault:
        words = _("The body is not UTF-8: byte %(position)d.") % {"position": fault.start}
        raise malformed(words) from fault
    except json.JSONDecodeError as fault:
        words = _("The JSON does not parse: line %(line)d, column %(column)d.")
        raise malformed(words % {"line": fault.lineno, "column": fault.colno}) from fault
    except RecursionError as fault:
        raise too_deep() from fault
    except ValueError as fault:
        raise malformed(_("The JSON has a number that is too long.")) from fault


def refuse_constant(name: str) -> NoReturn:
    """NaN and the infinities are no JSON."""
    raise malformed(_("The JSON has %(name)s, which is no number.") % {"name": name})


def read_float(text: str) -> float:
    """A number that fits; 1e999 would become an infinity."""
    value = float(text)
    if math.isinf(value):
        raise malformed(_("The JSON has a number that is too large."))
    return value


def check_characters(value: Any) -> None:
    """Refuse depth and characters that must not be stored, naming every field."""
    found = list(bad_texts(value))
    if found:
        words = _("The text has characters that cannot be kept.")
        errors = [error(pointer, "bad_character", words) for pointer in found]
        raise Problem(400, "bad_character", words, errors=errors)


def bad_texts(value: Any, at: str = "", name: str = "", depth: int = 0) -> Iterator[str]:
    """Pointers of texts, and of objects with keys, that have bad characters."""
    if isinstance(value, str):
        if (BAD if name in PROSE else BAD_OUTSIDE_PROSE).search(value):
            yield at
    elif isinstance(value, dict):
        yield from bad_keys(value, at, depth)
        for key, each in value.items():
            yield from bad_texts(each, f"{at}/{escaped(key)}", key, depth + 1)
    elif isinstance(value, list):
        check_depth(depth)
        for position, each in enumerate(value):
            yield from bad_texts(each, f"{at}/{position}", name, depth + 1)


def bad_keys(value: Mapping[str, Any], at: str, depth: int) -> Iterator[str]:
    """An object whose own keys cannot be kept is named itself: the key would not print."""
    check_depth(depth)
    if any(BAD_OUTSIDE_PROSE.search(key) for key in value):
        yield at


def check_depth(depth: int) -> None:
    """The outermost object is the first level."""
    if depth >= DEEPEST:
        raise too_deep()


def escaped(key: str) -> str:
    """A key as part of a JSON pointer; one that cannot be printed is left out."""
    plain = BAD_OUTSIDE_PROSE.sub("", key)
    return plain.replace("~", "~0").replace("/", "~1")
