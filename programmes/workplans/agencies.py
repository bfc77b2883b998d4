"""The agencies of a cell, and whether UN-Habitat is one of them, under any of its names."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from regions.tables.folding import fold

SURE: Final = re.compile(r"[;\n；،、|•]")
WEAK: Final = re.compile(r"[,/，]")
WITH_COMMAS: Final = re.compile(
    r"educational, scientific|l['’]éducation, la science|educación, la ciencia"
    r"|образования, науки",
    re.IGNORECASE,
)
"""UNESCO's full name has a comma of its own."""
KEPT: Final = "\ufdd0"
NONE: Final = frozenset({"n/a", "na", "none"})

NAMES: Final = (
    *("un habitat", "unhabitat", "onu habitat", "onuhabitat", "оон хабитат", "оонхабитат"),
    *("人居署", "联合国人居署", "联合国人类住区规划署", "联合国人类住区规划署(人居署)"),
    *("موئل", "الموئل", "موئل الامم المتحدة", "برنامج الامم المتحدة للمستوطنات البشرية"),
    *("united nations human settlements programme", "un human settlements programme", "unhsp"),
    "programme des nations unies pour les etablissements humains",
    "программа организации объединенных наций по населенным пунктам",
    "программа оон по населенным пунктам",
    "programa de las naciones unidas para los asentamientos humanos",
)
DASHES: Final = re.compile(r"[-‐‑‒–—_]")


def split(cell: str) -> list[str]:
    """The agencies as they are written, each once; commas count where nothing surer parts them."""
    if fold(cell) in NONE:
        return []
    text = WITH_COMMAS.sub(lambda found: found[0].replace(",", KEPT), cell)
    parts = SURE.split(text)
    if len(parts) == 1:
        parts = WEAK.split(text)
    named = [" ".join(part.replace(KEPT, ",").split()) for part in parts]
    return each_once(name for name in named if name.strip("-–—. "))


def each_once(names: Iterable[str]) -> list[str]:
    """In the order of the cell, as first written."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return list(found.values())


def names_un_habitat(agencies: Iterable[str]) -> bool:
    """Whether UN-Habitat is among them; Habitat for Humanity is not."""
    return any(OURS.fullmatch(bare(name)) for name in agencies)


def bare(name: str) -> str:
    """A name without accents, hyphens and case: "ONU-Hábitat" is "onu habitat"."""
    parts = unicodedata.normalize("NFKD", fold(name))
    letters = "".join(each for each in parts if not unicodedata.combining(each))
    return " ".join(DASHES.sub(" ", letters).split())


NAME: Final = "|".join(re.escape(bare(each)) for each in sorted(NAMES, key=len, reverse=True))
OURS: Final = re.compile(rf"(?:{NAME})(?:\s*[(:].*|)|.*\((?:{NAME})\).*")
