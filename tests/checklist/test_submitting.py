import uuid

import pytest

from accounts.refusals import Blocked, Invalid, NotAllowed, Stale
from checklist.actions.answers import save
from checklist.actions.rounds import freeze
from checklist.actions.submissions import preview, recall, submit
from checklist.models import Answer, Submission, SubmissionLine
from tests.factories import (
    answer_to,
    make_actor,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_office("ROAF")


@pytest.fixture
def round_(office):
    make_team("KEN", office)
    make_team("EGY", make_office("ROAS"))
    make_checklist(items=2)
    return make_open_round()


@pytest.fixture
def by(office):
    return office_actor(office)


def faults(refusal):
    return [(fault.pointer, fault.code) for fault in refusal.value.faults]


def refused(round_, office, by, *lines):
    with pytest.raises(Invalid) as refusal:
        submit(round_, office, list(lines), by=by)
    assert Submission.objects.count() == 0
    assert not Answer.objects.exclude(progress="empty").exists()
    return faults(refusal)


def test_a_submitted_line_is_stored_with_its_baseline_and_waits_for_the_secretariat(
    round_, office, by
):
    handed = submit(round_, office, [partial_line(narrative=" Under way. ")], note="Q2", by=by)

    answer = answer_to(round_, "NGT-01", "KEN")
    line = SubmissionLine.objects.get()
    assert (answer.kind, answer.narrative, answer.constraints) == (
        "partial",
        "Under way.",
        ["core_funding"],
    )
    assert (answer.progress, answer.version, answer.reexamined) == ("submitted", 1, True)
    assert (line.number, line.answer_version, line.is_changed) == (1, 1, True)
    assert (line.before["kind"], line.after["kind"]) == ("not_assessed", "partial")
    assert handed.plan.counts == {"created": 1, "updated": 0, "unchanged": 0, "rejected": 0}
    assert (handed.submission.state, len(handed.submission.receipt)) == ("submitted", 64)


def test_one_bad_line_and_nothing_is_stored_and_every_bad_line_is_named(round_, office, by):
    found = refused(
        round_,
        office,
        by,
        partial_line(),
        partial_line(item="NGT-99"),
        partial_line(item="NGT-02", constraints=[]),
        "not a line",
        {"kind": "full"},
    )
    assert found == [
        ("/lines/1/item", "unknown_item"),
        ("/lines/2/constraints", "constraint_required"),
        ("/lines/3", "not_an_object"),
        ("/lines/4/item", "required"),
        ("/lines/4/subject", "required"),
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"kind": "full"}, ("/lines/0/evidence", "evidence_required")),
        ({"kind": "not_applicable"}, ("/lines/0/not_applicable_reason", "reason_required")),
        (
            {"kind": "not_started", "constraints": []},
            ("/lines/0/constraints", "constraint_required"),
        ),
        ({"kind": "not_assessed"}, ("/lines/0/kind", "kind_not_allowed")),
        ({"kind": "fully"}, ("/lines/0/kind", "unknown_kind")),
        ({"kind": ["full"]}, ("/lines/0/kind", "unknown_kind")),
        ({"subject": "EGY"}, ("/lines/0/subject", "not_your_subject")),
        ({"subject": "KENYA"}, ("/lines/0/subject", "unknown_subject")),
        ({"subject": "GLOBAL"}, ("/lines/0/subject", "unknown_subject")),
        ({"narative": "x"}, ("/lines/0/narative", "unknown_field")),
        ({"narrative": "x" * 5001}, ("/lines/0/narrative", "too_long")),
        ({"narrative": "a\x00b"}, ("/lines/0/narrative", "bad_character")),
        ({"narrative": 7}, ("/lines/0/narrative", "not_a_text")),
        ({"constraints": ["weather"]}, ("/lines/0/constraints/0", "unknown_constraint")),
        ({"constraints": "core_funding"}, ("/lines/0/constraints", "not_a_list")),
        ({"next_step_due": "2026-02-30"}, ("/lines/0/next_step_due", "invalid_date")),
        ({"as_of": "20260228"}, ("/lines/0/as_of", "invalid_date")),
        ({"language": "de"}, ("/lines/0/language", "unknown_language")),
        ({"evidence": ["x"]}, ("/lines/0/evidence/0", "unknown_evidence")),
        ({"evidence": [str(uuid.uuid4())]}, ("/lines/0/evidence/0", "unknown_evidence")),
        ({"base_version": "7"}, ("/lines/0/base_version", "not_a_version")),
        ({"item": {"code": "NGT-01"}}, ("/lines/0/item", "not_a_text")),
    ],
)
def test_a_fault_is_named_with_its_place_and_code(round_, office, by, changes, fault):
    found = refused(round_, office, by, partial_line(**changes))
    assert found == [fault]


def test_an_item_named_twice_is_a_fault(round_, office, by):
    assert refused(round_, office, by, partial_line(), partial_line()) == [
        ("/lines/1", "duplicate_line")
    ]


