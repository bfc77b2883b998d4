import pytest
from django.core.exceptions import ImproperlyConfigured

from habitat_reform.environment import flag, listing, number, text


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("0", False), ("", False), (" 1 ", True)]
)
def test_a_yes_is_1_and_a_no_is_0_or_nothing(monkeypatch, value, meant):
    monkeypatch.setenv("ASKED", value)

    assert flag("ASKED") is meant


@pytest.mark.parametrize("value", ["yes", "true", "2"])
def test_anything_else_is_a_slip_and_not_guessed_at(monkeypatch, value):
    monkeypatch.setenv("ASKED", value)

    with pytest.raises(ImproperlyConfigured, match=f"ASKED is 1 or 0, not '{value}'"):
        flag("ASKED")


@pytest.mark.parametrize("value", ["two", "-1", "1.5"])
def test_a_number_is_whole(monkeypatch, value):
    monkeypatch.setenv("ASKED", value)

    with pytest.raises(ImproperlyConfigured, match="ASKED is a whole number"):
        number("ASKED", 2)


def test_what_is_empty_counts_as_left_out(monkeypatch):
    monkeypatch.setenv("ASKED", "  ")

    assert (text("ASKED", "else"), number("ASKED", 2), listing("ASKED", "a, b,,")) == (
        "else",
        2,
        ["a", "b"],
    )
