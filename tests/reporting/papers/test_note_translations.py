"""Translations of a note: drafts until somebody stands for them, outdated by a new original."""

import pytest

from accounts.refusals import Invalid, NotAllowed, Stale
from reporting.actions.paragraphs import change_paragraph
from reporting.actions.translations import (
    pair_digest,
    review_translation,
    take_back_review,
    translate,
)
from reporting.models import Paragraph, ParagraphTranslation
from reporting.papers.wording import counted, paragraphs_of, worded
from reporting.parity.states import State
from tests.factories import make_actor
from tests.reporting.papers.writing import SIGNED, begun, published, render, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def paragraph():
    return write(begun(published()))


def state():
    note = Paragraph.objects.get().note
    (each,) = worded(paragraphs_of(note), "fr")
    return each.state


def test_it_is_missing_a_draft_reviewed_and_outdated_in_turn(paragraph):
    states = [state()]
    made = render(paragraph)
    states.append(state())
    review_translation(made, read=pair_digest(paragraph, made), by=make_actor())
    states.append(state())
    change_paragraph(paragraph, {"kind": "text", "text": f"Now {SIGNED}."}, by=make_actor())
    states.append(state())
    assert states == [State.MISSING, State.DRAFT, State.REVIEWED, State.OUTDATED]


def test_an_outdated_one_is_written_anew_or_stood_for_as_it_is(paragraph):
    made = render(paragraph)
    sent = {"kind": "text", "text": f"Now {SIGNED}."}
    changed = change_paragraph(paragraph, sent, by=make_actor())
    again = translate(
        changed, "fr", made.text, of_version=2, base_version=made.version, by=make_actor()
    )
    assert (again.of_version, again.version, state()) == (2, 2, State.DRAFT)
    change_paragraph(changed, {"kind": "text", "text": "Words."}, by=make_actor())
    original = Paragraph.objects.get()
    review_translation(again, read=pair_digest(original, again), by=make_actor())
    assert state() == State.REVIEWED


def test_new_words_of_a_translation_are_a_draft_again_and_so_is_one_taken_back(paragraph):
    made = render(paragraph)
    reviewed = review_translation(made, read=pair_digest(paragraph, made), by=make_actor())
    translate(paragraph, "fr", "Autre.", of_version=1, base_version=2, by=make_actor())
    assert state() == State.DRAFT
    made = ParagraphTranslation.objects.get()
    review_translation(made, read=pair_digest(paragraph, made), by=make_actor())
    take_back_review(reviewed, by=make_actor())
    assert state() == State.DRAFT


def test_nobody_renders_or_stands_for_a_text_that_changed_meanwhile(paragraph):
    made = render(paragraph)
    read = pair_digest(paragraph, made)
    change_paragraph(paragraph, {"kind": "text", "text": "Words."}, by=make_actor())
    with pytest.raises(Stale):
        review_translation(made, read=read, by=make_actor())
    with pytest.raises(Stale):
        translate(paragraph, "fr", "Mots.", of_version=1, base_version=1, by=make_actor())
    with pytest.raises(Stale) as refusal:
        translate(paragraph, "fr", "Mots.", of_version=2, base_version=0, by=make_actor())
    assert refusal.value.current == made


def test_it_is_into_one_of_five_languages_and_says_something(paragraph):
    for language, text in (("en", "Words."), ("de", "Worte."), ("fr", " ")):
        with pytest.raises(Invalid):
            render(paragraph, language, text)
    with pytest.raises(NotAllowed):
        translate(paragraph, "fr", "Mots.", of_version=1, by=make_actor("regional_office"))


def test_a_table_needs_no_translation(paragraph):
    write(paragraph.note, "{table.matrix}", key="pillars", kind="exhibit")
    rows = list(worded(paragraphs_of(paragraph.note), "fr"))
    assert counted(rows) == {State.MISSING: 1}
