"""The words of cells that hold codes: shown in one language, read from any of the six."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from regions.languages import CODES
from regions.tables.folding import fold


class Vocabulary:
    """The words of the codes of one column; `also` are ways to write them that nobody is shown."""

    def __init__(self, words: Mapping[str, Any], also: Mapping[str, str] | None = None) -> None:
        self.words, self.also = words, also or {}
        self.known: dict[str, dict[str, str]] = {}

    def shown(self) -> dict[str, str]:
        """The word of each code, in the active language."""
        return self.shown_in(get_language() or "en")

    def shown_in(self, language: str) -> dict[str, str]:
        """The word of each code in a language; looked up once, used in every row."""
        if language not in self.known:
            with override(language):
                self.known[language] = {code: str(word) for code, word in self.words.items()}
        return self.known[language]

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code that a word of any language means, codes themselves among them."""
        found = {fold(code): code for code in self.words}
        for language in CODES:
            found.update({fold(word): code for code, word in self.shown_in(language).items()})
        return found

    def code_of(self, text: str) -> str:
        """The code that a cell means; what is not known stays as it was typed, to be told so."""
        word = fold(text)
        return self.codes.get(word) or self.also.get(word, text.strip())


YES_OR_NO: Final = Vocabulary({"true": _("Yes"), "false": _("No")}, {"1": "true", "0": "false"})
