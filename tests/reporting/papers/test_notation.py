"""The notation of figures and footnotes in a text."""

import pytest

from reporting.papers.notation import Bound, Broken, Footnote, Words, bounds, broken, parse

SIGNED = Bound("reported.signed.ROAF", "", "{reported.signed.ROAF}")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", ()),
        ("Plain <b> %s $x$.", (Words("Plain <b> %s $x$."),)),
        ("At {reported.signed.ROAF}.", (Words("At "), SIGNED, Words("."))),
        ("{round.before of}", (Bound("round.before", "of", "{round.before of}"),)),
        ("{{not a figure}} [[1]]", (Words("{not a figure} [1]"),)),
        ("a[^See [[1]] {reported.signed.ROAF}.] b", None),
        ("[x]", (Words("[x]"),)),
    ],
)
def test_a_text_is_words_figures_and_footnotes(text, tokens):
    if tokens is None:
        note = Footnote((Words("See [1] "), SIGNED, Words(".")))
        tokens = (Words("a"), note, Words(" b"))
    assert parse(text) == tokens


@pytest.mark.parametrize(
    "written",
    [
        "{",
        "}",
        "{}",
        "{Reported}",
        "{round and more}",
        "[^a footnote without its end {round}",
        "[^one in [another",
    ],
)
def test_what_is_not_understood_is_told_as_it_was_written(written):
    assert parse(f"Before {written}") == (Words("Before "), Broken(written))


def test_a_footnote_holds_no_footnote():
    tokens = parse("[^one [^two] three")
    assert list(broken(tokens)) == ["[^"]
    assert tokens[-1] == Words(" three")


def test_figures_of_footnotes_are_among_those_of_the_text():
    tokens = parse("{register.teams}[^{register.offices}] {round}")
    assert [each.name for each in bounds(tokens)] == ["register.teams", "register.offices", "round"]
