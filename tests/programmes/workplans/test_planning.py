"""What an export would change, row by row, and what it says that cannot be."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programmes.actions.work_plans import import_plan
from programmes.models import WorkPlanItem
from programmes.workplans.mapping import Said
from programmes.workplans.planning import plan
from regions.models import Country, CountryTeam, Installation
from tests.factories import make_actor, make_team
from tests.programmes.workplans.exports import HEADS, SAID, grid, make_framework, row, rows

pytestmark = pytest.mark.django_db


def outcomes(*given, said=SAID):
    counts = plan(grid(*given), said).counts
    return {name: n for name, n in counts.items() if n}


def faults(*given, said=SAID, heads=HEADS):
    planned = plan(grid(*given, heads=heads), said)
    return [(planned.cells.get(each.pointer, each.pointer), each.code) for each in planned.faults]


def test_a_row_becomes_an_item():
    framework = make_framework()

    import_plan(grid(row()), SAID, by=make_actor())

    item = WorkPlanItem.objects.values().get()
    assert {name: item[name] for name in item if name not in ("id", "updated_at")} == {
        "framework_id": framework.pk,
        "country_id": Country.objects.get(iso3="KEN").pk,
        "plan": "Joint Work Plan 2026",
        "year": 2026,
        "priority_code": "1",
        "priority": "People",
        "outcome_code": "1.1",
        "outcome": "Services",
        "output_code": "1.1.1",
        "output": "Housing",
        "code": "1.1.1.1",
        "name": "Upgrade settlements",
        "agencies": ["UN-Habitat", "UNDP"],
        "names_un_habitat": True,
        "status": "Implementation",
        "required": Decimal("1000000.00"),
        "available": Decimal("600000.50"),
        "spent": None,
        "source": "UN INFO export, 12 March 2026",
        "is_invented": False,
    }


def test_the_outcome_of_each_row_is_counted():
    make_framework()
    import_plan(grid(*rows(3)), SAID, by=make_actor())

    again = [*rows(1), row(name="1.1.1.2 Part 2", required="5"), row(name="1.1.1.4 Part 4")]

    assert outcomes(*again) == {"unchanged": 1, "updated": 1, "created": 1, "vanished": 1}
    assert outcomes(row(country="nowhere")) == {"rejected": 1}


def test_what_differs_is_named_with_what_is_on_record():
    make_framework()
    import_plan(grid(row()), SAID, by=make_actor())

    (planned,) = plan(grid(row(agencies="UNDP", spent="5")), SAID).rows

    assert planned.differences == ["agencies", "names_un_habitat", "spent"]
    assert planned.before["agencies"] == ["UN-Habitat", "UNDP"]


def test_a_later_export_that_says_the_same_changes_nothing():
    make_framework()
    import_plan(grid(row()), SAID, by=make_actor())
    later = Said(source="UN INFO export", exported_on=date(2026, 9, 1))

    assert outcomes(row(), said=later) == {"unchanged": 1}


def test_what_comes_into_a_demonstration_is_marked_as_invented():
    make_framework()
    Installation.objects.create(pk=1, is_demonstration=True)

    import_plan(grid(row()), SAID, by=make_actor())

    assert WorkPlanItem.objects.get().is_invented


def test_every_fault_of_a_row_is_named_by_its_cell():
    make_framework()
    given = row(country="Wakanda", name="No code", required="much", available="-3", status="x" * 61)

    assert faults(given) == [
        ("I2", "not_an_amount"),
        ("J2", "negative_amount"),
        ("F2", "required"),
        ("H2", "too_long"),
        ("A2", "unknown_place"),
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"plan": "Joint Work Plan"}, ("B2", "required")),
        ({"plan": "Plan 2031"}, ("A2", "no_framework")),
        ({"country": "NGA"}, ("A2", "no_team")),
        ({"country": ""}, ("A2", "required")),
        ({"agencies": "A" * 81}, ("G2", "too_long")),
        ({"status": "a\x07b"}, ("H2", "bad_character")),
    ],
)
def test_a_row_that_cannot_be_placed_or_kept_is_a_fault(changes, fault):
    make_framework()
    Country.objects.create(iso3="NGA", names={"en": "Nigeria"}, status="member_state")

    assert faults(row(**changes)) == [fault]


def test_the_same_item_twice_is_a_fault_of_the_second():
    make_framework()

    assert [code for _cell, code in faults(row(), row(required="2"))] == ["duplicate_line"]


def test_columns_that_are_needed_are_asked_for():
    assert faults(row(), heads=("Country", "Status")) == [
        ("/columns/name", "missing_column"),
        ("/columns/agencies", "missing_column"),
    ]
    twice = Said(columns={0: "country", 5: "name", 6: "agencies", 7: "name"})
    assert faults(row(), said=twice) == [("/columns/name", "doubled_column")]


def test_a_table_without_rows_and_one_with_too_many_are_refused():
    make_framework()

    assert faults() == [("", "required")]
    assert faults(*rows(2001)) == [("", "too_many_lines")]


def test_empty_rows_and_sums_at_the_foot_are_left_out():
    make_framework()

    assert outcomes(row(), {}, {"Country": "Total", "Available": "600,000"}) == {"created": 1}


def test_the_year_is_that_of_the_column_else_of_the_reader_else_of_the_plan():
    make_framework()
    heads = (*HEADS, "Year")

    def year(said=SAID, **more):
        (planned,) = plan(grid(row() | more, heads=heads), said).rows
        return planned.content["year"]

    assert year() == 2026
    assert year(Said(year=2025)) == 2025
    assert year(Said(year=2025), Year="2024") == 2024
    assert faults(row() | {"Year": "soon"}, heads=heads) == [("L2", "not_a_year")]


@pytest.mark.parametrize(
    "text", ["KEN", "ken", "KE", "404", "Kenya", "肯尼亚", "Кения", "UNCT Kenya", " kenya "]
)
def test_a_country_is_known_by_its_codes_and_its_names(text):
    make_framework()
    names = {"en": "Kenya", "zh-hans": "肯尼亚", "ru": "Кения"}
    Country.objects.update(names=names, iso2="KE", m49="404")

    assert outcomes(row(country=text)) == {"created": 1}


def test_a_name_is_known_without_what_stands_in_brackets():
    make_framework("BOL")
    Country.objects.update(names={"en": "Bolivia (Plurinational State of)"})

    assert outcomes(row(country="Bolivia")) == {"created": 1}


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("FJI", "FJI"),
        ("PACIFIC", None),
        ("Multi-country team, Pacific", None),
        ("Pacific MCO (Fiji)", None),
        ("Multi-Country Office, North Pacific", None),
    ],
)
def test_a_multi_country_office_is_known_by_its_names(text, iso3):
    team = make_team("PACIFIC", None, "FJI", "TON")
    CountryTeam.objects.update(names={"en": "Multi-country team, Pacific"})
    make_framework(team)

    (planned,) = plan(grid(row(country=text)), SAID).rows

    assert planned.content["framework"] == team.frameworks.get().pk
    country = Country.objects.filter(pk=planned.content["country"]).first()
    assert (country and country.iso3) == iso3


def test_a_plan_of_the_year_of_change_is_of_the_framework_that_runs_on_31_december():
    before = make_framework(ends_on=date(2026, 6, 30))
    after = make_framework(before.team, starts_on=date(2026, 7, 1), ends=2030)

    (planned,) = plan(grid(row()), SAID).rows

    assert planned.content["framework"] == after.pk


def test_a_plan_of_the_last_year_is_of_the_framework_that_ended_in_it():
    framework = make_framework(ends_on=date(2026, 6, 30))

    (planned,) = plan(grid(row()), SAID).rows

    assert planned.content["framework"] == framework.pk


def test_two_that_ended_in_the_year_are_not_told_apart():
    first = make_framework(ends_on=date(2026, 3, 31))
    make_framework(first.team, starts_on=date(2026, 4, 1), ends_on=date(2026, 9, 30))

    assert faults(row()) == [("A2", "several_frameworks")]


def test_only_items_of_the_same_plan_and_year_vanish():
    make_framework()
    first = [row(), row(name="2.1 Other", plan="Plan B 2026"), row(name="3 x", plan="JWP 2025")]
    first[2]["Sub-Output"] = "3.1 Before"
    import_plan(grid(*first), SAID, by=make_actor())

    gone = plan(grid(row(name="9.9 New")), SAID).vanished

    assert [item["code"] for item in gone] == ["1.1.1.1"]


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "agencies": texts,
                "status": texts,
                "required": texts | st.integers(0, 10**9).map("{:,}".format),
                "outcome": texts,
            }
        ),
        min_size=1,
        max_size=5,
    )
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_same_file_twice_changes_nothing(parts):
    framework = CountryTeam.objects.first() and CountryTeam.objects.get().frameworks.get()
    framework = framework or make_framework()
    framework.work_plan_items.all().delete()
    given_ = grid(*(row(name=f"1.1.{n} Part", **part) for n, part in enumerate(parts)))
    if plan(given_, SAID).faults:
        return
    import_plan(given_, SAID, by=make_actor())

    again = plan(given_, SAID)

    assert again.counts == dict.fromkeys(again.counts, 0) | {"unchanged": len(parts)}
