import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporting.snapshots.canonical import digest, packed, to_text, unpacked

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
records = st.dictionaries(st.text(), plain, max_size=5)
unhurried = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@unhurried
@given(records)
def test_the_same_records_are_the_same_bytes_in_any_order(records):
    turned = dict(reversed(records.items()))
    assert to_text(turned) == to_text(records)
    assert json.loads(to_text(records)) == records


@unhurried
@given(records)
def test_what_is_packed_is_unpacked_to_the_very_bytes(records):
    text = to_text(records)
    assert unpacked(packed(text)) == text.encode()


@pytest.mark.parametrize("value", [0.5, {"share": 0.5}, {"a": [1, {"b": 1.0}]}, float("nan")])
def test_a_floating_point_number_is_refused(value):
    with pytest.raises(TypeError, match="no floating point"):
        to_text(value)


def test_the_bytes_are_plain_utf_8_with_sorted_keys():
    assert to_text({"b": "Côte d’Ivoire", "a": [1, None, True]}) == (
        '{"a":[1,null,true],"b":"Côte d’Ivoire"}'
    )


def test_the_digest_is_that_of_the_bytes():
    assert digest("abc") == digest(b"abc")
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
