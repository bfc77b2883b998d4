"""`manage.py load_reference` on the files that are shipped."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from checklist.calendar import dates_before
from checklist.models import Answer, BoardDocument, BoardSession, Checklist, ReportingRound
from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
)
from regions.models import Country, CountryTeam, OfficeCoverage, RegionalOffice, TeamMembership
from reporting import references
from reporting.models import ReportedFact, ReportedFigure

pytestmark = pytest.mark.django_db

COUNTS = {
    "offices": 6,
    "countries": 208,
    "country teams": 125,
    "members of country teams": 161,
    "office coverage": 163,
    "regional mechanisms": 11,
    "cooperation frameworks": 187,
    "framework engagement": 5,
    "presence": 4,
    "programme documents": 12,
    "roles in mechanisms": 11,
    "countries of roles": 3,
    "rules of alignment": 30,
    "criteria of programme review": 12,
    "sessions of the Executive Board": 4,
    "documents of the Executive Board": 6,
    "checklist 2025-reconstruction": 63,
    "reporting rounds": 1,
    "reported figures": 11,
    "reported facts": 39,
    "note of a round": 222,
}


def load_reference():
    out = StringIO()
    call_command("load_reference", stdout=out)
    return out.getvalue().splitlines()


def events():
    models = (RegionalOffice, Country, CountryTeam, CooperationFramework, Checklist, ReportedFigure)
    return [model.pgh_event_model.objects.count() for model in models]


def test_everything_is_added_and_counted():
    assert load_reference() == [
        f"{name}: {count} added, 0 updated, 0 unchanged, 0 vanished"
        for name, count in COUNTS.items()
    ]


def test_a_second_run_changes_nothing_and_writes_no_history():
    load_reference()
    before = events()

    assert load_reference() == [
        f"{name}: 0 added, 0 updated, {count} unchanged, 0 vanished"
        for name, count in COUNTS.items()
    ]
    assert events() == before


def test_the_queries_of_a_run_are_few(django_assert_num_queries):
    with django_assert_num_queries(153):
        load_reference()
    with django_assert_num_queries(48):
        load_reference()


def test_a_code_becomes_the_record_it_names():
    load_reference()

    pacific = CountryTeam.objects.get(code="PACIFIC")
    oman = OfficeCoverage.objects.get(country__iso3="OMN")
    kenya = CooperationFramework.objects.filter(team__code="KEN").first()
    brazil = FrameworkEngagement.objects.get(framework__team__code="BRA")
    palestine = CountryProgrammeDocument.objects.get(country__iso3="PSE")
    coalition = MechanismRole.objects.get(mechanism__code="afr-oibc-3")
    assert (pacific.office.code, pacific.countries.count()) == ("ROAP", 14)
    assert (oman.office.code, oman.certainty) == ("ROAS", "published")
    assert kenya.team.office.code == "ROAF"
    assert (brazil.framework.starts_on, brazil.level) == (date(2023, 1, 1), "active")
    assert palestine.framework.original_ends_on == date(2025, 12, 31)
    assert {country.iso3 for country in coalition.countries.all()} == {"BWA", "NAM", "ZAF"}
    assert not TeamMembership.objects.filter(country__iso3="OMN").exists()
    assert Presence.objects.get(country__iso3="BTN").kind == "limited"


def test_the_round_2025_is_planned_and_has_facts_and_no_answers():
    load_reference()

    round_ = ReportingRound.objects.get()
    dates = dates_before(round_.session.opens_on)
    assert (round_.code, round_.state, round_.session.code, round_.checklist.version) == (
        "2025",
        "planned",
        "2025-1",
        "2025-reconstruction",
    )
    assert round_.note == "The facts are those of HSP/EB.2025/8"
    assert vars(dates) == {name: getattr(round_, name) for name in vars(dates)}
    assert not Answer.objects.exists()


def test_figures_keep_hedge_total_paragraph_and_the_round_of_their_document():
    load_reference()

    figure = ReportedFigure.objects.get(office__code="ROAP")
    assert (
        figure.round.code,
        figure.document.symbol,
        figure.paragraph,
        figure.measure,
        (figure.qualifier, figure.value),
        (figure.of_total_qualifier, figure.of_total),
        figure.as_of,
    ) == (
        "2025",
        "HSP/EB.2025/8",
        "14",
        "countries_actively_engaged",
        ("at_least", 15),
        ("exactly", 22),
        date(2025, 1, 27),
    )


def test_facts_stand_in_the_order_of_the_file():
    load_reference()

    facts = ReportedFact.objects.values_list("paragraph", "subject", "field")
    assert facts[0] == ("8", "Africa opportunity and issue-based coalition 3", "role")
    assert facts[38] == ("27", "UN-Habitat", "ask_of_the_board")


def test_nothing_loaded_is_called_invented():
    load_reference()

    for model in (CooperationFramework, FrameworkEngagement, BoardSession, ReportingRound):
        assert not model.objects.filter(is_invented=True).exists()


def test_what_people_changed_and_the_state_of_a_round_survive_another_run():
    load_reference()
    RegionalOffice.objects.filter(code="EECA").update(city="Geneva")
    teams = CountryTeam.objects.filter(code="TUR")
    teams.update(office=RegionalOffice.objects.get(code="ROAS"))
    FrameworkEngagement.objects.filter(framework__team__code="ARM").update(level="light")
    ReportingRound.objects.update(state="published")

    load_reference()

    assert RegionalOffice.objects.get(code="EECA").city == "Geneva"
    assert teams.get().office.code == "ROAS"
    assert FrameworkEngagement.objects.get(framework__team__code="ARM").level == "light"
    assert ReportingRound.objects.get().state == "published"


def test_one_faulty_row_refuses_everything_and_says_where(monkeypatch, tmp_path):
    path = tmp_path / "presence.csv"
    path.write_text("country,kind,as_of,source\nBTN,limited,2025-01-27,\nATL,none,,\n")
    steps = [
        replace(step, path=path) if getattr(step, "name", "") == "presence" else step
        for step in references.STEPS
    ]
    monkeypatch.setattr(references, "STEPS", steps)

    with pytest.raises(CommandError) as refusal:
        load_reference()

    assert str(refusal.value).startswith(f"{path}:3: country “ATL” is not known")
    assert not RegionalOffice.objects.exists()
    assert not BoardDocument.objects.exists()


def test_rows_that_want_attention_are_listed_below_their_counts(monkeypatch, tmp_path):
    load_reference()
    Presence.objects.filter(country__iso3="IDN").delete()
    Presence.objects.filter(country__iso3="BTN").update(kind="physical")
    Presence.objects.create(country=Country.objects.get(iso3="KEN"), kind="physical")
    path = tmp_path / "presence.csv"
    rows = ["BTN,none,2025-01-27,x", "IDN,limited,2025-01-27,x", "KEN,none,,x"]
    path.write_text("\n".join(["country,kind,as_of,source", *rows, ""]))
    steps = [s for s in references.STEPS if getattr(s, "name", "") == "presence"]
    monkeypatch.setattr(references, "STEPS", [replace(steps[0], path=path)])

    assert load_reference() == [
        "presence: 0 added, 1 updated, 1 unchanged, 2 vanished",
        "  no longer in the file, kept here: MDV",
        "  no longer in the file, kept here: TLS",
        "  removed here, not added again: IDN",
        "  entered here before the file had it, kept as entered: KEN",
        "  changed here and in the file, now as in the file: BTN",
    ]
