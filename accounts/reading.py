"""Plain values from any door, read strictly: every fault is named, none is guessed away."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from regions.texts import has_control_characters, nearest

LIST_LIMIT = 100
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Reader = Callable[[Any, str, Faults], Any]


def unknown_fields(
    line: Mapping[str, Any], known: tuple[str, ...], at: str, faults: Faults
) -> None:
    """A misspelt field is a fault: ignoring it would lose what was meant."""
    for name in line:
        if name not in known:
            hint = nearest(str(name), known)
            words = _("There is no field “%(name)s”.") % {"name": str(name)[:60]}
            if hint:
                words += " " + _("Did you mean “%(hint)s”?") % {"hint": hint}
            faults.add(f"{at}/{name}", "unknown_field", words)


def unknown(code: str, known: Iterable[str]) -> str:
    """That a code is not known, and which one was probably meant."""
    words = _("“%(code)s” is not known.") % {"code": code[:60]}
    hint = nearest(code[:60], known)
    return words + " " + _("Did you mean “%(hint)s”?") % {"hint": hint} if hint else words


def read_prose(limit: int) -> Reader:
    """Text in any language, without control characters.

    A browser ends lines in its own way; that is no change of words.
    """

    def read(value: Any, at: str, faults: Faults) -> str:
        if not isinstance(value, str):
            faults.add(at, "not_a_text", _("A text is needed here."))
            return ""
        value = value.replace("\r\n", "\n")
        if len(value) > limit:
            words = _("The text has %(length)d characters; at most %(limit)d are kept.")
            faults.add(at, "too_long", words % {"length": len(value), "limit": limit})
        if has_control_characters(value):
            faults.add(at, "bad_character", _("The text has control characters."))
        return value.strip()

    return read


def read_choice(known: tuple[str, ...], code: str) -> Reader:
    """One of a few codes."""

    def read(value: Any, at: str, faults: Faults) -> str:
        if not isinstance(value, str) or value not in known:
            allowed = ", ".join(known)
            faults.add(at, code, _("Use one of: %(allowed)s.") % {"allowed": allowed})
            return ""
        return value

    return read


def read_list(reader: Reader, most: int = LIST_LIMIT) -> Reader:
    """A list of codes without repeats, in the order sent."""

    def read(value: Any, at: str, faults: Faults) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            faults.add(at, "not_a_list", _("A list is needed here."))
            return ()
        if len(value) > most:
            faults.add(at, "too_many", _("At most %(most)d are taken here.") % {"most": most})
            return ()
        return tuple(dict.fromkeys(reader(v, f"{at}/{i}", faults) for i, v in enumerate(value)))

    return read


def read_date(value: Any, at: str, faults: Faults) -> date | None:
    """A day that exists, as 2026-05-31; an empty one is not known."""
    if value in (None, ""):
        return None
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value)
    except (ValueError, TypeError):
        pass
    faults.add(at, "invalid_date", _("Use a day that exists, such as 2026-05-31."))
    return None
