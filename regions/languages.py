"""The six official languages of the United Nations, and how a name is taken in one of them."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import get_language

CODES = ("ar", "zh-hans", "en", "fr", "ru", "es")

Names = dict[str, str]
"""A text in several languages, by language code; English is always there."""


def in_language(names: Mapping[str, str], language: str | None = None) -> str:
    """The text in `language` (the active one when not given), else in English."""
    return names.get(language or get_language() or "en") or names.get("en", "")


def language_of(names: Mapping[str, str]) -> str:
    """The code of the language in which `in_language` gives the text to the reader."""
    code = get_language() or "en"
    return code if names.get(code) else "en"


def has_english(field: str) -> models.Q:
    """Condition of a constraint: a text in several languages is always there in English."""
    return models.Q(**{f"{field}__has_key": "en"})


class Named(models.Model):
    """Something with an official name in up to six languages."""

    names = models.JSONField(default=dict)

    class Meta:
        abstract = True

    @property
    def name(self) -> str:
        """The official name in the reader's language, else in English."""
        return in_language(self.names)
