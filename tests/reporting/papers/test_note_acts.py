"""Acts on the note of a round: begin, masthead, paragraphs, reading again."""

import pytest

from accounts.refusals import Blocked, Invalid, NotAllowed, Stale
from reporting.actions.notes import begin_note, change_masthead, hold_back, release
from reporting.actions.paragraphs import (
    change_paragraph,
    delete_paragraph,
    move_paragraph,
    read_again,
    reading_digest,
)
from reporting.models import Note, Paragraph, ParagraphTranslation
from tests.factories import make_actor, make_round
from tests.reporting.papers.writing import SIGNED, TEXT, begun, keys, published, render, write

pytestmark = pytest.mark.django_db
NAME = SIGNED.strip("{}")


@pytest.fixture
def note():
    return begun(published())


def codes_of(refusal):
    return [(each.pointer, each.code) for each in refusal.value.faults]


def test_a_round_has_one_note_and_the_secretariat_begins_it():
    round_ = make_round("2027")
    with pytest.raises(NotAllowed):
        begin_note(round_, by=make_actor("board_member"))
    begin_note(round_, by=make_actor())
    with pytest.raises(Blocked) as refusal:
        begin_note(round_, by=make_actor())
    assert [each.code for each in refusal.value.blockers] == ["note_exists"]


def test_a_note_begins_with_the_words_of_the_last_one_in_nobodys_name(note):
    write(note, "The note", kind="title", key="title")
    africa = write(note)
    render(africa, "fr")
    render(africa, "es", "Anterior.")
    change_paragraph(africa, {"kind": "text", "text": f"{TEXT} More."}, by=make_actor())
    render(Paragraph.objects.get(key="africa"), "ar", "جديد")

    new = begin_note(make_round("2027"), by=make_actor())

    copied = list(new.paragraphs.values_list("key", "kind", "text", "text_version", "updated_by"))
    assert copied == [
        ("title", "title", "The note", 1, None),
        ("africa", "text", f"{TEXT} More.", 1, None),
    ]
    assert new.paragraphs.get(key="africa").seen == {NAME: "at least 3"}
    kept = ParagraphTranslation.objects.filter(paragraph__note=new)
    assert list(kept.values_list("language", "of_version", "reviewed_by")) == [("ar", 1, None)]


@pytest.mark.parametrize("seen", [{}, {NAME: "at least 2"}])
def test_a_figure_that_nobody_looked_at_was_read_as_the_last_publication_has_it(note, seen):
    write(note)
    Paragraph.objects.update(seen=seen)
    new = begin_note(make_round("2027"), by=make_actor())
    assert new.paragraphs.get().seen == {NAME: "at least 3"} | seen


def test_the_masthead_is_changed_on_the_version_that_was_read(note):
    sent = {"symbol": "HSP/EB.2026/5", "dated_on": "2026-04-01", "agenda_item": "6"}
    changed = change_masthead(note, sent, base_version=1, by=make_actor())
    again = change_masthead(note, sent, base_version=2, by=make_actor())

    assert (changed.symbol, str(changed.dated_on), again.version) == (
        *("HSP/EB.2026/5", "2026-04-01"),
        2,
    )
    with pytest.raises(Stale):
        change_masthead(note, {}, base_version=1, by=make_actor())
    with pytest.raises(Invalid) as refusal:
        change_masthead(note, {"symbol": "H" * 31, "dated_on": "1 April"}, by=make_actor())
    assert codes_of(refusal) == [("/symbol", "too_long"), ("/dated_on", "invalid_date")]


def test_a_language_is_held_back_and_released(note):
    hold_back(note, "ar", by=make_actor())
    hold_back(note, "fr", by=make_actor())
    held = hold_back(note, "ar", by=make_actor())
    assert held.held_back == ["ar", "fr"]
    assert release(note, "ar", by=make_actor()).held_back == ["fr"]
    with pytest.raises(Invalid):
        hold_back(note, "de", by=make_actor())


def test_a_paragraph_takes_the_place_behind_the_one_that_is_named(note):
    for key in ("first", "second", "third"):
        write(note, "Words.", key=key)
    write(note, "Between.", key="between", after="first")
    assert keys(note) == ["first", "between", "second", "third"]


