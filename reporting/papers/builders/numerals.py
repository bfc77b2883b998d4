"""How headings of a document of the Board are numbered: I, II, III; below them A, B, C.

Chinese writes 一、二、三, Arabic counts in words and then by the names of letters, as in the
documents of the Board in these languages (HSP/EB.2025/8 for Chinese).
"""

from collections.abc import Mapping, Sequence
from typing import Final

ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS: Final = ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L")
CHINESE: Final = (*"一二三四五六七八九十", "十一", "十二")
ORDINALS: Final = (
    "أولاً",
    "ثانياً",
    "ثالثاً",
    "رابعاً",
    "خامساً",
    "سادساً",
    "سابعاً",
    "ثامناً",
    "تاسعاً",
    "عاشراً",
    "حادي عشر",
    "ثاني عشر",
)
ARABIC_LETTERS: Final = (
    *("ألف", "باء", "جيم", "دال", "هاء", "واو"),
    *("زاي", "حاء", "طاء", "ياء", "كاف", "لام"),
)

PLAIN: Final = (ROMAN, LETTERS)
COUNTED: Final[Mapping[str, tuple[Sequence[str], Sequence[str]]]] = {
    "ar": (ORDINALS, ARABIC_LETTERS),
    "zh-hans": (CHINESE, LETTERS),
}
AFTER: Final[Mapping[str, tuple[str, str]]] = {"ar": (" - ", " - "), "zh-hans": ("、", ". ")}
"""What stands between the number and the heading, on each level."""


def mark(level: int, number: int, language: str) -> str:
    """The number before a heading; a thirteenth has none."""
    signs = COUNTED.get(language, PLAIN)[level - 1]
    after = AFTER.get(language, (". ", ". "))[level - 1]
    return f"{signs[number - 1]}{after}" if number <= len(signs) else ""
