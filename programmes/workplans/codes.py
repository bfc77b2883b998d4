"""Code and name of a result, also where an export writes both into one cell."""

import re
from typing import Final

LEVEL: Final = (
    r"(?:strategic priority|priority|sub[- ]?output|outcome|output|sp|effet|produit|"
    r"sous-produit|efecto|producto|subproducto)"
)
CODE: Final = r"(?:[A-Z]{1,4}[-.]?)?\d+(?:[.\-]\d+)*[a-z]?"
DOTTED: Final = r"(?:[A-Z]{1,4}[-.]?)?\d+(?:\.\d+)+[a-z]?"
"""Without its level before it a code has parts, or a mark: "2 trainings" has neither."""
MARK: Final = r"\s*[:–—-]?\s*(?P<name>\S.*)?"
WITH_LEVEL: Final = re.compile(rf"{LEVEL}\s+(?P<code>{CODE})(?!\w)\.?{MARK}", re.I | re.S)
BARE: Final = re.compile(rf"(?P<code>{DOTTED})(?:[.)]|(?=[\s:])|$){MARK}", re.I | re.S)
MARKED: Final = re.compile(r"(?P<code>\d{1,3}[a-z]?)(?:[.):]| [–—-])\s+(?P<name>\S.*)", re.I | re.S)
ALONE: Final = re.compile(rf"(?:{LEVEL}\s+)?(?P<code>{CODE})[.):]?", re.I)


def apart(text: str) -> tuple[str, str]:
    """Code and name: "SUB-OUTPUT 1.2.3: Name" and "1.2.3 Name" alike; no code, no code."""
    found = WITH_LEVEL.fullmatch(text) or BARE.fullmatch(text) or MARKED.fullmatch(text)
    return (found["code"], (found["name"] or "").strip()) if found else ("", text)


def code_in(text: str) -> str:
    """The code of a cell that is one: "Output 1.1" is 1.1; what has no such shape stays."""
    found = ALONE.fullmatch(text)
    return found["code"] if found else text


def code_and_name(code: str, name: str) -> tuple[str, str]:
    """Both from two cells, of which either may be empty, or the second hold both."""
    said, words = apart(name)
    code = code_in(code)
    if not code:
        return said, words
    return (code, words) if said == code else (code, name)
