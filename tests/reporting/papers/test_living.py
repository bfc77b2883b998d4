"""How a text in work reads, and what is marked in it."""

import pytest

from reporting.papers import bare
from reporting.papers.latest import figures_of, shown
from reporting.papers.living import Look, Piece, marked, readings
from tests.factories import make_round
from tests.reporting.papers.writing import SIGNED, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures():
    return figures_of(published())


def test_figures_and_names_stand_in_place_and_lead_to_their_records(figures):
    pieces = Look(figures).pieces(f"Signed: {SIGNED} in {{area.ROAF}}.")

    name = SIGNED.strip("{}")
    assert pieces == (
        Piece("words", "Signed: "),
        Piece(
            "figure",
            "at least 3",
            SIGNED,
            "/publications/2026/1/offices/ROAF/",
            "at least 3",
        ),
        Piece("words", " in "),
        Piece("name", "Area ROAF", "{area.ROAF}"),
        Piece("words", "."),
    )
    assert readings(f"{SIGNED} {{area.ROAF}}", figures) == {name: "at least 3"}


def test_a_translation_has_its_figures_in_its_own_language(figures):
    (piece,) = Look(figures, "fr").pieces(SIGNED)
    assert piece.text == "au moins 3"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"Now {SIGNED}", Piece("changed", "at least 3", SIGNED, "", "at least 2")),
        ("{nothing.like_this}", Piece("unknown", *["{nothing.like_this}"] * 2)),
        ("{Nothing at all}", Piece("broken", *["{Nothing at all}"] * 2)),
        ("[^See {nothing.there}]", Piece("unknown", *["{nothing.there}"] * 2)),
        ("Signed 45 of them", Piece("bare", "45")),
        ("{table.matrix} and words", Piece("misplaced", *["{table.matrix}"] * 2)),
    ],
)
def test_what_somebody_has_to_look_at_is_marked(figures, text, mark):
    seen = {SIGNED.strip("{}"): "at least 2"}
    (found,) = marked(Look(figures, seen=seen).pieces(text))
    assert (found.kind, found.text, found.written, found.was) == (
        *(mark.kind, mark.text, mark.written, mark.was),
    )


def test_a_table_stands_alone_and_with_words_it_is_marked(figures):
    look = Look(figures, is_exhibit=True)
    alone, beside = look.pieces("{table.matrix}"), look.pieces("As {table.matrix} shows")
    unknown = look.pieces("{table.nothing}")
    found = [[each.kind for each in pieces] for pieces in (alone, beside, unknown)]
    assert found == [["exhibit"], ["misplaced"], ["unknown"]]


def test_before_there_is_a_publication_the_notation_stands_as_it_is_written():
    round_ = make_round()
    assert shown(round_) is None
    (piece,) = Look(None).pieces(SIGNED)
    assert (piece.kind, piece.text) == ("figure", SIGNED)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "45 cadres, au 11 janvier 2022 (HSP/EB.2022/9)", ["45"]),
        ("zh-hans", "2022 年 1 月 11 日，目标 11，第 12 和 13 段，45个框架，3 个月", ["45", "3"]),
        ("ar", "٤٥ إطاراً، ١١ كانون الثاني/يناير ٢٠٢٢", ["٤٥"]),
        ("ru", "1\u00a0250 ответов, 12,5 процента", []),
        ("es", "1250 respuestas, 12,6 por ciento", ["12,6"]),
        ("ar", "1\u00a0250، و45", ["45"]),
    ],
)
def test_a_bare_number_of_a_translation_is_one_that_the_original_does_not_have(
    language, text, found
):
    original = (
        "1,250 answers, 12.5 per cent and {register.teams} teams in 2022, paragraphs 12 and 13, "
        "Goal 11[^HSP/EB.2022/9 of 11 January 2022]"
    )
    pieces = Look(None, language, original).pieces(text)
    assert [each.text for each in marked(pieces)] == found
    assert "".join(each.text for each in pieces) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 45 countries", ["45"]),
        ("1,250 answers, 12.5 per cent", ["1,250", "12.5"]),
        ("on 11 January 2022 and from 3 to 5 May", []),
        ("in 2024, 2020-2023 and the period 2020–2025", []),
        ("see paragraph 12, paragraphs 12 to 15, Goal 11 and resolution 72/279", []),
        ("as HSP/EB.2025/8 and A/RES/72/279 say", []),
        ("COVID19 and B20", []),
    ],
)
def test_a_bare_number_is_told_from_days_years_and_symbols(text, found):
    assert [piece for piece, is_bare in bare.split(text) if is_bare] == found
    assert "".join(piece for piece, _is_bare in bare.split(text)) == text
