import pytest
from django.utils.translation import override

from reporting.pages.findings import counts_words
from reporting.words import in_order, words_of


def test_words_are_folded_so_that_accents_and_capitals_do_not_matter():
    assert words_of("Côte d'Ivoire", "COTE") == ["cote", "d", "ivoire"]


def test_chinese_is_found_by_each_sign_and_each_pair():
    assert words_of("供资契约") == ["供", "供资", "契", "契约", "约", "资", "资契"]


def test_a_code_is_found_whole_in_its_parts():
    assert words_of("NGT-03") == ["03", "ngt"]


def test_names_are_sorted_by_letters_before_accents():
    assert sorted(["Zambia", "Égypte", "Eritrea"], key=in_order) == ["Égypte", "Eritrea", "Zambia"]


@pytest.mark.parametrize(
    ("language", "comma"),
    [("en", ","), ("fr", ","), ("es", ","), ("ru", ","), ("ar", "،"), ("zh-hans", "，")],
)
def test_counts_of_findings_stand_side_by_side_in_every_language(language, comma):
    with override(language):
        said = counts_words({"error": 1, "warning": 9, "info": 2})

    assert said.count(comma) == 2
