"""What is wrong in a data file, and where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

FEW = 7


@dataclass(frozen=True)
class FileFault:
    """A fault in a data file: which file, which line, what is wrong."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        path, root = self.path.resolve(), Path(settings.BASE_DIR)
        shown = path.relative_to(root) if path.is_relative_to(root) else self.path
        return f"{shown}:{self.line}: {self.message}"


class FilesRefused(Exception):
    """The files cannot be taken as they are; nothing was changed."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = list(faults)


def unknown(word: str, what: str, known: Iterable[str]) -> str:
    """Words for a name nobody knows, with the nearest one that is known, or the few there are."""
    names = list(known)
    near = get_close_matches(word, names, n=1)
    said = {"what": what, "word": word, "near": "".join(near), "known": ", ".join(names)}
    if near:
        return _("%(what)s “%(word)s” is not known; did you mean “%(near)s”?") % said
    if 0 < len(names) <= FEW:
        return _("%(what)s “%(word)s” is not known; known are %(known)s") % said
    return _("%(what)s “%(word)s” is not known") % said
