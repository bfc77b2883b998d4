"""How two words are compared that people typed: case, spaces and direction marks do not count."""

import unicodedata

from regions.texts import DIRECTION


def fold(text: str) -> str:
    """A text as it is compared."""
    plain = DIRECTION.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(plain.replace("_", " ").split()).casefold()
