"""How each language is written in Word: its name there, its fonts and sizes.

Word has a font for each of three scripts in every style: that of Latin and Cyrillic, that of
Chinese (`eastAsia`), that of Arabic (`cs`, for complex scripts). The names are of fonts that come
with Word itself on Windows and macOS; Times New Roman, in which the United Nations set their
documents, has Arabic letters, too. LibreOffice takes Liberation Serif and Noto for them.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

SERIF: Final = "Times New Roman"
CHINESE, CHINESE_STRONG, CHINESE_EMPHASIS = "SimSun", "SimHei", "KaiTi"
ARABIC: Final = "Times New Roman"

LOCALES: Final = {
    "en": "en-GB", "ar": "ar-SA", "zh-hans": "zh-CN", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES",
}  # fmt: skip
RIGHT_TO_LEFT: Final = ("ar", "fa", "he", "ps", "ur")
EAST_ASIAN: Final = ("zh", "ja", "ko")


@dataclass(frozen=True)
class Manner:
    """The manner of one language. `locale` is how Word names it; sizes are half points."""

    locale: str
    is_rtl: bool
    is_east_asian: bool

    @property
    def slot(self) -> str:
        """Which of the three languages of a run it is."""
        return "bidi" if self.is_rtl else "eastAsia" if self.is_east_asian else "val"

    @property
    def size(self) -> int:
        """The size of plain text: Latin words among Chinese and Arabic ones need a little more."""
        return 21 if self.is_rtl or self.is_east_asian else 20

    @property
    def line(self) -> int:
        """The distance of lines: Chinese and Arabic letters need air."""
        return 276 if self.is_rtl or self.is_east_asian else 250

    @property
    def has_italics(self) -> bool:
        """Neither Chinese nor Arabic is emphasised by slanted letters."""
        return not (self.is_rtl or self.is_east_asian)


@lru_cache(maxsize=64)
def manner_of(language: str) -> Manner:
    """The manner of a language by the code of the application, or any other by its own."""
    main = language.partition("-")[0].lower()
    locale = LOCALES.get(language.lower(), language)
    return Manner(locale, main in RIGHT_TO_LEFT, main in EAST_ASIAN)
