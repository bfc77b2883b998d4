"""Loading a dataset: what the file says, what people entered, and what is reported."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from regions.loading import FilesRefused, Report, load
from regions.models import (
    Country,
    CountryTeam,
    LoadedRow,
    OfficeCoverage,
    RegionalOffice,
    TeamMembership,
)
from regions.references import COUNTRIES, COVERAGE, MEMBERSHIPS, OFFICES, TEAMS

pytestmark = pytest.mark.django_db

COUNTRY_HEADINGS = (
    "iso3,iso2,m49,status,name_en,name_ar,name_zh_hans,name_fr,name_ru,name_es,designation_note"
)
TEAM_HEADINGS = (
    "code,name_en,name_ar,name_zh_hans,name_fr,name_ru,name_es,unsdg_region,office,"
    "office_certainty,members"
)


OFFICES_IN_ORDER = (
    "code,kind,name_en,name_ar,name_zh_hans,name_fr,name_ru,name_es,"
    "area_en,area_ar,area_zh_hans,area_fr,area_ru,area_es,city,position"
)


class Files:
    """Small data files under a folder of the test, written anew for each load."""

    def __init__(self, folder):
        self.folder = folder

    def write(self, dataset, *rows, headings=None):
        path = self.folder / dataset.path.name
        path.write_text("\n".join([headings or ",".join(dataset.headings), *rows, ""]))
        return replace(dataset, path=path)

    def offices(self, *rows):
        """Rows as "ROAF,Africa,Nairobi"."""
        named = dict.fromkeys(OFFICES.headings, "")
        return self.write(OFFICES, *(self._office(named, *row.split(",")) for row in rows))

    def _office(self, cells, code, area, city, kind="regional"):
        said = {"code": code, "kind": kind, "city": city, "position": "1"}
        return ",".join((cells | said | {"name_en": area, "area_en": area}).values())

    def countries(self, *rows):
        """Rows as "KEN,404,Kenya"."""
        cells = (row.split(",") for row in rows)
        lines = (f"{iso3},,{m49},member_state,{name},,,,,," for iso3, m49, name in cells)
        return self.write(COUNTRIES, *lines, headings=COUNTRY_HEADINGS)

    def teams(self, *rows):
        """Rows as "KEN,ROAF,KEN SOM"; the dataset of teams and the one of their members."""
        cells = (row.split(",") for row in rows)
        lines = [f"{code},{code},,,,,,AFR,{office},proposed,{m}" for code, office, m in cells]
        return [self.write(each, *lines, headings=TEAM_HEADINGS) for each in (TEAMS, MEMBERSHIPS)]

    def coverage(self, *rows):
        return self.write(COVERAGE, *(f"{row},proposed," for row in rows))


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path)


def run(*steps):
    return load(steps, reason="test")


def refused(*steps):
    with pytest.raises(FilesRefused) as refusal:
        run(*steps)
    return [(f.path.name, f.line, f.message) for f in refusal.value.faults]


def cities():
    return dict(RegionalOffice.objects.values_list("code", "city"))


def events():
    return list(RegionalOffice.pgh_event_model.objects.values_list("code", "pgh_label"))


def test_a_first_load_adds_every_row_and_says_so(files):
    reports = run(files.offices("ROAF,Africa,Nairobi", "ROAS,Arab States,Cairo"))

    assert reports == [Report("offices", added=2)]
    assert cities() == {"ROAF": "Nairobi", "ROAS": "Cairo"}


def test_loading_the_same_again_writes_nothing_at_all(files, django_assert_num_queries):
    offices = files.offices("ROAF,Africa,Nairobi")
    run(offices)
    before = events()

    with django_assert_num_queries(5):  # savepoint, lock, records, last load, release
        reports = run(offices)

    assert reports == [Report("offices", unchanged=1)]
    assert events() == before


def test_the_number_of_queries_does_not_grow_with_the_rows(files, django_assert_num_queries):
    rows = [f"RO{chr(65 + n % 26)}{chr(65 + n // 26)},Area,City" for n in range(100)]

    with django_assert_num_queries(9):
        reports = run(files.offices(*rows))

    assert reports == [Report("offices", added=100)]


def test_a_changed_row_updates_its_record_and_no_other(files):
    run(files.offices("ROAF,Africa,Nairobi", "ROAS,Arab States,Cairo"))

    reports = run(files.offices("ROAF,Africa,Gigiri", "ROAS,Arab States,Cairo"))

    assert reports == [Report("offices", updated=1, unchanged=1)]
    assert cities() == {"ROAF": "Gigiri", "ROAS": "Cairo"}
    assert events() == [("ROAF", "insert"), ("ROAS", "insert"), ("ROAF", "update")]


@pytest.mark.django_db(transaction=True)
def test_two_loads_at_once_come_one_after_the_other(files):
    offices = files.offices("ROAF,Africa,Nairobi")

    def one_load(_number):
        try:
            return run(offices)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        reports = [report for [report] in pool.map(one_load, range(2))]

    assert sorted((report.added, report.unchanged) for report in reports) == [(0, 1), (1, 0)]


def test_the_history_says_why(files):
    run(files.offices("ROAF,Africa,Nairobi"))

    [event] = RegionalOffice.pgh_event_model.objects.all()
    assert event.pgh_context["reason"] == "test"


def test_an_unchanged_row_never_overwrites_what_people_entered(files):
    offices = files.offices("ROAF,Africa,Nairobi")
    run(offices)
    RegionalOffice.objects.update(city="Gigiri")

    reports = run(offices)

    assert reports == [Report("offices", unchanged=1)]
    assert cities() == {"ROAF": "Gigiri"}


def test_a_changed_column_leaves_alone_what_people_entered_in_another(files):
    run(files.offices("ROAF,Africa,Nairobi"))
    RegionalOffice.objects.update(city="Gigiri")

    reports = run(files.offices("ROAF,Sub-Saharan Africa,Nairobi"))

    assert reports == [Report("offices", updated=1)]
    assert cities() == {"ROAF": "Gigiri"}
    assert RegionalOffice.objects.get().area == "Sub-Saharan Africa"


def test_a_changed_column_replaces_what_people_entered_in_it_and_reports_it(files):
    run(files.offices("ROAF,Africa,Nairobi"))
    RegionalOffice.objects.update(city="Gigiri")

    reports = run(files.offices("ROAF,Africa,Kampala"))

    assert reports == [Report("offices", updated=1, overwritten=["ROAF"])]
    assert cities() == {"ROAF": "Kampala"}


def test_a_file_that_now_says_what_people_entered_changes_nothing(files):
    run(files.offices("ROAF,Africa,Nairobi"))
    RegionalOffice.objects.update(city="Gigiri")

    assert run(files.offices("ROAF,Africa,Gigiri")) == [Report("offices", unchanged=1)]
    assert run(files.offices("ROAF,Africa,Kampala")) == [Report("offices", updated=1)]


def test_a_record_that_people_entered_first_stays_as_entered_and_is_reported_once(files):
    RegionalOffice.objects.create(
        code="ROAF",
        kind="regional",
        names={"en": "Africa"},
        area_names={"en": "Africa"},
        city="Gigiri",
    )
    offices = files.offices("ROAF,Africa,Nairobi")

    assert run(offices) == [Report("offices", unchanged=1, kept=["ROAF"])]
    assert run(offices) == [Report("offices", unchanged=1)]
    assert cities() == {"ROAF": "Gigiri"}


def test_a_row_that_left_the_file_is_reported_and_its_record_stays(files):
    run(files.offices("ROAF,Africa,Nairobi", "ROAS,Arab States,Cairo"))

    reports = run(files.offices("ROAF,Africa,Nairobi"))

    assert reports == [Report("offices", unchanged=1, vanished=["ROAS"])]
    assert cities() == {"ROAF": "Nairobi", "ROAS": "Cairo"}


def test_what_people_entered_and_no_file_ever_had_is_not_called_vanished(files):
    RegionalOffice.objects.create(
        code="ROX", kind="regional", names={"en": "X"}, area_names={"en": "X"}
    )

    assert run(files.offices("ROAF,Africa,Nairobi")) == [Report("offices", added=1)]


def test_a_record_that_people_deleted_stays_deleted_also_when_its_row_leaves(files):
    offices = files.offices("ROAF,Africa,Nairobi")
    run(offices)
    RegionalOffice.objects.all().delete()

    assert run(offices) == [Report("offices", removed=["ROAF"])]
    assert run(files.offices()) == [Report("offices")]
    assert cities() == {}


def test_a_record_that_people_deleted_and_entered_again_is_known_by_its_key(files):
    run(files.offices("ROAF,Africa,Nairobi"))
    RegionalOffice.objects.all().delete()
    RegionalOffice.objects.create(
        code="ROAF", kind="regional", names={"en": "Again"}, area_names={"en": "Africa"}, position=1
    )

    assert run(files.offices("ROAF,Africa,Nairobi")) == [Report("offices", unchanged=1)]
    assert run(files.offices("ROAF,Africa,Kampala")) == [
        Report("offices", updated=1, overwritten=["ROAF"])
    ]
    assert RegionalOffice.objects.get().names == {"en": "Again"}


def test_a_record_is_still_known_when_people_changed_its_key(files):
    run(files.countries("KEN,404,Kenya"), files.offices("ROAF,Africa,Nairobi"))
    coverage = files.coverage("KEN,ROAF,,")
    run(coverage)
    OfficeCoverage.objects.update(starts_on=date(2020, 1, 1))

    reports = run(files.coverage("KEN,ROAF,,2030-01-01"))

    assert reports == [Report("office coverage", updated=1)]
    [record] = OfficeCoverage.objects.all()
    assert (record.starts_on, record.ends_on) == (date(2020, 1, 1), date(2030, 1, 1))


def test_a_period_is_closed_before_the_next_begins(files):
    run(files.countries("KEN,404,Kenya"), files.offices("ROAF,Africa,Nairobi", "ROAS,Arab,Cairo"))
    run(files.coverage("KEN,ROAF,,"))

    reports = run(files.coverage("KEN,ROAF,,2026-01-01", "KEN,ROAS,2026-01-01,"))

    assert reports == [Report("office coverage", added=1, updated=1)]


def test_a_cell_that_lists_several_codes_makes_a_record_of_each(files):
    run(
        files.offices("ROAF,Africa,Nairobi"),
        files.countries("KEN,404,Kenya", "SOM,706,Somalia"),
        *files.teams("HORN,ROAF,KEN SOM"),
    )

    assert list(TeamMembership.objects.values_list("team__code", "country__iso3")) == [
        ("HORN", "KEN"),
        ("HORN", "SOM"),
    ]


def test_a_country_that_moves_to_another_team_moves(files):
    steps = files.offices("ROAF,Africa,Nairobi"), files.countries("KEN,404,Kenya")
    run(*steps, *files.teams("HORN,ROAF,KEN", "LAKES,ROAF,"))

    *_unchanged, members = run(*files.teams("HORN,ROAF,", "LAKES,ROAF,KEN"))

    assert members == Report("members of country teams", updated=1)
    assert TeamMembership.objects.get().team.code == "LAKES"


def test_a_row_that_refers_to_what_people_removed_is_left_out_and_reported(files):
    offices = files.offices("ROAF,Africa,Nairobi")
    run(offices)
    RegionalOffice.objects.all().delete()

    teams, _members = files.teams("KEN,ROAF,")
    reports = run(offices, teams)

    assert reports == [
        Report("offices", removed=["ROAF"]),
        Report("country teams", left_out=["KEN"]),
    ]
    assert not CountryTeam.objects.exists()


def test_every_fault_of_every_file_is_named_and_nothing_is_changed(files):
    run(files.offices("ROAF,Africa,Nairobi"))

    faults = refused(
        files.offices("ROAF,Africa,Kampala", "roas,Arab States,Cairo", "ROAF,Again,Here"),
        files.write(
            COUNTRIES,
            "KEN,KE,404,membr_state,Kenya,,,,,,",
            "SOMALIA,SO,706,member_state,,,,,,,",
            headings=COUNTRY_HEADINGS,
        ),
        files.coverage("KEN,ROAF,2024-02-30,", "XXX,ROOF,,"),
    )

    assert faults == [
        ("offices.csv", 4, "“ROAF” stands already in line 2"),
        ("offices.csv", 3, "roas: an office code is upper case"),
        (
            "countries.csv",
            2,
            "status: value “membr_state” is not known; did you mean “member_state”?",
        ),
        (
            "countries.csv",
            3,
            "iso3: Ensure this value has at most 3 characters (it has 7).",
        ),
        ("countries.csv", 3, "name_en: the English text is missing"),
        (
            "office_coverage.csv",
            2,
            (
                "starts_on: “2024-02-30” value has the correct format (YYYY-MM-DD) "
                "but it is an invalid date."
            ),
        ),
        ("office_coverage.csv", 3, "country “XXX” is not known"),
    ]
    assert cities() == {"ROAF": "Nairobi"}
    assert not Country.objects.exists()
    assert list(LoadedRow.objects.values_list("dataset", "key")) == [("offices", "ROAF")]


def test_an_unknown_code_comes_with_the_nearest_one(files):
    faults = refused(files.offices("ROAF,Africa,Nairobi"), files.teams("KEN,ROAFF,")[0])

    assert faults == [("country_teams.csv", 2, "office “ROAFF” is not known; did you mean “ROAF”?")]


def test_a_row_that_refers_to_a_faulty_row_adds_no_fault_of_its_own(files):
    faults = refused(files.offices("ROAF,Africa,Nairobi,regionl"), files.teams("KEN,ROAF,")[0])

    assert faults == [
        ("offices.csv", 2, "kind: value “regionl” is not known; did you mean “regional”?")
    ]


def test_each_row_that_the_database_refuses_is_named_with_the_rule(files):
    run(files.offices("ROAF,Africa,Nairobi"), files.countries("KEN,404,Kenya", "SOM,706,Somalia"))

    faults = refused(
        files.countries("KEN,404,Kenya", "SOM,404,Somalia", "UGA,800,Uganda"),
        files.coverage(
            "KEN,ROAF,,2024-01-01",
            "KEN,ROAF,2023-01-01,",
            "SOM,ROAF,2024-01-01,2023-01-01",
            "SOM,ROAF,,2020-01-01",
        ),
    )

    assert faults == [
        ("countries.csv", 3, "SOM: an m49 code names one country"),
        (
            "office_coverage.csv",
            3,
            "KEN | 2023-01-01: one office serves a country at a time",
        ),
        (
            "office_coverage.csv",
            4,
            "SOM | 2024-01-01: coverage ends after it starts",
        ),
    ]
    assert not OfficeCoverage.objects.exists()


def test_a_code_left_empty_is_a_fault(files):
    run(files.offices("ROAF,Africa,Nairobi"))

    assert refused(files.coverage(",ROAF,,")) == [
        ("office_coverage.csv", 2, "country: the code is missing")
    ]


def test_a_number_is_checked(files):
    rows = ["ROAF,regional,Africa,,,,,,Africa,,,,,,Nairobi,first"]

    assert refused(files.write(OFFICES, *rows, headings=OFFICES_IN_ORDER)) == [
        ("offices.csv", 2, "position: “first” value must be an integer.")
    ]


def test_a_fault_shows_the_file_as_the_reader_of_the_repository_knows_it(tmp_path):
    missing = replace(OFFICES, path=OFFICES.path.parent / "missing.csv")

    with pytest.raises(FilesRefused) as refusal:
        run(missing)

    assert str(refusal.value) == "regions/data/missing.csv:1: No such file or directory"
