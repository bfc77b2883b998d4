"""Filters above a list: one control each; what is chosen stays in the address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Option:
    """A value of a filter with its words."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Filter:
    """One filter; its first option takes it off."""

    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> str:
        """The words of what is chosen, or nothing."""
        return next((each.label for each in self.options[1:] if each.is_chosen), "")


def make_filter(
    name: str, label: str, choices: Iterable[tuple[str, str]], asked: Mapping[str, str]
) -> Filter:
    """A filter as the address left it."""
    options = [Option(value, words, asked.get(name) == value) for value, words in choices]
    return Filter(name, label, [Option("", _("All"), name not in asked), *options])


def chosen_words(filters: Iterable[Filter]) -> list[str]:
    """What the list is narrowed to, in words; empty when it is whole."""
    return [each.chosen for each in filters if each.chosen]
