"""Which fonts a paper is set in, and the Debian packages they come from.

Papers bear the same face wherever they are made, so the printers take these files and no other
font of the machine. The package for Chinese is large and is only asked for where it is needed.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

FOLDERS: Final = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))

CORE: Final = "fonts-noto-core"
CJK: Final = "fonts-noto-cjk"
FILES: Final = {
    CORE: (
        "NotoSerif-Regular.ttf",
        "NotoSerif-Italic.ttf",
        "NotoSerif-Bold.ttf",
        "NotoSerif-BoldItalic.ttf",
        "NotoSans-Regular.ttf",
        "NotoSans-Bold.ttf",
        "NotoNaskhArabic-Regular.ttf",
        "NotoNaskhArabic-Bold.ttf",
        "NotoSansMath-Regular.ttf",
        "NotoSansSymbols2-Regular.ttf",
    ),
    CJK: ("NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"),
}
FALLBACKS: Final = "NotoSans*-Regular.ttf"
"""Further scripts of `fonts-noto-core`, for a word that somebody wrote in one of them."""


def packages(language: str) -> tuple[str, ...]:
    """What text in a language needs."""
    return (CORE, CJK) if language.startswith("zh") else (CORE,)


def missing(*languages: str) -> list[str]:
    """The Debian packages without which text in these languages cannot be printed."""
    wanted = dict.fromkeys(each for language in languages for each in packages(language))
    return [each for each in wanted if len(found(FILES[each])) < len(FILES[each])]


def present() -> list[Path]:
    """The files of our list that the machine has."""
    return list(found(name for names in FILES.values() for name in names).values())


def fallbacks() -> list[Path]:
    """One face of each further script."""
    ours = {path.name for path in present()}
    further = [path for path in reversed(list(_files())) if path.match(FALLBACKS)]
    return list({path.name: path for path in further if path.name not in ours}.values())


def found(names: Iterable[str]) -> dict[str, Path]:
    """Where the files of these names are; the first folder has precedence."""
    wanted = set(names)
    return {path.name: path for path in reversed(list(_files())) if path.name in wanted}


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted(folder.rglob("Noto*.tt[cf]"))
