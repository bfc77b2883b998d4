"""A26 and A27: reported figures beside their counts and beside each other, hedges kept."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmes.alignment.checking import check
from programmes.alignment.registry import SOURCES
from programmes.alignment.wording import message, missing_words, rule_title
from programmes.models import AlignmentRule, CooperationFramework, FrameworkEngagement
from reporting.alignment.rules import check_figures
from reporting.models import ReportedFigure
from tests.factories import make_office, make_open_round, make_round, make_team
from tests.reporting.world import make_figure

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 5)
AFRICA = [
    ("frameworks_signed", "at_least", 45),
    ("frameworks_actively_engaged", "exactly", 25),
    ("frameworks_lightly_engaged", "exactly", 20),
]


def report(round_, figures, office="ROAF"):
    """The figures as a document states them; gives their names."""
    names = {}
    for measure, qualifier, value in figures:
        row = make_figure(
            round_,
            office=make_office(office),
            measure=measure,
            qualifier=qualifier,
            value=value,
            of_total=None,
            of_total_qualifier="",
        )
        names[measure] = f"figures/{row.pk}"
    return names


def signed(number):
    """So many frameworks on record that UN-Habitat signed, all in force on the day of the note."""
    for position in range(number):
        team = make_team(f"X{chr(65 + position // 26)}{chr(65 + position % 26)}")
        framework = CooperationFramework.objects.create(
            team=team,
            kind="cooperation_framework",
            place_in_sequence="running",
            starts_on=date(2023, 1, 1),
            ends_on=date(2027, 12, 31),
        )
        FrameworkEngagement.objects.create(framework=framework, signatory="yes", level="active")


def said():
    return {
        (each.rule, each.subject): each.outcome.says
        or each.outcome.missing
        or each.outcome.kind.value
        for each in check_figures(DAY)
    }


def outcome(rule):
    return next(each.outcome for each in check_figures(DAY) if each.rule == rule)


def worded(rule):
    found = outcome(rule)
    return message(found.says, found.facts)


def test_a_figure_that_the_records_do_not_bear_out_is_found_with_both_numbers():
    signed(12)
    names = report(make_open_round(), AFRICA[:1])

    (found,) = check_figures(DAY)

    assert (found.rule, found.subject, found.office) == (
        *("A26", names["frameworks_signed"]),
        "ROAF",
    )
    assert (found.outcome.says, found.outcome.facts["value"], found.outcome.facts["counted"]) == (
        *("A26.differs", 45),
        12,
    )
    words = worded("A26")
    assert "at least 45" in words.text.lower()
    assert "12" in words.text
    assert "HSP/EB.2026/5" in words.text


def test_the_hedge_covers_more_than_was_reported():
    signed(3)
    names = report(make_open_round(), [("frameworks_signed", "at_least", 2)])
    assert said() == {("A26", names["frameworks_signed"]): "passed"}


def test_what_no_record_counts_cannot_be_checked():
    names = report(make_open_round(), [("frameworks_signed", "at_least", 45)])
    ReportedFigure.objects.update(measure="frameworks_actively_engaged")
    assert said() == {("A26", names["frameworks_signed"]): ("counted",)}


def test_the_parts_of_africa_fit_their_minimum():
    names = report(make_open_round(), AFRICA)
    assert said()["A27", names["frameworks_signed"]] == "passed"


def test_a_sum_below_a_minimum_is_the_milder_case_and_an_exact_one_that_differs_is_not():
    AlignmentRule.objects.create(code="A27", severity="error", lesser_severity="warning")
    round_ = make_open_round()
    report(round_, [("frameworks_signed", "at_least", 46), *AFRICA[1:]])
    report(round_, [("frameworks_signed", "exactly", 46), *AFRICA[1:]], "ROAS")

    found = {each.office: (each.says, each.severity) for each in check(DAY)}

    assert found == {"ROAF": ("A27.sum", "warning"), "ROAS": ("A27.sum", "error")}


def test_a_finding_on_a_sum_says_every_number_with_its_hedge():
    names = report(make_open_round(), [("frameworks_signed", "at_least", 46), *AFRICA[1:]])
    assert outcome("A27").others == (
        names["frameworks_actively_engaged"],
        names["frameworks_lightly_engaged"],
    )
    assert worded("A27").text == (
        "Reported in HSP/EB.2026/5: Cooperation Frameworks signed: at least 46; frameworks with "
        "active engagement: 25; frameworks with light engagement: 20. The parts come to 45."
    )


def test_steps_that_rise_are_found():
    figures = [("countries_served", "exactly", 14), ("countries_with_projects", "exactly", 16)]
    report(make_open_round(), figures, "ROAS")
    assert worded("A27").text.endswith(
        "countries served: 14; countries with projects: 16. The second cannot exceed the first."
    )


def test_figures_of_the_last_round_that_has_some_count_until_newer_ones_come():
    names = report(make_round("2025", "published"), AFRICA[:1])
    make_open_round("2026")
    assert list(said()) == [("A26", names["frameworks_signed"])]


def test_without_a_round_or_figures_there_is_nothing_to_check():
    assert said() == {}
    make_open_round()
    assert said() == {}


def test_every_finding_has_a_name_of_its_own():
    round_ = make_open_round()
    steps = ["countries_served", "countries_with_projects", "countries_with_presence"]
    report(round_, [*AFRICA, *((measure, "exactly", 9) for measure in steps)])
    found = [(each.rule, each.subject) for each in check_figures(DAY)]
    assert (len(found), len(set(found))) == (9, 9)


@pytest.mark.parametrize("offices", [1, 4])
def test_queries_are_as_many_for_one_office_as_for_four(offices):
    round_ = make_open_round()
    signed(3 * offices)
    for code in ["ROAF", "ROAS", "ROAP", "ROLAC"][:offices]:
        report(round_, AFRICA, code)
    with CaptureQueriesContext(connection) as captured:
        list(check_figures(DAY))
    assert len(captured) == 5


def test_rules_on_answers_and_figures_are_registered_with_their_words():
    assert set(SOURCES) == {("A26", "A27"), ("A28", "A29")}
    assert [rule_title(code) for code in ("A26", "A27")] == [
        "agrees with what the records count",
        "fits the other figures of its office",
    ]
    assert missing_words(["counted"]) == "the records that the figure counts"
