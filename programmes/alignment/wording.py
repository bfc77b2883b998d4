"""What a rule found, in words a country manager understands, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from programmes.alignment.words import MISSING, TITLES, WORDS
from regions.sentences import listed


@dataclass(frozen=True)
class Message:
    """A finding: its headline, what was compared with what, and what would close it."""

    title: str
    text: str
    closes: str


def message(says: str, facts: Mapping[str, Any]) -> Message:
    """The words of a finding."""
    words = WORDS[says]
    return Message(words.title(facts), words.text(facts), str(words.closes))


def rule_title(code: str) -> str:
    """A rule as a statement that holds when it is met: “names its framework”."""
    return str(TITLES[code])


def missing_words(missing: Iterable[str]) -> str:
    """Which facts are not on record."""
    return listed([str(MISSING[name]) for name in missing])
