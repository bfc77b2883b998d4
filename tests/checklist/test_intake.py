import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checklist.actions.submissions import preview, submit
from checklist.intake import plan
from checklist.models import Answer, Submission
from tests.factories import (
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db

TEAMS = ("KEN", "TZA", "UGA")
ITEMS = ("NGT-01", "NGT-02", "NGT-03")
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
wild_line = st.dictionaries(
    st.sampled_from(
        ["item", "subject", "kind", "evidence", "constraints", "as_of", "x", "narrative"]
    ),
    any_json | st.sampled_from([*ITEMS, *TEAMS, "full", "partial", "EGY"]),
)
keys = st.tuples(st.sampled_from(ITEMS), st.sampled_from(TEAMS))
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=60)
relaxed = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def office():
    return make_office("ROAF")


@pytest.fixture
def round_(office):
    for code in TEAMS:
        make_team(code, office)
    make_team("EGY", make_office("ROAS"))
    make_checklist(items=3)
    return make_open_round()


def good_line(key, kind, text, evidence):
    line = {"item": key[0], "subject": key[1], "kind": kind, "narrative": text}
    extra = {
        "full": {"evidence": [str(evidence.pk)]},
        "partial": {"constraints": ["other"]},
        "not_started": {"constraints": ["core_funding", "no_presence"]},
        "not_applicable": {"not_applicable_reason": "No framework."},
    }
    return {**line, **extra[kind]}


@relaxed
@given(lines=st.lists(wild_line | any_json, min_size=1, max_size=6))
def test_whatever_is_sent_is_read_without_failing_and_every_rejection_is_explained(
    round_, office, lines
):
    plan = preview(round_, office, lines, by=office_actor(office))

    explained = {int(fault.pointer.split("/")[2]) for fault in plan.faults}
    rejected = {line.number - 1 for line in plan.lines if line.outcome == "rejected"}
    assert sum(plan.counts.values()) == len(lines)
    assert explained == rejected
    assert not Answer.objects.exclude(progress="empty").exists()


@relaxed
@given(
    sent=st.dictionaries(
        keys,
        st.tuples(st.sampled_from(["full", "partial", "not_started", "not_applicable"]), words),
        min_size=1,
    )
)
def test_what_was_stored_reads_back_as_unchanged(round_, office, sent):
    by, evidence = office_actor(office), make_evidence(office)
    lines = [good_line(key, kind, text, evidence) for key, (kind, text) in sent.items()]

    submit(round_, office, lines, by=by)
    again = preview(round_, office, lines, by=by)

    assert again.counts == {"created": 0, "updated": 0, "unchanged": len(lines), "rejected": 0}
    assert again.receipt == Submission.objects.latest("number").receipt


@relaxed
@given(sent=st.permutations([(item, team) for item in ITEMS for team in TEAMS]))
def test_the_order_of_the_lines_does_not_change_what_is_stored(round_, office, sent):
    by, evidence = office_actor(office), make_evidence(office)

    submit(round_, office, [good_line(key, "full", "", evidence) for key in sent], by=by)

    stored = Answer.objects.filter(office=office).values_list("item__code", "subject", "kind")
    assert set(stored) == {(item, team, "full") for item, team in sent}


def test_an_empty_verdict_is_missing_and_nothing_more(round_, office):
    planned = plan(round_, office, [partial_line(kind="")], by=office_actor(office))

    assert [(x.pointer, x.code) for x in planned.faults] == [("/lines/0/kind", "required")]


def test_line_ends_of_a_browser_are_no_change(round_, office):
    by = office_actor(office)
    submit(round_, office, [partial_line(narrative="One.\nTwo.")], by=by)

    again = plan(round_, office, [partial_line(narrative="One.\r\nTwo.")], by=by)

    assert again.counts["unchanged"] == 1
