"""What a reader types, as words; signs are inert, expressions have several forms."""

import pytest

from reporting.searching.asking import ask
from reporting.searching.variants import variants


def lexemes(text):
    return ask(text).lexemes


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("housing", "(('housing':*))"),
        ("Côte d’IVOIRE", "(('cote')) & (('d')) & (('ivoire':*))"),
        ("NGT-03", "(('ngt')) & (('03':*))"),
        ("a:* & !b | 'c' <-> (d", "(('a')) & (('b')) & (('c')) & (('d':*))"),
        ("人居署", "(('人居' & '居署'))"),
        ("署", "(('署'))"),
        ("人居署 2025", "(('人居' & '居署')) & (('2025':*))"),
        ("Straße", "(('strasse':*))"),
    ],
)
def test_words_are_folded_and_the_last_is_open(typed, asked):
    assert lexemes(typed) == asked


@pytest.mark.parametrize("typed", ["", "  ", "&|!()':*", "…", "\u202e"])
def test_where_no_letter_is_typed_nothing_is_asked(typed):
    assert ask(typed).terms == []


def test_each_word_is_named_as_it_was_typed():
    assert [term.asked for term in ask("Égypte & HOUSING").terms] == ["Égypte", "HOUSING"]


@pytest.mark.parametrize("typed", ["供资契约", "筹资契约"])
def test_either_chinese_form_of_the_funding_compact_asks_for_both(typed):
    assert lexemes(typed) == "(('供资' & '资契' & '契约') | ('筹资' & '资契' & '契约'))"


@pytest.mark.parametrize("typed", ["供资", "筹资"])
def test_so_does_a_word_of_either_form(typed):
    assert lexemes(typed) == "(('供资') | ('筹资'))"


def test_an_expression_stands_among_other_words():
    assert lexemes("2025 供资契约 x") == (
        "(('2025')) & (('供资' & '资契' & '契约') | ('筹资' & '资契' & '契约')) & (('x':*))"
    )


def test_an_older_expression_of_several_words_finds_the_present_one():
    assert lexemes("Bilan commun de pays") == (
        "(('analyse' & 'commune' & 'de' & 'pays':*) | ('bilan' & 'commun' & 'de' & 'pays':*))"
    )


def test_a_form_is_a_whole_word_in_languages_that_have_ends_of_words():
    assert "|" not in lexemes("xbilan commun de pays")


def test_every_variant_of_the_terminology_is_there():
    pairs = [
        ("软性参与", "少量投入"),
        ("派驻人员有限", "派驻人员"),
        ("指导意见", "指导"),
        ("协调统一", "保持一致"),
    ]
    assert [(one, two) for one, two in pairs if two not in variants().get(one, ())] == []


def test_nobody_asks_for_more_than_twelve_words():
    assert len(ask(" ".join(f"w{n}" for n in range(30))).terms) == 12
