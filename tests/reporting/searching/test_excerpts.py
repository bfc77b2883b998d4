"""The words around what was found."""

import pytest

from reporting.searching.asking import ask
from reporting.searching.excerpts import excerpt, marked, pattern


def shown(text, asked):
    """The excerpt with what was found in brackets."""
    pieces = excerpt(text, pattern(ask(asked)))
    return "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Land and housing.", "hous", "Land and [housing]."),
        ("Land and housing.", "land hous", "[Land] and [housing]."),
        ("Landlords and housing.", "land hous", "Landlords and [housing]."),
        ("L’Égypte a signé.", "egypte", "L’[Égypte] a signé."),
        ("E\u0301gypte signed.", "egypte", "[E\u0301gypte] signed."),
        ("The ﬁnal plan.", "final", "The [ﬁnal] plan."),
        ("执行供资契约的情况", "筹资契约", "执行[供资契约]的情况"),
        ("Item NGT-03 asks.", "NGT-03", "Item [NGT]-[03] asks."),
        ("Nothing here.", "housing", ""),
    ],
)
def test_what_was_found_is_marked_as_it_was_written(text, asked, expected):
    assert shown(text, asked) == expected


def test_a_long_text_is_cut_at_words_and_says_so():
    text = f"{'before ' * 40}housing {'after ' * 60}".strip()
    found = shown(text, "housing")
    assert found.startswith("… before before")
    assert "before [housing] after" in found
    assert found.endswith("after …")
    assert len(found) < 260


def test_a_text_without_spaces_is_cut_too():
    assert len(shown("署" * 400 + "供资契约" + "署" * 400, "供资契约")) < 260


def test_a_name_is_marked_whole():
    pieces = marked("Kenya and Kenyan", pattern(ask("kenya")))
    assert [(piece.text, piece.is_found) for piece in pieces] == [
        ("Kenya", True),
        (" and ", False),
        ("Kenyan", True),
    ]
