"""The data files of the demonstration: whole, plain, and without a mark left unfilled."""

import re
import tomllib
from pathlib import Path

import pytest

from checklist.models.answers import Constraint
from reporting.demonstration import story
from reporting.demonstration.wording import items, remarks

CHECKLIST = Path("checklist/data/checklists/2025-reconstruction.toml")
KINDS = ("full", "partial", "not_started")
MARKS = {"year", "last", "period", "n"}
LANGUAGES = {"en", "fr", "es", "ar"}


def asked(level):
    with CHECKLIST.open("rb") as file:
        rows = tomllib.load(file)["item"]
    return {row["code"] for row in rows if row["on"] and level in row["levels"]}


def sentences():
    for key, block in items().items():
        for language, parts in block.items():
            if language != "proof":
                for part, found in parts.items():
                    for text in found:
                        yield key, language, part, text


@pytest.mark.parametrize("item", sorted(asked("C") | asked("R") | asked("G")))
def test_every_item_that_is_asked_has_its_words(item):
    english = items()[item]["en"]

    assert set(KINDS) | {"next"} <= set(english)
    assert all(english[part] for part in (*KINDS, "next"))
    assert items()[item]["proof"]


def test_the_story_tells_every_item_that_is_asked():
    documents = {"NGT-01", "NGT-03", "NGT-11", "NGT-12"}

    assert set(story.EASE) | documents | {"NGT-05", "NGT-06"} == asked("C")
    assert set(story.OFFICE_ITEMS) == asked("R")
    assert set(story.GLOBAL_ITEMS) == asked("G")


def test_every_round_has_its_letter():
    letters = [*story.GLOBAL_ITEMS.values()]
    letters += [text for texts in story.OFFICE_ITEMS.values() for text in texts.values()]

    assert {len(text) for text in letters} == {len(story.ROUNDS)}
    assert set("".join(letters)) == set("fpn-")


def test_sentences_name_only_marks_that_are_filled_and_languages_that_are_known():
    for key, language, _, text in sentences():
        assert set(re.findall(r"\{(\w*)\}", text)) <= MARKS, (key, text)
        assert language in LANGUAGES, key


def test_a_part_with_a_period_has_a_sentence_without_one():
    for key, block in items().items():
        for language, parts in block.items():
            if language != "proof":
                for part, found in parts.items():
                    assert any("{period}" not in text for text in found), (key, part)


def test_sentences_are_plain():
    for key, _, part, text in sentences():
        assert "!" not in text, key
        assert not re.search(r"\bplease\b|\boops\b|[“”\"]", text, re.IGNORECASE), key
        assert text.endswith(".") or part == "next", (key, text)


def test_a_next_step_is_the_name_of_a_task():
    for key, _, part, text in sentences():
        assert part != "next" or not text.endswith("."), key


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_constraint_has_a_reason_in_each_language(language):
    assert set(remarks()["because"][language]) == set(Constraint.values)


def test_every_reason_why_an_item_does_not_apply_is_there_in_each_language():
    found = {frozenset(texts) for texts in remarks()["not_applicable"].values()}

    assert found == {frozenset({"document", "premises", "representative", "evaluation"})}
    assert set(remarks()["not_applicable"]) == LANGUAGES
