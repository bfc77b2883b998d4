"""The words of the program itself, read without the tools of translators."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ["accounts", "api", "checklist", "habitat_reform", "programmes", "regions", "reporting"]
LAZY_TOO = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
LAZY_TOO |= {"npgettext": ((1, "c"), 2, 3)}
KEYWORDS = {"_": None} | {
    f"{name}{end}": where for name, where in LAZY_TOO.items() for end in ("", "_lazy")
}

Key = tuple[str | None, str | tuple[str, ...]]


def spoken() -> set[Key]:
    """Context and English of every string in the source."""
    return {key for path in sources() for key in strings(path)}


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.py")
    yield from (ROOT / "templates").rglob("*.html")
    yield from (ROOT / "templates").rglob("*.txt")


def strings(path: Path) -> Iterator[Key]:
    code = io.BytesIO(python_of(path).encode())
    for _line, english, _comments, context in extract("python", code, keywords=KEYWORDS):
        yield context, english


def python_of(path: Path) -> str:
    """A template as the translators' tools see it, all lines at one depth."""
    text = path.read_text()
    if path.suffix == ".py":
        return text
    return "\n".join(line.strip() for line in templatize(text, origin=path.name).splitlines())
