"""A text as searches compare it, with the place of each letter in the text itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from reporting.words import in_order


@dataclass(frozen=True)
class Folded:
    """A text without accents and capitals that knows where its letters came from."""

    text: str
    folded: str
    places: list[int]

    def original(self, start: int, end: int) -> str:
        """The letters as they were written, with the marks that stand on the last one."""
        return self.text[slice(*self.span(start, end))]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of the folded text stands in the text itself."""
        last = self.places[end] if end < len(self.places) else len(self.text)
        return self.places[start], max(last, self.places[end - 1] + 1)


def fold(text: str) -> Folded:
    """Fold letter by letter: one may become two, a mark on a letter none."""
    letters = list(folded_letters(text))
    folded = "".join(letter for letter, _place in letters)
    return Folded(text, folded, [place for letter, place in letters for _ in letter])


def folded_letters(text: str) -> Iterator[tuple[str, int]]:
    """Each letter as it is compared, and its place."""
    for place, letter in enumerate(text):
        yield in_order(letter), place
