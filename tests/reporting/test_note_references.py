"""The note of 2025 comes with the reference data, and nothing that people made of it is lost."""

import pytest

from reporting.models import Note, ParagraphTranslation
from reporting.papers.living import BARE, Look, marked
from reporting.papers.notation import bounds, broken, parse
from reporting.references import load_reference

pytestmark = pytest.mark.django_db


@pytest.fixture
def note():
    load_reference()
    return Note.objects.get()


def test_the_note_of_2025_is_loaded_with_its_translations_as_drafts(note):
    keys = list(note.paragraphs.values_list("key", flat=True))
    loaded = ParagraphTranslation.objects.order_by("language", "paragraph__position")

    assert (note.round.code, keys[:2], len(keys)) == ("2025", ["title", "introduction"], 37)
    assert list(loaded.values_list("language", "paragraph__key")) == [
        (language, key) for language in ("ar", "es", "fr", "ru", "zh-hans") for key in keys
    ]
    assert not loaded.filter(reviewed_at__isnull=False).exists()


def test_loading_again_leaves_what_people_wrote(note):
    africa = note.paragraphs.get(key="africa")
    africa.text, africa.text_version = "Rewritten.", 2
    africa.save()
    africa.translations.all().delete()
    load_reference()

    africa.refresh_from_db()
    assert (africa.text, africa.translations.count()) == ("Rewritten.", 0)


def test_no_text_of_the_note_states_a_number_that_is_bound_to_nothing(note):
    for paragraph in note.paragraphs.prefetch_related("translations"):
        texts = {"en": paragraph.text}
        texts |= {each.language: each.text for each in paragraph.translations.all()}
        for language, text in texts.items():
            pieces = Look(None, language, paragraph.text).pieces(text)
            assert [each.text for each in marked(pieces) if each.kind == BARE] == [], language


INFLECTED = {("ru", "new-generation"): {"{country.AZE}": "В Азербайджане"}}
"""Names in the case that the grammar asks for, not as the register has them."""


def test_each_translation_names_what_its_original_names(note):
    for paragraph in note.paragraphs.prefetch_related("translations"):
        tokens = parse(paragraph.text)
        assert not [*broken(tokens)], paragraph.key
        for translation in paragraph.translations.all():
            names = {each.written for each in bounds(parse(translation.text))}
            inflected = INFLECTED.get((translation.language, paragraph.key), {})
            assert names | set(inflected) == {each.written for each in bounds(tokens)}, translation
            assert all(words in translation.text for words in inflected.values()), translation
