"""The note of 2025 comes with the reference data, and nothing that people made of it is lost."""

import pytest

from reporting.models import Note, ParagraphTranslation
from reporting.papers.notation import bounds, broken, parse
from reporting.references import load_reference

pytestmark = pytest.mark.django_db


@pytest.fixture
def note():
    load_reference()
    return Note.objects.get()


def test_the_note_of_2025_is_loaded_with_its_translations(note):
    keys = list(note.paragraphs.values_list("key", flat=True))
    chinese = ParagraphTranslation.objects.filter(language="zh-hans")

    assert (note.round.code, keys[:2], len(keys)) == ("2025", ["title", "introduction"], 37)
    assert set(chinese.values_list("paragraph__key", flat=True)) == set(keys)


def test_loading_again_leaves_what_people_wrote(note):
    africa = note.paragraphs.get(key="africa")
    africa.text, africa.text_version = "Rewritten.", 2
    africa.save()
    africa.translations.all().delete()
    load_reference()

    africa.refresh_from_db()
    assert (africa.text, africa.translations.count()) == ("Rewritten.", 0)


def test_each_translation_names_the_figures_of_its_original(note):
    for paragraph in note.paragraphs.prefetch_related("translations"):
        tokens = parse(paragraph.text)
        assert not [*broken(tokens)], paragraph.key
        for translation in paragraph.translations.all():
            names = {each.written for each in bounds(parse(translation.text))}
            assert names == {each.written for each in bounds(tokens)}, paragraph.key
