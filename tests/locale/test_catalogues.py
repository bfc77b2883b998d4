"""The words in five languages: whole, with their gaps, and compiled."""

import re

import pytest

from tests.locale.catalogues import (
    LANGUAGES,
    catalogue,
    compile_again,
    compiled,
    forms_of_one_number,
    is_said,
    messages,
    one_by_one,
    said,
    words,
)
from tests.locale.source import spoken
from tests.locale.terms import TERMS

GAP = re.compile(r"%\(\w+\)[sd]|%[sd]|(?<!\{)\{\w+\}")
TAG = re.compile(r"</?\w+[^>]*>")
FORMS = {"ar": 6, "zh_Hans": 1, "fr": 2, "ru": 4, "es": 3}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_of_the_english_is_in_the_translation(language):
    wrong = [
        (english, text)
        for english, text, alone in said(language)
        if not alone and sorted(GAP.findall(text)) != sorted(GAP.findall(english))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_stands_for_one_number_has_no_gap_of_its_own(language):
    wrong = [
        (english, text)
        for english, text, alone in said(language)
        if alone and not set(GAP.findall(text)) <= set(GAP.findall(english))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_that_of_the_english(language):
    wrong = [
        (english, text)
        for english, text, alone in said(language)
        if not alone and sorted(TAG.findall(text)) != sorted(TAG.findall(english))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_entries_have_as_many_forms_as_the_language_or_none(language):
    plurals = [message for message in messages(language) if not isinstance(message.id, str)]
    wrong = [
        (message.id, message.string)
        for message in plurals
        if any(message.string)
        and (len(message.string), all(message.string)) != (FORMS[language], True)
    ]
    assert plurals
    assert wrong == []


def test_only_arabic_says_none_one_and_two_without_a_digit():
    assert forms_of_one_number(catalogue("ar")) == {0, 1, 2}
    assert forms_of_one_number(catalogue("ru")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_present_one(language):
    assert words(compiled(language)) == words(compile_again(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess_of_the_tools(language):
    assert [message.id for message in messages(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything(language):
    assert [message.id for message in messages(language) if not is_said(message)] == []


def test_every_string_of_the_source_is_in_the_catalogue():
    """A new string comes in by `makemessages`, with its five translations (docs/translating.md)."""
    known = {(each.context, text) for each in messages("ar") for text in one_by_one(each.id)}
    asked = {(context, text) for context, english in spoken() for text in one_by_one(english)}
    assert asked - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_those_of_the_board_papers(language):
    found = catalogue(language)
    told = {(context, english): found.get(english, context).string for context, english in TERMS}
    assert told == {key: row[LANGUAGES.index(language)] for key, row in TERMS.items()}
