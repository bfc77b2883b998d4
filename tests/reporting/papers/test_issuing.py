"""The note is issued in a language for a publication, once and for good."""

import json

import pytest

from accounts.refusals import Blocked, Invalid, NotAllowed
from checklist.actions.rounds import reopen
from reporting.actions.notes import change_masthead, hold_back, issue_note
from reporting.actions.paragraphs import change_paragraph
from reporting.models import Note, Publication
from reporting.previewing import draw_preview
from reporting.publishing import publish
from reporting.snapshots.canonical import digest
from reporting.withdrawing import withdraw
from tests.factories import make_actor
from tests.reporting.papers.writing import SIGNED, TEXT, begun, published, render, write

pytestmark = pytest.mark.django_db
NAME = SIGNED.strip("{}")


@pytest.fixture
def publication():
    return published()


@pytest.fixture
def note(publication):
    note = begun(publication)
    write(note, "The note", kind="title", key="title")
    return note


def issue(publication, language="en", **said):
    return issue_note(publication, language, **said, by=make_actor())


def codes_of(publication, language="en", **said):
    with pytest.raises(Blocked) as refusal:
        issue(publication, language, **said)
    return [each.code for each in refusal.value.blockers]


def reopened(publication):
    publication.round.refresh_from_db()
    return reopen(publication.round, by=make_actor())


def test_an_issue_keeps_masthead_and_text_and_its_digest(publication, note):
    write(note)
    change_masthead(note, {"symbol": "HSP/EB.2026/5", "dated_on": "2026-04-01"}, by=make_actor())

    made = issue(publication)

    assert json.loads(made.text) == {
        "language": "en",
        "number": 1,
        "basis": "",
        "masthead": {
            "symbol": "HSP/EB.2026/5",
            "checklist_symbol": "",
            "dated_on": "2026-04-01",
            "agenda_item": "",
        },
        "paragraphs": [
            {"key": "title", "kind": "title", "text": "The note", "language": "en"},
            {"key": "africa", "kind": "text", "text": TEXT, "language": "en"},
        ],
    }
    assert (made.number, made.sha256, made.reason) == (1, digest(made.text), "")


def test_who_issues_the_note_has_read_each_figure_that_nobody_looked_at_before(publication, note):
    new, old = write(note), write(note, key="older")
    note.paragraphs.filter(pk=new.pk).update(seen={})
    note.paragraphs.filter(pk=old.pk).update(seen={NAME: "at least 2"})
    issue(publication)
    assert dict(note.paragraphs.values_list("key", "seen")) == {
        "title": {},
        "africa": {NAME: "at least 3"},
        "older": {NAME: "at least 2"},
    }


def test_what_is_not_translated_is_issued_in_english_with_leave_only(publication, note):
    africa = write(note)
    write(note, "{table.matrix}", key="pillars", kind="exhibit")
    render(note.paragraphs.get(key="title"), "fr", "La note")
    render(africa)
    change_paragraph(africa, {"kind": "text", "text": f"Now {SIGNED}."}, by=make_actor())
    write(note, "New.", key="later")

    assert codes_of(publication, "fr") == ["translation_missing", "translation_outdated"]
    made = issue(publication, "fr", with_untranslated=True)

    found = [(each["key"], each["language"]) for each in json.loads(made.text)["paragraphs"]]
    assert found == [("title", "fr"), ("africa", "en"), ("pillars", "fr"), ("later", "en")]


def test_everything_in_the_way_is_named(publication, note):
    write(note, "{nothing.like_this} [^and {nothing.there}] {Broken", key="wrong")
    write(note, "See {table.matrix}", key="beside", kind="exhibit")
    hold_back(note, "en", by=make_actor())
    assert codes_of(publication) == [
        "language_held_back",
        "figure_unknown",
        "notation_broken",
        "exhibit_misplaced",
    ]


def test_the_texts_that_are_issued_are_judged_not_their_originals(publication, note):
    africa = write(note)
    render(note.paragraphs.get(key="title"), "fr", "La note")
    render(africa, text="{nothing.like_this}")
    assert codes_of(publication, "fr") == ["figure_unknown"]
    issue(publication)


def test_a_note_is_issued_for_the_publication_that_stands(publication, note):
    corrected = publish(reopened(publication), note="Counted.", by=make_actor())
    assert codes_of(publication) == ["not_in_force"]
    withdraw(corrected, reason="Wrong.", by=make_actor())
    issue(publication)
    withdraw(publication, reason="Wrong.", by=make_actor())
    assert codes_of(publication) == ["no_publication"]


def test_a_preview_is_not_published(publication, note):
    preview = draw_preview(reopened(publication), by=make_actor())
    assert codes_of(Publication.previews.get(pk=preview.pk)) == ["not_in_force"]


def test_a_round_without_a_note_or_with_an_empty_one_issues_nothing(publication):
    assert codes_of(publication) == ["note_missing"]
    Note.objects.create(round=publication.round)
    assert codes_of(publication) == ["note_empty"]


def test_a_further_issue_says_why_and_says_something_new(publication, note):
    issue(publication)
    with pytest.raises(Invalid) as refusal:
        issue(publication)
    assert [each.code for each in refusal.value.faults] == ["reason_required"]
    assert codes_of(publication, reason="Again.") == ["note_unchanged"]
    write(note)
    second = issue(publication, reason="With Africa.")
    assert (second.number, second.reason) == (2, "With Africa.")


def test_only_the_secretariat_issues_and_in_six_languages(publication, note):
    with pytest.raises(NotAllowed):
        issue_note(publication, "en", by=make_actor("administrator"))
    with pytest.raises(Invalid):
        issue(publication, "de")
