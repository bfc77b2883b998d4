import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import bodies
from api.errors import Problem

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def refused(body: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        bodies.check_characters(bodies.decode(body))
    return caught.value


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        (b'{"a": ', "malformed", "line 1, column 7"),
        (b"", "malformed", "line 1, column 1"),
        (b'{"a": "\xff"}', "malformed", "byte 7"),
        (b'{"a": NaN}', "malformed", "NaN"),
        (b'{"a": -Infinity}', "malformed", "-Infinity"),
        (b'{"a": 1e999}', "malformed", "too large"),
        (b'{"a": ' + b"9" * 5000 + b"}", "malformed", "too long"),
        (b'"\x01"', "malformed", "line 1"),
        (b"[" * 51 + b"]" * 51, "too_deep", "50"),
        (b'{"a":' * 51 + b"1" + b"}" * 51, "too_deep", "50"),
        (b"[" * 100_000, "too_deep", "50"),
    ],
)
def test_what_does_not_parse_is_refused_without_an_echo(body, code, words):
    problem = refused(body)

    assert (problem.status, problem.code) == (400, code)
    assert words in str(problem.detail)


def test_fifty_levels_are_not_too_deep():
    assert bodies.check_characters(bodies.decode(b"[" * 50 + b"]" * 50)) is None


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (rb'{"lines": [{"item": "NGT\u0000"}]}', "/lines/0/item"),
        (rb'{"lines": [{"narrative": "\u0000"}]}', "/lines/0/narrative"),
        (rb'{"lines": [{"narrative": "\ud800"}]}', "/lines/0/narrative"),
        (rb'{"lines": [{"narrative": "\u0007"}]}', "/lines/0/narrative"),
        (rb'{"title": "\u202egnp.exe"}', "/title"),
        (rb'{"title": "two\nlines"}', "/title"),
        (rb'{"constraints": ["a\u0000"]}', "/constraints/0"),
        (rb'{"a\u0000b": 1}', ""),
    ],
)
def test_characters_that_cannot_be_kept_are_refused_by_field(body, pointer):
    problem = refused(body)

    assert (problem.status, problem.code) == (400, "bad_character")
    assert [error["pointer"] for error in problem.errors] == [pointer]


@pytest.mark.parametrize("name", sorted(bodies.PROSE))
def test_prose_keeps_its_line_ends_and_direction_marks(name):
    body = f'{{"{name}": "one\\ntwo \\u200fthree\\u202c\\ttab"}}'.encode()

    assert bodies.check_characters(bodies.decode(body)) is None


def test_a_byte_order_mark_is_no_fault():
    assert bodies.decode(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_pointers_are_escaped():
    problem = refused(rb'{"a/b~c": "\u0000"}')

    assert problem.errors[0]["pointer"] == "/a~1b~0c"


def outcome(value):
    try:
        bodies.check_characters(value)
    except Problem as problem:
        return problem.code
    return "taken"


@given(JSON)
def test_any_json_is_taken_or_refused_in_words(value):
    assert outcome(value) in {"taken", "bad_character"}


def test_a_body_larger_than_it_may_be_is_not_read_to_its_end():
    stream = io.BytesIO(b"x" * 500)

    with pytest.raises(Problem) as caught:
        bodies.read_at_most(stream, 100)

    assert (caught.value.status, stream.tell()) == (413, 101)


def test_a_refused_body_is_read_away_in_pieces():
    stream = io.BytesIO(b"x" * 1_000_000)

    bodies.discard(stream)

    assert stream.read() == b""
