"""A08: outcomes are worded as the framework words them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.statements import normalised, same_words
from tests.programmes.alignment.world import a_document, a_framework, a_goal, a_result, judged

GOAL = a_goal(statement="By 2027, women’s and men’s rights to housing are “realised” – for all.")
FRAMEWORK = a_framework(goals=(GOAL,))

SAME = [
    ("Homes for all", "homes  for ALL"),
    ("Homes for all", " Homes\u00a0for\nall. "),
    ("Homes for all.", "Homes for all"),
    ("Women’s rights", "Women's rights"),
    ("“Homes” for all", '"Homes" for all'),
    ("«Homes» for all", "„Homes“ for all"),
    ("2023–2027", "2023-2027"),
    ("homes — all", "homes – all"),
    ("Of\ufb01ces", "Offices"),
    ("Café", "Cafe\u0301"),
    ("STRASSE", "Straße"),
    ("sus\u00adtainable", "sustainable"),
    ("cafe\u00ad\u0301", "café"),
    ("homes \ufe31 all", "homes - all"),
    ("人人享有住房。", "人人享有住房"),
]
OTHER = [
    ("Homes for all", "Homes for most"),
    ("Homes for all", "Homes, for all"),
    ("Homes for all", "Homesforall"),
    ("Homes for all", ""),
    ("Resume", "Résumé"),
    ("1.5 million", "15 million"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typing_and_typesetting_do_not_count(one, other):
    assert same_words(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_word_counts(one, other):
    assert not same_words(one, other)


@given(st.text())
def test_what_is_normal_stays_as_it_is(statement):
    assert normalised(normalised(statement)) == normalised(statement)


def worded(statement, **facts):
    return a_result(GOAL, statement=statement, **facts)


def document(*results, derivation="B", **facts):
    return a_document(framework=FRAMEWORK, results=results, derivation=derivation, **facts)


VERBATIM = worded("by 2027, women's and men's rights to housing are \"realised\" - for all")
REWORDED = worded("By 2030, women’s and men’s rights to housing are “realised” – for all.")
LOOSE = a_result(pk=22, code="2")
OUTSIDE = a_result(pk=23, code="3", outside_justification="A request of the council")

WORDINGS = [
    (document(VERBATIM), "passed"),
    (document(REWORDED), "A08.reworded"),
    (document(VERBATIM, derivation="C"), "passed"),
    (document(REWORDED, derivation="C"), "A08.reworded"),
    (document(VERBATIM, OUTSIDE, derivation="C"), "passed"),
    (document(OUTSIDE, derivation="C"), "passed"),
    (document(LOOSE), ("derived_from",)),
    (document(VERBATIM, LOOSE), ("derived_from",)),
    (document(REWORDED, LOOSE), "A08.reworded"),
    (document(REWORDED, derivation="A"), None),
    (document(REWORDED, derivation="unknown"), ("derivation",)),
    (document(derivation="unknown"), ("derivation",)),
    (document(derivation="unknown", stage="drafting"), None),
    (document(worded("Other", level="output")), ("outcomes",)),
    (document(), ("outcomes",)),
    (document(stage="launching"), None),
    (document(REWORDED, stage="drafting"), "A08.reworded"),
]


@pytest.mark.parametrize(("subject", "says"), WORDINGS)
def test_outcomes_have_the_words_of_the_framework_where_the_option_says_so(subject, says):
    assert judged("A08", subject) == says
