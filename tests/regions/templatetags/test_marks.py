import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from regions.templatetags import marks


def test_the_words_are_those_of_the_terminology():
    with override("en"):
        assert [marks.verdict_word(k) for k in marks.VERDICTS] == [
            "Full", "Partial", "Not started", "Not assessed", "Not applicable",
        ]  # fmt: skip
        assert [marks.progress_word(s) for s in marks.STEPS] == [
            "Empty", "Draft", "Submitted", "Returned", "Accepted",
        ]  # fmt: skip


@pytest.mark.parametrize(
    "word",
    [marks.verdict_word, marks.progress_word, marks.engagement_word, marks.comparison_word],
)
def test_an_unknown_code_is_shown_not_hidden(word):
    assert word("something_new") == "something_new"


@pytest.mark.parametrize("kind", marks.VERDICTS)
def test_every_verdict_has_its_own_mark_on_the_page(kind):
    sprite = render_to_string("components/sprite.html")
    assert f'<symbol id="m-{kind}"' in sprite
    assert f'href="#m-{kind}"' in render_to_string("components/verdict.html", {"kind": kind})


@pytest.mark.parametrize("step", marks.STEPS)
def test_every_step_has_its_own_mark_on_the_page(step):
    assert f'<symbol id="m-{step}"' in render_to_string("components/sprite.html")
