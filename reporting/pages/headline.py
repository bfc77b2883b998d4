"""A headline: a sentence made by a rule, unless the secretariat worded it for this publication."""

from typing import Self


class Headline(str):
    """A sentence with the place it stands in on its page.

    `computed` is the sentence of the rule, also where the secretariat's words stand instead;
    `figures` are the published numbers that those words may name beside the ones in it.
    """

    __slots__ = ("computed", "figures", "slot")

    slot: str
    computed: str
    figures: tuple[int, ...]

    def __new__(cls, words: str, *, slot: str, computed: str, figures: tuple[int, ...]) -> Self:
        headline = super().__new__(cls, words)
        headline.slot, headline.computed, headline.figures = slot, computed, figures
        return headline

    @property
    def is_replaced(self) -> bool:
        """Whether the words are the secretariat's."""
        return self != self.computed
