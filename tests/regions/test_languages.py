"""Which of several languages a text is given in."""

import pytest
from django.utils.translation import override

from regions.languages import in_language, language_of


@pytest.mark.parametrize(
    ("names", "said", "code"),
    [
        ({"en": "Sudan", "fr": "Soudan"}, "Soudan", "fr"),
        ({"en": "Chad"}, "Chad", "en"),
        ({"en": "Chad", "fr": ""}, "Chad", "en"),
        ({"en": "Mali", "fr": "Mali"}, "Mali", "fr"),
    ],
)
def test_a_text_is_in_the_language_of_the_reader_or_in_english(names, said, code):
    with override("fr"):
        assert (in_language(names), language_of(names)) == (said, code)
