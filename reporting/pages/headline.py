"""A headline: a sentence made by a rule, unless the secretariat worded it for this publication."""

from typing import Self


class Headline(str):
    """A sentence with the place it stands in on its page.

    `computed` is the sentence of the rule, also where the secretariat's words stand instead;
    `figures` are the published numbers that those words may name beside the ones in it.
    `change_url` is where the secretariat words it anew, on pages of a preview alone.
    """

    __slots__ = ("change_url", "computed", "figures", "slot")

    slot: str
    computed: str
    figures: tuple[int, ...]
    change_url: str

    def __new__(
        cls, words: str, *, slot: str, computed: str, figures: tuple[int, ...], change_url: str = ""
    ) -> Self:
        headline = super().__new__(cls, words)
        headline.slot, headline.computed, headline.figures = slot, computed, figures
        headline.change_url = change_url
        return headline

    @property
    def is_replaced(self) -> bool:
        """Whether the words are the secretariat's."""
        return self != self.computed