@pytest.mark.parametrize(
    ("sent", "faults"),
    [
        ({"text": " "}, [("/text", "required")]),
        ({"kind": "poem"}, [("/kind", "unknown_kind")]),
        ({"text": "a" * 5001}, [("/text", "too_long")]),
        ({"text": "a\x07"}, [("/text", "bad_character")]),
        ({"key": "Africa!"}, [("/key", "unknown_key")]),
        ({"key": "issue"}, [("/key", "unknown_key")]),
        ({"key": "title"}, [("/key", "key_taken")]),
        ({"kind": "title"}, [("/kind", "title_taken")]),
        ({"after": "nowhere"}, [("/after", "no_such_paragraph")]),
    ],
)
def test_every_fault_of_a_paragraph_is_named(note, sent, faults):
    write(note, "The note", kind="title", key="title")
    with pytest.raises(Invalid) as refusal:
        write(note, **sent)
    assert codes_of(refusal) == faults
    assert keys(note) == ["title"]


def test_a_paragraph_without_a_key_is_called_by_its_first_words(note):
    text = f"In Africa, {SIGNED} frameworks were signed and more."
    for _time in range(2):
        write(note, text, key="")
    assert keys(note) == ["in-africa-frameworks-were-signed", "in-africa-frameworks-were-signed-2"]


def test_new_words_are_a_new_text_with_its_figures_as_they_read_now(note):
    paragraph = write(note, "No figure yet.")
    changed = change_paragraph(
        paragraph,
        {"kind": "text", "text": " Signed:\r\n\u202f" + SIGNED},
        base_version=1,
        by=make_actor(),
    )
    assert (changed.text, changed.text_version, changed.version, changed.seen) == (
        f"Signed: \u202f{SIGNED}",
        *(2, 2),
        {NAME: "at least 3"},
    )


def test_another_kind_is_no_other_text_and_nothing_new_is_no_version(note):
    paragraph = write(note)
    same = change_paragraph(paragraph, {"kind": "text", "text": TEXT}, by=make_actor())
    assert (same.version, same.text_version) == (1, 1)
    other = change_paragraph(paragraph, {"kind": "heading", "text": TEXT}, by=make_actor())
    assert (other.version, other.text_version) == (2, 1)


def test_nobody_overwrites_unseen(note):
    paragraph = write(note)
    change_paragraph(paragraph, {"kind": "text", "text": "One."}, base_version=1, by=make_actor())
    with pytest.raises(Stale) as refusal:
        change_paragraph(
            paragraph, {"kind": "text", "text": "Two."}, base_version=1, by=make_actor()
        )
    assert refusal.value.current.text == "One."
    with pytest.raises(Stale):
        delete_paragraph(paragraph, base_version=1, by=make_actor())


def test_paragraphs_change_places_and_close_ranks(note):
    made = [write(note, "Words.", key=key) for key in ("first", "second", "third")]
    move_paragraph(made[2], up=True, by=make_actor())
    move_paragraph(made[0], up=True, by=make_actor())
    assert keys(note) == ["first", "third", "second"]
    move_paragraph(made[0], up=False, by=make_actor())
    delete_paragraph(made[2], base_version=1, reason="Said elsewhere.", by=make_actor())
    assert list(note.paragraphs.values_list("key", "position")) == [("first", 1), ("second", 2)]


def test_figures_that_read_otherwise_are_read_again_as_they_stand(note):
    paragraph = write(note)
    Paragraph.objects.update(seen={NAME: "at least 2"})
    now = {NAME: "at least 3"}

    with pytest.raises(Stale):
        read_again(paragraph, read=reading_digest(TEXT, {NAME: "at least 2"}), by=make_actor())
    read = read_again(paragraph, read=reading_digest(TEXT, now), by=make_actor())

    assert (read.seen, read.text_version, Note.objects.get().version) == (now, 1, 1)


@pytest.mark.parametrize("role", ["regional_office", "administrator", "board_member"])
def test_nobody_but_the_secretariat_writes(note, role):
    paragraph, by = write(note), make_actor(role)
    for act in (
        lambda: change_masthead(note, {}, by=by),
        lambda: hold_back(note, "fr", by=by),
        lambda: change_paragraph(paragraph, {}, by=by),
        lambda: move_paragraph(paragraph, up=True, by=by),
        lambda: delete_paragraph(paragraph, by=by),
        lambda: read_again(paragraph, read="", by=by),
    ):
        with pytest.raises(NotAllowed):
            act()
