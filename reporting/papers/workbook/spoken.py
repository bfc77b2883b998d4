"""The codes of a data file in the words of the reader: a file is processed, a paper is read.

A code that has no word here, and all that people wrote, stays as it is.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import get_language_info

from programmes.models import CooperationFramework, CountryProgrammeDocument
from regions.templatetags.marks import COMPARISONS
from reporting.models.figures import Measure, Qualifier
from reporting.pages.engagement import LEVELS, SIGNATURES
from reporting.pages.filtering import ANSWERS, LEVEL_WORDS
from reporting.pages.findings import OUTCOMES, SEVERITIES
from reporting.pages.origins import CERTAINTIES, PROVENANCES
from reporting.pages.sheets import Column
from reporting.pages.words import capital

Words = Mapping[str, Any]

FRAMEWORKS: Final = dict(CooperationFramework.Kind.choices)
DOCUMENTS: Final = dict(CountryProgrammeDocument.Kind.choices)
WORDS: Final[Mapping[str, Words]] = {
    "#indicator+code": dict(Measure.choices),
    "#meta+qualifier": dict(Qualifier.choices),
    "#status": COMPARISONS,
    "#status+kind": {**FRAMEWORKS, **DOCUMENTS},
    "#status+signatory": SIGNATURES,
    "#status+engagement": LEVELS,
    "#status+generation": dict(CountryProgrammeDocument.Generation.choices),
    "#status+stage": dict(CountryProgrammeDocument.Stage.choices),
    "#status+derived": ANSWERS,
    "#status+outcome": OUTCOMES,
    "#severity": SEVERITIES,
    "#severity+lesser": SEVERITIES,
    "#meta+certainty": CERTAINTIES,
    "#meta+provenance": PROVENANCES,
    "#meta+level+list": LEVEL_WORDS,
}
"""By the hashtag of the column."""
TERM: Final = "#meta+term"


def words_of(column: Column) -> dict[str, str]:
    """The words of a column by code, in the language that is active."""
    return {code: capital(word) for code, word in WORDS.get(column.hxl, {}).items()}


def head_of(column: Column) -> str:
    """The head of a column; one that is the code of a language is its name."""
    label = str(column.label)
    if not column.hxl.startswith(TERM):
        return label
    return capital(get_language_info(label)["name_translated"])


def spoken(words: Words, text: str) -> str:
    """A code as its word; a list of codes as the list of theirs."""
    if text in words:
        return str(words[text])
    codes = text.split(" ")
    return "; ".join(words[code] for code in codes) if set(codes) <= set(words) else text
