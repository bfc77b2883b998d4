"""What the words of a finding are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from regions.sentences import day, listed, number, sentences

Facts = Mapping[str, Any]
Say = Callable[[Facts], str]


@dataclass(frozen=True)
class Words:
    """A headline without a full stop, whole sentences, and what would close the finding."""

    title: Say
    text: Say
    closes: Any


def in_words(facts: Facts, *days: str) -> dict[str, Any]:
    """The facts as sentences take them: days, whole numbers and lists as the language has them."""
    return {name: worded(name, value, days) for name, value in facts.items()}


def worded(name: str, value: Any, days: tuple[str, ...]) -> Any:
    """One fact."""
    if name in days:
        return day(value)
    if isinstance(value, list):
        return listed([str(each) for each in value])
    return number(value) if isinstance(value, int) and not isinstance(value, bool) else value


def plainly(words: Any) -> Say:
    """Words that need no facts; `words` is translated when it is shown."""
    return lambda _facts: str(words)


def filled(words: Any, *days: str) -> Say:
    """Words with places for facts; those named hold days."""
    return lambda facts: str(words) % in_words(facts, *days)


def joined(*says: Say) -> Say:
    """Whole sentences one after the other; an empty one is left out."""
    return lambda facts: sentences(*(say(facts) for say in says))


def either(name: str, there: Say, absent: Say | None = None) -> Say:
    """One sentence where a fact holds something, and another, or none, where it does not."""
    return lambda facts: there(facts) if facts[name] else absent(facts) if absent else ""