def test_evidence_of_another_office_is_unknown(round_, office, by):
    foreign = make_evidence(make_office("ROAS"))
    line = partial_line(kind="full", evidence=[str(foreign.pk)])
    assert refused(round_, office, by, line) == [("/lines/0/evidence/0", "unknown_evidence")]


def test_full_with_evidence_on_file_is_taken(round_, office, by):
    evidence = make_evidence(office)
    submit(round_, office, [partial_line(kind="full", evidence=[str(evidence.pk)])], by=by)
    assert answer_to(round_, "NGT-01", "KEN").evidence == [evidence.pk]


def test_a_stale_base_version_refuses_the_whole_and_shows_what_stands(round_, office, by):
    submit(round_, office, [partial_line()], by=by)

    with pytest.raises(Stale) as refusal:
        submit(round_, office, [partial_line(narrative="Other", base_version=0)], by=by)

    assert refusal.value.current.version == 1
    assert answer_to(round_, "NGT-01", "KEN").narrative == "Under way."


def test_without_a_base_version_the_last_write_wins_and_leaves_the_review(round_, office, by):
    first = submit(round_, office, [partial_line()], by=by).submission

    second = submit(round_, office, [partial_line(narrative="Better")], by=by).submission

    decisions = dict(SubmissionLine.objects.values_list("submission_id", "decision"))
    first.refresh_from_db()
    assert decisions == {first.pk: "superseded", second.pk: ""}
    assert first.state == "decided"
    assert answer_to(round_, "NGT-01", "KEN").version == 2


def test_the_same_line_again_is_unchanged_and_keeps_its_version(round_, office, by):
    submit(round_, office, [partial_line()], by=by)
    again = submit(round_, office, [partial_line()], by=by)
    assert again.plan.counts["unchanged"] == 1
    assert answer_to(round_, "NGT-01", "KEN").version == 1


def test_a_preview_shows_differences_and_faults_and_keeps_nothing(round_, office, by):
    plan = preview(round_, office, [partial_line(), partial_line(item="NGT-99")], by=by)

    assert plan.counts == {"created": 1, "updated": 0, "unchanged": 0, "rejected": 1}
    assert plan.lines[0].differences["kind"] == {"before": "not_assessed", "after": "partial"}
    assert [fault.code for fault in plan.faults] == ["unknown_item"]
    assert answer_to(round_, "NGT-01", "KEN").progress == "empty"


def test_without_lines_all_drafts_are_handed_over(round_, office, by):
    draft = answer_to(round_, "NGT-02", "KEN")
    save(draft, {"kind": "partial", "constraints": ["other"]}, base_version=0, by=by)

    handed = submit(round_, office, None, by=by)

    assert [(line.item, line.subject) for line in handed.plan.lines] == [("NGT-02", "KEN")]
    assert answer_to(round_, "NGT-02", "KEN").progress == "submitted"


def test_without_lines_and_drafts_there_is_nothing_to_submit(round_, office, by):
    with pytest.raises(Blocked) as refusal:
        submit(round_, office, None, by=by)
    assert [b.code for b in refusal.value.blockers] == ["nothing_to_submit"]


def test_an_office_submits_for_itself_only(round_, office):
    for actor in (office_actor(make_office("ROAS")), make_actor("secretariat")):
        with pytest.raises(NotAllowed) as refusal:
            submit(round_, office, [partial_line()], by=actor)
        assert refusal.value.code == "not_your_office"


def test_a_frozen_round_takes_nothing(round_, office, by):
    freeze(round_, by=make_actor())
    with pytest.raises(Blocked) as refusal:
        submit(round_, office, [partial_line()], by=by)
    assert [b.code for b in refusal.value.blockers] == ["round_not_open"]


def test_a_recalled_submission_gives_its_answers_back_as_drafts(round_, office, by):
    submission = submit(round_, office, [partial_line()], by=by).submission

    recalled = recall(submission, by=by)

    assert recalled.state == "recalled"
    assert answer_to(round_, "NGT-01", "KEN").progress == "draft"
    assert SubmissionLine.objects.get().decision == "recalled"


def test_a_submission_takes_as_many_queries_for_one_line_as_for_many(
    round_, office, by, django_assert_num_queries
):
    for code in ("TZA", "UGA", "RWA"):
        make_team(code, office)
    lines = [partial_line("NGT-01", "KEN"), partial_line("NGT-02", "KEN")]
    with django_assert_num_queries(8):
        submit(round_, office, lines[:1], by=by)
    with django_assert_num_queries(8):
        submit(round_, office, lines[1:], by=by)


def test_two_thousand_bad_lines_are_explained_without_a_query_each(
    round_, office, by, django_assert_max_num_queries
):
    lines = [partial_line(subject=f"X{n}") for n in range(2000)]
    with django_assert_max_num_queries(10):
        plan = preview(round_, office, lines, by=by)
    assert plan.counts["rejected"] == 2000


def test_history_names_the_person_and_the_role(round_, office, by):
    submit(round_, office, [partial_line()], by=by)
    event = Answer.pgh_event_model.objects.filter(pgh_label="update").get()
    assert event.pgh_context == {"user": by.user.pk, "role": "regional_office"}
    assert (event.kind, event.progress) == ("partial", "submitted")
