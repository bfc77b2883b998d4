"""What was asked, as words: each with the forms in which it is found.

All words must be there; of the last one its beginning is enough, for it may still be under
way. Signs between the words mean nothing: an operator is a sign like any other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from reporting.searching.folding import Folded, fold
from reporting.searching.variants import any_variant, variants
from reporting.words import HAN, LONGEST, WORD, pairs

MOST_TERMS: Final = 12
"""Nobody asks for more words at once; what follows is not searched for."""


@dataclass(frozen=True)
class Form:
    """One way to write what is asked: words that must all be there, and how they are marked."""

    words: Sequence[str]
    marked: Sequence[str]
    is_open: bool = False

    @property
    def lexemes(self) -> str:
        """The words as PostgreSQL is asked for them; they hold letters and digits alone."""
        *others, last = (f"'{word}'" for word in self.words)
        return " & ".join([*others, f"{last}:*" if self.is_open else last])


@dataclass(frozen=True)
class Term:
    """A word as it was typed, or an expression that has several forms."""

    asked: str
    forms: Sequence[Form]

    @property
    def lexemes(self) -> str:
        """Any of its forms."""
        return f"({' | '.join(f'({form.lexemes})' for form in self.forms)})"


@dataclass(frozen=True)
class Asked:
    """All that was asked; nothing where no letter was typed."""

    text: str
    terms: Sequence[Term]

    @property
    def lexemes(self) -> str:
        """Every word in one of its forms."""
        return " & ".join(term.lexemes for term in self.terms)


def ask(text: str) -> Asked:
    """Read what was typed."""
    folded = fold(text)
    terms = list(islice(terms_in(folded), MOST_TERMS))
    return Asked(text.strip(), terms)


def terms_in(folded: Folded) -> Iterator[Term]:
    """Expressions with several forms, and the words between them."""
    end = 0
    for found in any_variant().finditer(folded.folded):
        yield from plain_terms(folded, end, found.start())
        end = found.end()
        forms = [form_of(each, is_last(folded, end)) for each in variants()[found[0]]]
        yield Term(folded.original(found.start(), end), forms)
    yield from plain_terms(folded, end, len(folded.folded))


def plain_terms(folded: Folded, start: int, end: int) -> Iterator[Term]:
    """The words of a part of what was typed."""
    for found in WORD.finditer(folded.folded, start, end):
        typed = folded.original(*found.span())
        yield Term(typed, [form_of(found[0], is_last(folded, found.end()))])


def is_last(folded: Folded, end: int) -> bool:
    """Whether no word follows."""
    return WORD.search(folded.folded, end) is None


def form_of(text: str, is_open: bool) -> Form:
    """The words of one form; Chinese by pairs of signs, marked as one."""
    words: list[str] = []
    for word in WORD.findall(text):
        for part in HAN.findall(word):
            words += [each for each in pairs(part) if len(each) == min(2, len(part))]
        words += [part[:LONGEST] for part in HAN.split(word) if part]
    marked = [part for word in WORD.findall(text) for part in split(word)]
    return Form(words, marked, is_open and not HAN.search(words[-1]))


def split(word: str) -> Iterator[str]:
    """A word as signs of Chinese and what stands between them."""
    yield from HAN.findall(word)
    yield from (part for part in HAN.split(word) if part)
