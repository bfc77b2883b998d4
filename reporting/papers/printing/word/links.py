"""Where links lead: out of a part by its relations, within the paper by bookmarks."""

import hashlib
import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

SCHEMES: Final = ("http", "https", "mailto")
HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
LETTERS: Final = "%:/?#@!$&'()*+,;=~"
"""What stands in an address beside letters and digits."""

LONGEST_ADDRESS: Final = 2000
LONGEST: Final = 40
"""Letters of a bookmark's name in Word."""


class Links:
    """The addresses that one part leads to, each kept once.

    The library looks for a known address among all others each time, and takes seconds for
    thousands of links; here it is a dictionary.
    """

    def __init__(self, part: Part) -> None:
        self.part = part
        self.known: dict[str, str] = {}

    def to(self, url: str) -> str | None:
        """The relation by which the part names an address; nothing for what is not followed."""
        if not (url := followed(url)):
            return None
        if url not in self.known:
            self.known[url] = f"link{len(self.known) + 1}"
            self.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, url, self.known[url], is_external=True
            )
        return self.known[url]


@lru_cache(maxsize=1024)
def followed(url: str) -> str:
    """An address of the web or of mail as Word takes it; nothing for any other.

    Word calls a whole file damaged when one address in it is not a proper one.
    """
    try:
        parts = urlsplit(url)
        is_proper = parts.scheme in SCHEMES and parts.port != 0
    except ValueError:
        return ""
    if parts.scheme != "mailto" and not HOST.fullmatch(parts.hostname or ""):
        return ""
    quoted = quote(url, safe=LETTERS)
    return quoted if is_proper and len(quoted) <= LONGEST_ADDRESS else ""


def bookmark(anchor: str) -> str:
    """The name of a place in Word: letters and digits only, and not too many."""
    name = "p_" + re.sub(r"[^A-Za-z0-9]", "_", anchor)
    if len(name) <= LONGEST and name == f"p_{anchor}":
        return name
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    return f"{name[: LONGEST - 9]}_{digest}"
