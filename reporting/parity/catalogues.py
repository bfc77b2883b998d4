"""How far the words of the interface are, counted in the catalogues that are shipped.

The format is read line by line: a parser of the whole takes a second for each language.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils.translation import to_locale

from reporting.parity.states import State

DRAFT: Final = re.compile(r"^# draft$", re.M)
FUZZY: Final = re.compile(r"^#,.*\bfuzzy\b", re.M)
ENGLISH: Final = re.compile(r'^msgid ((?:".*"\n?)+)', re.M)
SAID: Final = re.compile(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', re.M)
QUOTES: Final = re.compile(r'["\n]')


@cache
def counted(language: str) -> Mapping[State, int]:
    """How many entries of a catalogue are in each state; read once for each release."""
    (folder,) = settings.LOCALE_PATHS
    path = Path(folder) / to_locale(language) / "LC_MESSAGES" / "django.po"
    return Counter(state_of(entry) for entry in entries(path.read_text(encoding="utf-8")))


def entries(text: str) -> Iterator[str]:
    """The entries, without the head and what is no longer said."""
    for entry in text.split("\n\n"):
        english = ENGLISH.search(entry)
        if english and words(english[1]):
            yield entry


def state_of(entry: str) -> State:
    """Not said, guessed from another entry, drafted by machine, or revised."""
    if not all(words(said[1]) for said in SAID.finditer(entry)):
        return State.MISSING
    if FUZZY.search(entry):
        return State.OUTDATED
    return State.DRAFT if DRAFT.search(entry) else State.REVIEWED


def words(quoted: str) -> str:
    """What stands between the quotes, empty or not."""
    return QUOTES.sub("", quoted)
