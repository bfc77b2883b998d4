from django.utils.translation import override

from reporting.pages.editions import Edition, Reading

EDITION = Edition("2026", 1, "0" * 64, "2026-02-24", is_demonstration=False)


def reading(**texts):
    return Reading({"headlines": {"page": texts}}, EDITION)


def test_a_headline_is_the_rule_s_sentence():
    said = Reading({}, EDITION).says("page", "Two teams", 2)
    assert (said, said.is_replaced, said.slot, said.figures) == ("Two teams", False, "page", (2,))


def test_the_secretariat_s_words_stand_in_its_place():
    said = reading(en="A pair of teams").says("page", "Two teams", 2)
    assert (said, said.is_replaced, said.computed) == ("A pair of teams", True, "Two teams")


def test_in_a_language_without_words_the_rule_s_sentence_stays():
    with override("fr"):
        assert reading(en="A pair of teams").says("page", "Deux équipes", 2) == "Deux équipes"


def test_a_page_knows_its_headlines():
    page = reading(en="A pair of teams")
    page.says("page", "Two teams", 2)
    page.says("table", "Teams by office")
    assert list(page.said) == ["page", "table"]
