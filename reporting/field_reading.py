"""Fields of a figure or a request as a door brings them: read strictly, each fault at its field."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.reading import Reader as PlainReader
from accounts.reading import read_date, read_prose, unknown, unknown_fields
from accounts.refusals import Faults

Content = dict[str, Any]
"""A record as plain values, by the names of its fields."""
Reader = Callable[[Any, str, Faults, Any], Any]
"""Reads a value at a place; what it may name is in the scene."""

REASON_LIMIT: Final = 500


def read_fields(
    sent: Mapping[str, Any],
    readers: Mapping[str, Reader],
    empty: Mapping[str, Any],
    required: Sequence[str],
    faults: Faults,
    scene: Any,
) -> Content:
    """What was sent, as far as it can be read; a field that says nothing is empty."""
    unknown_fields(sent, tuple(readers), "", faults)
    content = {
        name: empty.get(name, "")
        if is_blank(sent.get(name))
        else read(sent[name], f"/{name}", faults, scene)
        for name, read in readers.items()
    }
    for name in required:
        if is_blank(sent.get(name)):
            faults.add(f"/{name}", "required", _("This field is required."))
    return content


def is_blank(value: Any) -> bool:
    """Nothing, or a text of spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def plain(read: PlainReader) -> Reader:
    """A reader that needs no scene."""
    return lambda value, at, faults, _scene: read(value, at, faults)


def read_day(value: Any, at: str, faults: Faults, _scene: Any) -> str | None:
    """A day as plain text."""
    day = read_date(value, at, faults)
    return day.isoformat() if day else None


def read_known(which: str, code: str) -> Reader:
    """A code that the scene knows under this name."""

    def read(value: Any, at: str, faults: Faults, scene: Any) -> str:
        known = getattr(scene, which)
        if not isinstance(value, str) or value not in known:
            faults.add(at, code, unknown(str(value), sorted(known)))
            return ""
        return value

    return read


def faults_of_reason(reason: str, missing: str = "") -> Faults:
    """The history says why what was cited is now another; `missing` where it must be said."""
    faults = Faults()
    if missing and not reason.strip():
        faults.add("/reason", "required", missing)
    read_prose(REASON_LIMIT)(reason, "/reason", faults)
    return faults
