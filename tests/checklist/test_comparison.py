import pytest

from checklist.comparison import ItemChanges, changed_items
from checklist.digests import item_digest
from tests.factories import make_checklist

pytestmark = pytest.mark.django_db


def test_a_later_version_shows_what_was_added_changed_and_removed(django_assert_num_queries):
    old, new = make_checklist("old", items=3), make_checklist("new", items=4)
    new.items.filter(code="NGT-02").update(digest="1" * 64)
    new.items.filter(code="NGT-03").delete()

    with django_assert_num_queries(1):
        changes = changed_items(old, new)

    assert changes == ItemChanges(added=("NGT-04",), changed=("NGT-02",), removed=("NGT-03",))


def test_a_version_does_not_differ_from_itself():
    checklist = make_checklist(items=2)

    assert changed_items(checklist, checklist) == ItemChanges((), (), ())


def test_the_digest_of_an_item_changes_with_each_part_of_its_text():
    text = {"titles": {"en": "Title"}, "levels": ["C"], "evidence": "letter", "mandate": "S 5"}
    others = [
        {"titles": {"en": "Title", "fr": "Titre"}},
        {"levels": ["G", "C"]},
        {"evidence": "letters"},
        {"mandate": "S 6"},
    ]

    digests = {item_digest(**text), *(item_digest(**text | other) for other in others)}

    assert len(digests) == 5


def test_the_order_of_languages_and_levels_is_no_part_of_the_text():
    assert item_digest({"en": "a", "fr": "b"}, ["G", "C"], "", "") == item_digest(
        {"fr": "b", "en": "a"}, ["C", "G"], "", ""
    )
