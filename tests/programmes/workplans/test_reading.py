"""What stands in the cells of an export, as tables of notations."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.workplans.agencies import names_un_habitat, split
from programmes.workplans.amounts import NotAnAmount, read_amount
from programmes.workplans.codes import apart, code_and_name
from programmes.workplans.heads import find_heads, guess
from programmes.workplans.years import year_in, year_of_plan


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1,234,567.00", "1234567.00"),
        ("1 234 567", "1234567.00"),
        ("1\u202f234\u00a0567", None),
        ("1\u202f234,56", "1234.56"),
        ("1'234.50", "1234.50"),
        ("US$ 12.5", "12.50"),
        ("12.5 USD", "12.50"),
        ("$1,000", "1000.00"),
        ("1.234,56", "1234.56"),
        ("1.234.567", "1234567.00"),
        ("12,5", "12.50"),
        ("0", "0.00"),
        ("0.125", "0.13"),
        ("1234.5678", "1234.57"),
        ("١٢٣٤٫٥٠", "1234.50"),
        (1234, "1234.00"),
        (0.1 + 0.2, "0.30"),
    ],
)
def test_an_amount_is_read_in_many_notations(cell, amount):
    if amount is None:
        with pytest.raises(NotAnAmount):
            read_amount(cell)
    else:
        assert read_amount(cell) == Decimal(amount)


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "–", "—", "n/a", "N/A"])
def test_what_is_not_stated_is_not_nought(cell):
    assert read_amount(cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.234", "ambiguous_amount"),
        ("-5", "negative_amount"),
        ("(500)", "negative_amount"),
        ("US$ -5", "negative_amount"),
        ("−1,000.00", "negative_amount"),
        (-1, "negative_amount"),
        ("€ 5", "not_an_amount"),
        ("5k", "not_an_amount"),
        ("1.2 million", "not_an_amount"),
        ("12,34,567", "not_an_amount"),
        ("1,234,56", "not_an_amount"),
        ("1.2E+06", "not_an_amount"),
        ("=1+1", "not_an_amount"),
        (True, "not_an_amount"),
        (float("inf"), "not_an_amount"),
        (float("nan"), "not_an_amount"),
        ("9" * 400, "amount_too_large"),
        (1e15, "amount_too_large"),
    ],
)
def test_an_amount_that_cannot_be_told_is_a_fault(cell, code):
    with pytest.raises(NotAnAmount) as refused:
        read_amount(cell)

    assert refused.value.code == code


@given(st.decimals(min_value=0, max_value=10**11, places=2))
def test_an_amount_survives_every_notation_that_is_unambiguous(amount):
    english = f"{amount:,.2f}"
    european = english.translate(str.maketrans(",.", ".,"))
    spaced = english.replace(",", "\u00a0")

    assert {read_amount(each) for each in (english, european, spaced, f"USD {amount}")} == {amount}


def amount_or_fault(cell):
    try:
        return read_amount(cell)
    except NotAnAmount as fault:
        return fault.message


@given(st.text(max_size=40) | st.floats())
def test_whatever_stands_in_a_cell_is_an_amount_or_a_fault_in_words(cell):
    found = amount_or_fault(cell)

    assert found is None or (found and isinstance(found, str)) or 0 <= found < 10**12


@pytest.mark.parametrize(
    ("cell", "agencies"),
    [
        ("UN-Habitat; UNDP", ["UN-Habitat", "UNDP"]),
        ("UN-Habitat, UNDP", ["UN-Habitat", "UNDP"]),
        ("ILO/UNDP", ["ILO", "UNDP"]),
        ("ILO\nUNDP\nILO", ["ILO", "UNDP"]),
        ("UNDP، موئل", ["UNDP", "موئل"]),
        ("开发署、人居署", ["开发署", "人居署"]),
        (
            "United Nations Educational, Scientific and Cultural Organization, ILO",
            ["United Nations Educational, Scientific and Cultural Organization", "ILO"],
        ),
        ("Fund for Peace, Justice; ILO", ["Fund for Peace, Justice", "ILO"]),
        ("", []),
        ("-", []),
        ("N/A", []),
    ],
)
def test_agencies_are_told_apart(cell, agencies):
    assert split(cell) == agencies


@pytest.mark.parametrize(
    "name",
    [
        *("UN-Habitat", "UNHABITAT", "UN HABITAT", "Un-habitat", "UN_HABITAT", "UN‑Habitat"),
        *("ONU-Habitat", "ONU-Hábitat", "ООН-Хабитат", "人居署", "联合国人居署", "موئل"),
        *("موئل الأمم المتحدة", "برنامج الأمم المتحدة للمستوطنات البشرية"),
        "United Nations Human Settlements Programme",
        "United Nations Human Settlements Programme (UN-Habitat)",
        "UN-Habitat (lead)",
        "Programme des Nations Unies pour les établissements humains",
        "Программа Организации Объединенных Наций по населенным пунктам",
        "Programa de las Naciones Unidas para los Asentamientos Humanos",
        "联合国人类住区规划署（人居署）",
    ],
)
def test_un_habitat_is_known_by_all_its_names(name):
    assert names_un_habitat(["UNDP", name])


@pytest.mark.parametrize(
    "name", ["Habitat for Humanity", "Fondation pour un habitat durable", "UNHCR", "UN", ""]
)
def test_others_are_not_taken_for_un_habitat(name):
    assert not names_un_habitat([name])


@pytest.mark.parametrize(
    ("cell", "code_name"),
    [
        ("1.2.3 Name", ("1.2.3", "Name")),
        ("1.2.3. Name", ("1.2.3", "Name")),
        ("SUB-OUTPUT 1.2.3: Name", ("1.2.3", "Name")),
        ("Outcome 1 – Name", ("1", "Name")),
        ("Strategic Priority 2. Name", ("2", "Name")),
        ("1. Name", ("1", "Name")),
        ("2 – Name", ("2", "Name")),
        ("5-year plan", ("", "5-year plan")),
        ("1.2.3", ("1.2.3", "")),
        ("Name", ("", "Name")),
        ("2 trainings", ("", "2 trainings")),
        ("2025-2026 survey", ("", "2025-2026 survey")),
        ("Outputs of three", ("", "Outputs of three")),
    ],
)
def test_a_code_before_a_name_is_taken_apart(cell, code_name):
    assert apart(cell) == code_name


@pytest.mark.parametrize(
    ("cells", "code_name"),
    [
        (("1.2", "1.2 Name"), ("1.2", "Name")),
        (("Output 1.2", "Name"), ("1.2", "Name")),
        (("A-7", "Name"), ("A-7", "Name")),
        (("1.2", "3.4 million trees"), ("1.2", "3.4 million trees")),
        (("", "1.2 Name"), ("1.2", "Name")),
    ],
)
def test_a_code_of_its_own_column_goes_before_that_of_the_name(cells, code_name):
    assert code_and_name(*cells) == code_name


def test_heads_are_known_without_unit_year_star_and_hyphen():
    heads = [
        "UNCT",
        "JWP*",
        "Sub Output",
        "UN agencies",
        "Required resources (US$) 2026",
        "Delivered",
    ]

    assert list(guess(heads).values()) == [
        "country",
        "plan",
        "name",
        "agencies",
        "required",
        "spent",
    ]


def test_of_two_heads_for_one_field_the_surer_is_taken():
    heads = [
        "Sub-output description",
        "Sub-Output",
        "Implementing agencies",
        "Contributing agencies",
    ]

    assert guess(heads) == {1: "name", 2: "agencies", 3: "agencies"}


def test_heads_stand_below_a_title():
    assert find_heads([["Joint work plans"], [], ["Country", "Sub-Output", "UN agencies"]]) == 2


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("JWP 2026", 2026),
        ("Joint Work Plan 2025-2026", None),
        ("UNSDCF work plan", None),
        ("2026 plan of 2026", 2026),
        ("Plan 120265", None),
    ],
)
def test_the_year_of_a_plan_is_known_when_its_name_has_one(name, year):
    assert year_of_plan(name) == year


@pytest.mark.parametrize(
    ("cell", "year"), [("2026", 2026), ("26", None), ("1999", None), ("2²26", None)]
)
def test_a_year_stands_alone_in_its_cell(cell, year):
    assert year_in(cell) == year
