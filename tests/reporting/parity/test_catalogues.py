"""How far the catalogues are, counted as Babel reads them."""

import time
from collections import Counter

import pytest

from reporting.parity.catalogues import counted, entries, state_of
from reporting.parity.states import State
from tests.locale.catalogues import is_said, messages

LANGUAGES = {"ar": "ar", "zh-hans": "zh_Hans", "fr": "fr", "ru": "ru", "es": "es"}


def as_babel_reads(folder):
    found = Counter()
    for message in messages(folder):
        if not is_said(message):
            found[State.MISSING] += 1
        elif message.fuzzy:
            found[State.OUTDATED] += 1
        else:
            is_draft = "draft" in message.user_comments
            found[State.DRAFT if is_draft else State.REVIEWED] += 1
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_entries_are_counted_as_a_parser_of_the_whole_counts_them(language):
    assert counted(language) == as_babel_reads(LANGUAGES[language])


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ('# draft\nmsgid "Why"\nmsgstr "Pourquoi"\n', State.DRAFT),
        ('msgid "Why"\nmsgstr "Pourquoi"\n', State.REVIEWED),
        ('msgid "Why"\nmsgstr ""\n', State.MISSING),
        ('# draft\n#, fuzzy, python-format\nmsgid "Why"\nmsgstr "Qui"\n', State.OUTDATED),
        ('msgid ""\n"Why "\n"not"\nmsgstr ""\n"Pourquoi "\n"pas"\n', State.REVIEWED),
        (
            'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "jour"\nmsgstr[1] ""\n',
            State.MISSING,
        ),
    ],
)
def test_an_entry_is_in_one_state(entry, state):
    assert [state_of(each) for each in entries(f'msgid ""\nmsgstr "head"\n\n{entry}')] == [state]


def test_all_five_are_read_within_a_second():
    begun = time.perf_counter()
    for language in LANGUAGES:
        counted.__wrapped__(language)
    assert time.perf_counter() - begun < 1
