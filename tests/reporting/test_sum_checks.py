import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.figures import ComparedFigure
from reporting.models.figures import Qualifier
from reporting.sum_checks import Check, Fit, sum_checks


def figure(measure, value, qualifier="exactly", office="ROAF", **fields):
    defaults = {"of_total": None, "of_total_qualifier": "", "as_of": "2025-01-27"}
    source = {"document": "HSP/EB.2025/8", "paragraph": "12", "meaning": "", "unit": "x"}
    return ComparedFigure(
        office=office,
        measure=measure,
        value=value,
        qualifier=qualifier,
        counted=None,
        **{**defaults, **source, **fields},
    )


def parts(whole, qualifier, active=25, light=20, hedge="exactly"):
    return [
        figure("frameworks_signed", whole, qualifier),
        figure("frameworks_actively_engaged", active, hedge),
        figure("frameworks_lightly_engaged", light, hedge),
    ]


@pytest.mark.parametrize(
    ("figures", "fit"),
    [
        (parts(45, "at_least"), Fit.FITS),
        (parts(46, "at_least"), Fit.WARNING),
        (parts(44, "at_least"), Fit.FITS),
        (parts(45, "more_than"), Fit.WARNING),
        (parts(45, "exactly"), Fit.FITS),
        (parts(46, "exactly"), Fit.ERROR),
        (parts(44, "exactly"), Fit.ERROR),
        (parts(46, "exactly", hedge="at_least"), Fit.FITS),
        (parts(44, "exactly", hedge="at_least"), Fit.WARNING),
        (parts(44, "up_to"), Fit.WARNING),
        (parts(49, "about"), Fit.FITS),
        (parts(60, "about"), Fit.WARNING),
    ],
)
def test_parts_make_up_their_whole_as_far_as_the_words_say(figures, fit):
    (check,) = sum_checks(figures)
    assert (check.check, check.fit, check.sum) == (Check.SUM, fit, 45)
    assert (check.whole, check.parts) == (figures[0], tuple(figures[1:]))


def arab_states(served=18, projects=16, presence=14, qualifier="exactly"):
    return [
        figure("countries_served", served, office="ROAS"),
        figure("countries_with_projects", projects, qualifier, "ROAS"),
        figure("countries_with_presence", presence, office="ROAS"),
    ]


def test_the_arab_states_serve_more_than_they_have_projects_in_and_presence():
    found = sum_checks(arab_states())
    assert [(each.check, each.fit) for each in found] == [
        (Check.ORDER, Fit.FITS),
        (Check.ORDER, Fit.FITS),
    ]


def test_a_step_that_rises_is_an_error_where_both_are_exact_and_else_to_note():
    assert [each.fit for each in sum_checks(arab_states(projects=13))] == [Fit.FITS, Fit.ERROR]
    hedged = arab_states(projects=19, qualifier="at_least")
    assert [each.fit for each in sum_checks(hedged)] == [Fit.WARNING, Fit.FITS]


def test_a_step_left_out_is_passed_over_and_a_part_left_out_checks_nothing():
    served, _projects, presence = arab_states(presence=19)
    assert [each.figures for each in sum_checks([served, presence])] == [(served, presence)]
    assert sum_checks(parts(45, "at_least")[:2]) == []


def test_figures_of_another_office_day_or_document_are_not_summed():
    whole, active, light = parts(45, "at_least")
    for other in ({"office": "ROAS"}, {"as_of": "2026-01-27"}, {"document": "HSP/EB.2026/5"}):
        fields = {**vars(light), **other}
        assert sum_checks([whole, active, ComparedFigure(**fields)]) == []


@given(
    whole=st.integers(0, 60),
    active=st.integers(0, 30),
    light=st.integers(0, 30),
    qualifiers=st.tuples(*[st.sampled_from(Qualifier.values)] * 2),
)
def test_only_exact_numbers_are_an_error_and_equal_ones_fit(whole, active, light, qualifiers):
    (check,) = sum_checks(parts(whole, qualifiers[0], active, light, qualifiers[1]))
    is_exact = set(qualifiers) <= {"exactly", "all"}
    assert (check.fit == Fit.ERROR) == (is_exact and whole != active + light)
    minimum = qualifiers[0] == "at_least"
    assert not minimum or check.is_finding == (active + light < whole)
