"""Where links lead: out of a part by its relations, within the paper by bookmarks."""

import hashlib
import re
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

OUTSIDE: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
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
        """The relation by which the part names an address; none but the web's and of mail."""
        if not OUTSIDE.match(url):
            return None
        if url not in self.known:
            self.known[url] = f"link{len(self.known) + 1}"
            self.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, url, self.known[url], is_external=True
            )
        return self.known[url]


def bookmark(anchor: str) -> str:
    """The name of a place in Word: letters and digits only, and not too many."""
    name = "p_" + re.sub(r"[^A-Za-z0-9]", "_", anchor)
    if len(name) <= LONGEST and name == f"p_{anchor}":
        return name
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    return f"{name[: LONGEST - 9]}_{digest}"
