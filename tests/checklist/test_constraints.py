"""Each rule that the database keeps for questions and answers, and an attempt to break it."""

from datetime import UTC, date, datetime

import pytest
from django.db import InternalError, transaction

from checklist.models import (
    Amendment,
    Answer,
    BoardDocument,
    BoardSession,
    Checklist,
    ChecklistItem,
    Evidence,
    IncomingFile,
    Pillar,
    ProposalReply,
    ReportingRound,
    ReviewNote,
    ScaleLevel,
    Submission,
    SubmissionLine,
)
from tests.breaking import broken_rule, rules_of
from tests.factories import (
    answer_to,
    make_checklist,
    make_evidence,
    make_item,
    make_office,
    make_open_round,
    make_round,
    make_session,
    make_team,
    make_user,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def titled(model):
    """Take the English title off a row of the model."""
    make_checklist()
    return model.objects.update(titles={"fr": "Titre"})


def copy_of(record, **fields):
    """The same row once more, with other fields."""
    said = {f.attname: getattr(record, f.attname) for f in record._meta.local_concrete_fields}
    return type(record).objects.create(**said | {record._meta.pk.attname: None} | fields)


def answer():
    make_team()
    return answer_to(make_open_round(), "NGT-01", "KEN")


def submission():
    return Submission.objects.create(
        round=answer().round,
        office=make_office(),
        receipt="0" * 64,
        submitted_by=make_user(),
        submitted_at=NOON,
        due_on=NOON.date(),
    )


def line(of=None, **fields):
    said = {
        "submission": of or submission(),
        "number": 1,
        "answer": Answer.objects.earliest("pk"),
        "answer_version": 1,
        "before": {},
        "after": {},
        "is_changed": True,
    }
    return SubmissionLine.objects.create(**said | fields)


def another_answer():
    make_item(Checklist.objects.get(), Pillar.objects.get(), "NGT-02", position=2)
    return copy_of(Answer.objects.get(), item_id=ChecklistItem.objects.get(code="NGT-02").pk)


def same_number_twice():
    first = line()
    return line(first.submission, answer=another_answer())


def same_answer_twice():
    first = line(decision="superseded")
    return line(first.submission, number=2)


def same_answer_waiting_twice():
    first = line()
    return line(copy_of(first.submission))


def decided(**fields):
    return line(decided_by=make_user(), decided_at=NOON, **fields)


def amendment(**fields):
    said = {"before": {}, "after": {}, "reason": "A slip", "amended_at": NOON}
    return Amendment.objects.create(answer=answer(), amended_by=make_user(), **said | fields)


def file_of(office, **fields):
    said = {"kind": "file", "url": "", "file_name": "a.pdf", "media_type": "application/pdf"}
    kept = {"size": 9, "sha256": "0" * 64, "stored_as": "x"}
    return make_evidence(office, **said | kept | fields)


def note(**fields):
    said = {"line": line(), "is_internal": True, "text": "Ask them."}
    return ReviewNote.objects.create(written_by=make_user(), **said | fields)


def table(**fields):
    said = {"name": "a.xlsx", "media_type": "x", "content": b"x", "sha256": "0" * 64}
    places = {"round": answer().round, "office": make_office(), "received_by": make_user()}
    return IncomingFile.objects.create(**said | places | fields)


def second_open_round():
    return [make_round("2025", state="open"), make_round("2026", state="open")]


def proposal_reply(answer_=None, **fields):
    said = {"answer": answer_ or answer(), "proposed": "full", "fingerprint": "0" * 64}
    said["stance"] = "accepted"
    return ProposalReply.objects.create(**{**said, "replied_by": make_user(), **fields})


ATTEMPTS = {
    "a_proposal_is_overruled_with_a_reason": lambda: proposal_reply(stance="overruled"),
    "checklist_proposalreply_answer_id_key": lambda: [
        proposal_reply(answer_) for answer_ in [answer()] * 2
    ],
    "a_checklist_has_a_title": lambda: titled(Checklist),
    "checklist_checklist_version_key": lambda: [make_checklist(), copy_of(Checklist.objects.get())],
    "a_kind_has_one_level_in_a_checklist": lambda: [
        make_checklist(),
        copy_of(ScaleLevel.objects.first()),
    ],
    "a_level_has_a_label": lambda: [make_checklist(), ScaleLevel.objects.update(labels={})],
    "a_pillar_stands_in_a_checklist_once": lambda: [
        make_checklist(),
        copy_of(Pillar.objects.get()),
    ],
    "a_pillar_has_a_title": lambda: titled(Pillar),
    "an_item_stands_in_a_checklist_once": lambda: [
        make_checklist(),
        copy_of(ChecklistItem.objects.get()),
    ],
    "an_item_is_asked_of_somebody": lambda: make_checklist(levels=()),
    "an_item_has_a_title": lambda: titled(ChecklistItem),
    "a_session_closes_after_it_opens": lambda: [
        make_session(),
        BoardSession.objects.update(closes_on=date(2026, 5, 4)),
    ],
    "a_session_has_a_name": lambda: [make_session(), BoardSession.objects.update(names={})],
    "checklist_boardsession_code_key": lambda: copy_of(make_session()),
    "checklist_boarddocument_symbol_key": lambda: [
        BoardDocument.objects.create(symbol="HSP/EB.2025/8", session=make_session(), kind="report")
        for _ in range(2)
    ],
    "a_round_has_a_plain_code": lambda: make_round("20/26"),
    "checklist_reportinground_code_key": lambda: [make_round(), make_round()],
    "one_round_is_open_at_a_time": second_open_round,
    "the_dates_of_a_round_follow_one_another": lambda: make_round(answers_due_on=date(2020, 1, 1)),
    "a_subject_answers_an_item_once_a_round": lambda: copy_of(answer()),
    "a_country_item_is_answered_for_a_team": lambda: copy_of(answer(), team_id=None, subject="X"),
    "an_empty_answer_says_nothing": lambda: copy_of(answer(), kind="full", subject="X"),
    "an_amendment_gives_its_reason": lambda: Amendment.objects.create(
        answer=answer(), before={}, after={}, reason="", amended_by=make_user(), amended_at=NOON
    ),
    "a_dissent_says_why": lambda: amendment(
        reply="dissent", replied_by=make_user(), replied_at=NOON
    ),
    "a_reply_has_an_author": lambda: amendment(reply="acknowledged"),
    "only_a_decision_is_made_in_bulk": lambda: line(decided_in_bulk=True),
    "a_note_says_something": lambda: note(text=""),
    "a_table_has_its_digest": lambda: table(sha256="none"),
    "a_file_is_known_by_name_type_size_and_digest": lambda: file_of(make_office(), size=None),
    "an_office_keeps_a_file_once": lambda: [file_of(make_office()), file_of(make_office())],
    "evidence_can_be_found": lambda: make_evidence(make_office(), kind="document"),
    "a_link_is_a_web_address": lambda: make_evidence(make_office(), url="file:///etc/passwd"),
    "a_line_has_its_own_number": same_number_twice,
    "an_answer_is_handed_over_once_in_a_submission": same_answer_twice,
    "an_answer_awaits_one_decision": same_answer_waiting_twice,
    "a_return_gives_its_reason": lambda: decided(decision="return"),
    "a_decision_has_an_author": lambda: line(decision="accept"),
}


@pytest.mark.parametrize("rule", ATTEMPTS)
def test_the_database_refuses_to_break_a_rule(rule):
    assert broken_rule(ATTEMPTS[rule]) == rule


def test_every_rule_has_an_attempt_to_break_it():
    assert set(ATTEMPTS) == rules_of("checklist")


def test_a_global_item_is_not_answered_for_a_team():
    asked = answer()

    assert (
        broken_rule(lambda: copy_of(asked, level="G", subject="GLOBAL"))
        == "a_country_item_is_answered_for_a_team"
    )


def test_evidence_by_link_needs_an_address():
    assert broken_rule(lambda: make_evidence(make_office(), url="")) == "evidence_can_be_found"


def test_several_rounds_may_be_planned_or_published_at_once():
    for code, state in {"2023": "published", "2024": "published", "2026": "planned"}.items():
        make_round(code, state=state)

    assert ReportingRound.objects.count() == 3


def test_an_answer_may_be_handed_over_again_once_it_was_decided():
    first = decided(decision="accept")

    line(copy_of(first.submission))

    assert SubmissionLine.objects.count() == 2


def test_evidence_is_never_deleted():
    make_evidence(make_office())

    with pytest.raises(InternalError, match="Cannot delete"), transaction.atomic():
        Evidence.objects.all().delete()

    assert Evidence.objects.count() == 1


def test_a_file_as_evidence_is_kept_somewhere():
    assert broken_rule(lambda: file_of(make_office(), stored_as="")) == "evidence_can_be_found"


def test_a_note_is_never_changed():
    note()

    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        ReviewNote.objects.update(text="Something else")

    assert ReviewNote.objects.get().text == "Ask them."
