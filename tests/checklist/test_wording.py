from hypothesis import given
from hypothesis import strategies as st

from checklist.wording import Piece, compare


def test_words_that_changed_are_marked_on_their_side():
    before, after = compare("UN-Habitat takes part here.", "UN-Habitat co-convenes here.")
    assert [piece.text for piece in before if not piece.is_same] == ["takes part"]
    assert "".join(piece.text for piece in after if not piece.is_same) == "co-convenes"


def test_a_text_that_is_new_or_gone_is_one_piece():
    assert compare("", "New words") == ([], [Piece("New words", False)])
    assert compare("Old words", "") == ([Piece("Old words", False)], [])


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_character_is_lost_on_either_side(before, after):
    left, right = compare(before, after)
    assert ("".join(p.text for p in left), "".join(p.text for p in right)) == (before, after)
