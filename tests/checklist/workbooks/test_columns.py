import pytest
from django.utils.translation import override

from checklist.content import FIELDS
from checklist.workbooks.columns import BY_NAME, COLUMNS, FIELD_NAMES, column_named
from checklist.workbooks.vocabulary import code_of, codes_of, ids_of, in_words, words_of
from regions.languages import CODES
from regions.texts import nearest


@pytest.mark.parametrize("name", BY_NAME)
def test_a_column_is_found_by_its_machine_name_and_by_its_heading_however_it_is_typed(name):
    heading = str(BY_NAME[name].heading)

    assert {column_named(name), column_named(heading), column_named(f"  {heading.upper()} ")} == {
        name
    }


@pytest.mark.parametrize("language", CODES)
def test_no_two_columns_share_a_heading_in_a_language(language):
    with override(language):
        headings = [str(column.heading) for column in COLUMNS]

    assert len(set(headings)) == len(headings)
    assert [column_named(heading) for heading in headings] == [each.name for each in COLUMNS]


def test_the_fields_of_the_table_are_the_fields_of_a_line():
    assert set(FIELD_NAMES) == {"item", "subject", "base_version", "reexamined", *FIELDS}


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("kind", "Full", "full"),
        ("kind", " NOT  started ", "not_started"),
        ("kind", "not_started", "not_started"),
        ("kind", "Partiel", "partial"),
        ("kind", "لم يبدأ", "not_started"),
        ("kind", "\u200fلا ينطبق\u200f", "not_applicable"),
        ("kind", "不适用", "not_applicable"),
        ("kind", "Полностью", "full"),
        ("kind", "No procede", "not_applicable"),
        ("kind", "Quite full", "Quite full"),
        ("language", "Français", "fr"),
        ("language", "العربية", "ar"),
        ("language", "zh-hans", "zh-hans"),
        ("reexamined", "YES", "true"),
        ("reexamined", "0", "false"),
    ],
)
def test_a_cell_is_read_from_the_words_of_any_language_or_from_codes(name, text, code):
    assert code_of(name, text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("core_funding other", ["core_funding", "other"]),
        ("core_funding;other", ["core_funding", "other"]),
        ("Lack of core funding; Other", ["core_funding", "other"]),
        ("Insuffisance des effectifs\nAutre", ["staff_capacity", "other"]),
        ("Сложности", ["Сложности"]),
        ("Lack of core", ["Lack of core"]),
        (" ; ;", []),
    ],
)
def test_several_constraints_stand_between_semicolons_and_codes_also_between_spaces(text, codes):
    assert codes_of("constraints", text) == codes


def test_what_a_cell_shows_is_read_back():
    for name in ("kind", "constraints", "language", "reexamined"):
        codes = list(words_of(name))
        assert codes_of(name, in_words(name, codes)) == codes


def test_ids_of_evidence_are_separated_by_anything_that_stands_between_them():
    assert ids_of("a, b;c\nd  e") == ["a", "b", "c", "d", "e"]


def test_a_heading_is_recognised_when_it_is_misspelt():
    assert nearest("verdct", ["verdict", "item"]) == "verdict"
