"""One whole demonstration, made once for all of these tests and taken back afterwards."""

from collections import Counter
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.db import InternalError, connection, transaction
from django.utils import timezone

from accounts.models import User
from accounts.refusals import Faults
from accounts.tokens import actor_with
from checklist.compliance import Tally
from checklist.content import content_of
from checklist.models import (
    Amendment,
    Answer,
    BoardSession,
    Evidence,
    ReportingRound,
    Submission,
    SubmissionLine,
)
from checklist.models.answers import Constraint
from checklist.reading import check_rules
from programmes.models import FrameworkEngagement, Presence
from regions.models import Installation
from reporting.demonstration.filling import fill
from reporting.models import IssuedNote, ParagraphTranslation, Publication, ReportedFigure
from reporting.papers.blocks import plain
from reporting.papers.builders.country import country
from reporting.papers.builders.office import office
from reporting.papers.printers import print_document
from reporting.papers.reading import reading_in
from reporting.references import load_reference
from tests.reporting.papers.opened import converted, sheets_in
from tests.reporting.papers.word_parts import Word, said

pytestmark = pytest.mark.django_db

PUBLISHED = ["2022", "2023", "2024", "2025"]
LARGE = ["ROAF", "ROAS", "ROAP", "ROLAC"]


def reference_records():
    """What the reference data say, before and after."""
    kept = [ReportedFigure, FrameworkEngagement, Presence]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in kept}


class Demonstration:
    def __init__(self):
        load_reference()
        self.before = reference_records()
        self.said = []
        self.access = fill(self.said.append)
        # Once for all: each test's end would look at every row that is new in this transaction.
        connection.check_constraints()


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Demonstration()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demonstration(made):
    return made


def answers(code):
    return Answer.objects.filter(round__code=code)


def share(code, **which):
    tallies = answers(code).filter(**which).tally_by("level", accepted_only=True)
    return float(sum(tallies.values(), Tally()).share)


def test_the_mark_is_set_and_cannot_be_taken_off():
    mark = Installation.objects.get()

    assert (mark.is_demonstration, mark.seeded_on) == (True, timezone.localdate())
    with pytest.raises(InternalError, match="stays marked"), transaction.atomic():
        Installation.objects.update(is_demonstration=False)


def test_four_rounds_are_published_and_one_is_open():
    states = dict(ReportingRound.objects.order_by("code").values_list("code", "state"))

    assert states == {**dict.fromkeys(PUBLISHED, "published"), "2026": "open"}
    published = Publication.objects.order_by("published_at")
    assert [str(timezone.localdate(each.published_at)) for each in published] == [
        "2022-01-11",
        "2023-09-19",
        "2024-02-26",
        "2025-01-27",
    ]
    assert all(each.is_demonstration for each in published)


def test_the_note_of_2025_is_issued_in_two_languages_and_a_draft_in_the_others():
    issued = IssuedNote.objects.order_by("language")
    drafts = ParagraphTranslation.objects.filter(paragraph__note__round__code="2025")

    assert list(issued.values_list("publication__round__code", "language", "number")) == [
        ("2025", "en", 1),
        ("2025", "zh-hans", 1),
    ]
    assert {timezone.localdate(each.issued_at).isoformat() for each in issued} == {"2025-01-27"}
    languages = drafts.order_by().values_list("language", flat=True).distinct()
    assert set(languages) == {"ar", "zh-hans", "fr", "ru", "es"}


def test_only_the_session_of_the_open_round_is_invented_and_says_so():
    session = BoardSession.objects.get(is_invented=True)
    round_ = ReportingRound.objects.get(session=session)

    assert (session.code, round_.code) == ("2026-demo", "2026")
    assert "invented" in session.names["en"]
    assert round_.opens_on < timezone.localdate() < round_.answers_due_on


def test_answers_improve_from_a_quarter_to_a_half():
    shares = [share(code) for code in PUBLISHED]

    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(0.25, abs=0.03)
    assert shares[-1] == pytest.approx(0.49, abs=0.03)


def test_coordination_is_high_funding_low_and_offices_differ():
    pillars = {p: share("2025", item__pillar__code=p) for p in ("NGT", "RCS", "FUN", "BOP")}
    offices = {o: share("2025", office__code=o) for o in (*LARGE, "EECA")}

    assert max(pillars, key=pillars.get) == "RCS"
    assert min(pillars, key=pillars.get) == "FUN"
    assert max(offices, key=offices.get) == "ROAS"
    assert min(offices, key=offices.get) == "EECA"


def test_all_kinds_and_constraints_come_up_in_what_is_published():
    accepted = answers("2025").filter(progress="accepted")
    named = {name for names in accepted.values_list("constraints", flat=True) for name in names}

    assert set(accepted.values_list("kind", flat=True)) == {
        "full",
        "partial",
        "not_started",
        "not_applicable",
    }
    assert answers("2025").exclude(progress="accepted").exists()
    assert named == set(Constraint.values)


def test_guidance_is_awaited_less_once_it_was_given():
    def waiting(code):
        return answers(code).filter(constraints__contains=["guidance_pending"]).count()

    assert waiting("2025") < 0.7 * waiting("2024")


def test_every_answer_that_was_handed_over_keeps_the_rules_of_the_intake():
    faults = Faults()
    handed_over = Answer.objects.exclude(progress__in=["empty", "draft"])
    for answer in handed_over.iterator():
        check_rules(content_of(answer), str(answer.pk), faults)

    assert handed_over.count() > 9000
    assert faults.found == []


def test_evidence_belongs_to_the_office_and_says_whether_it_is_invented():
    rows = Evidence.objects.values_list("kind", "is_invented").distinct()
    documents = Evidence.objects.filter(kind="document").values_list("reference", flat=True)

    assert set(rows) == {("link", True), ("document", False)}
    assert all(reference.startswith("HSP/EB.202") for reference in documents)
    assert (
        not Evidence.objects.exclude(url="")
        .exclude(url__startswith="https://evidence.example/")
        .exists()
    )


@pytest.mark.parametrize("office", LARGE)
def test_a_large_office_has_at_least_300_answers_to_go(office):
    left = answers("2026").filter(office__code=office, progress__in=["empty", "draft"])

    assert left.count() >= 300


def test_the_open_round_has_work_in_every_state():
    found = Submission.objects.filter(round__code="2026").order_by()
    states = sorted(found.values_list("office__code", "state"))

    assert states == [
        ("EECA", "decided"),
        ("ROAF", "decided"),
        ("ROAF", "in_review"),
        ("ROAP", "decided"),
        ("ROAP", "submitted"),
        ("ROAS", "decided"),
        ("ROLAC", "decided"),
        ("ROLAC", "submitted"),
    ]
    assert set(answers("2026").values_list("progress", flat=True)) == {
        "empty",
        "draft",
        "submitted",
        "returned",
        "accepted",
    }


def test_one_submission_has_lines_that_were_confirmed_and_lines_nobody_read():
    waiting = SubmissionLine.objects.filter(
        submission__state="submitted", submission__office__code="ROLAC"
    )

    assert set(waiting.values_list("is_changed", flat=True)) == {False}
    confirmed, unread = (waiting.filter(is_confirmed=each).count() for each in (True, False))
    assert unread >= 10
    assert 3 * unread <= confirmed <= 4 * unread


def test_one_submission_waits_whole_and_one_has_returned_lines_with_reasons():
    waiting = SubmissionLine.objects.filter(
        submission__state="submitted", submission__office__code="ROAP"
    )
    returned = SubmissionLine.objects.filter(submission__round__code="2026", decision="return")

    assert set(waiting.values_list("decision", flat=True)) == {""}
    assert 35 <= waiting.count() <= 50
    assert {line.submission.office.code for line in returned} == {"ROLAC"}
    assert returned.count() == 5
    assert all(line.reason for line in returned)


def test_the_secretariat_amended_one_accepted_answer_and_said_why():
    amendment = Amendment.objects.get()

    assert amendment.answer.round.code == "2026"
    assert (amendment.before["kind"], amendment.after["kind"]) == ("full", "partial")
    assert "evidence" in amendment.reason


def test_acts_happened_when_the_calendar_says():
    for round_ in ReportingRound.objects.filter(code__in=PUBLISHED):
        lines = SubmissionLine.objects.filter(submission__round=round_)
        days = [timezone.localdate(each) for each in lines.values_list("decided_at", flat=True)]
        assert round_.opens_on < min(days) <= max(days) <= round_.freezes_on
    assert not Submission.objects.filter(submitted_at__gt=timezone.now()).exists()


def test_records_of_the_note_are_as_they_were(demonstration):
    after = reference_records()

    for model, rows in demonstration.before.items():
        kept = [row for row in after[model] if not row.get("is_invented")]
        assert kept == rows, model


def test_invented_records_say_so():
    invented = FrameworkEngagement.objects.filter(is_invented=True)

    assert set(invented.values_list("source", flat=True)) == {"Demonstration"}
    assert set(Presence.objects.filter(is_invented=True).values_list("source", flat=True)) == {
        "Demonstration"
    }


def test_what_can_be_counted_is_near_what_is_reported():
    signed = Counter(
        FrameworkEngagement.objects.filter(signatory="yes").values_list(
            "framework__team__office__code", flat=True
        )
    )
    levels = Counter(
        FrameworkEngagement.objects.values_list("framework__team__office__code", "level")
    )
    physical = Presence.objects.filter(kind="physical", country__coverage__office__code="ROAS")

    assert signed == {"ROAF": 44, "ROAS": 14, "ROAP": 3, "ROLAC": 1, "EECA": 1}
    assert (levels["ROAF", "active"], levels["ROAF", "light"]) == (25, 20)
    assert (levels["ROAP", "active"], levels["ROLAC", "active"]) == (15, 9)
    assert physical.count() == 14


def test_everybody_signs_in_with_the_password_that_was_told(demonstration):
    accounts = demonstration.access.accounts

    assert len({account.password for account in accounts}) == len(accounts) == 12
    for account in accounts:
        user = authenticate(None, email=account.email, password=account.password)
        assert (user.email, user.role) == (account.email, account.role)
        assert len(account.password) >= 12
    assert {account.role for account in accounts} == {
        "administrator",
        "secretariat",
        "regional_office",
        "board_member",
    }


def test_the_people_of_two_offices_and_of_one_are_members_there():
    officers = User.objects.filter(role="regional_office")
    offices = {user.email: {o.code for o in user.offices.all()} for user in officers}

    assert offices == {
        **{f"{code.lower()}@demo.example": {code} for code in (*LARGE, "EECA", "HQ")},
        "two-offices@demo.example": {"ROAP", "EECA"},
    }


def test_tokens_work_for_their_role_and_office(demonstration):
    found = {}
    for ready in demonstration.access.tokens:
        actor = actor_with(ready.token, now=timezone.now() + timedelta(days=1))
        office = actor.token.office.code if actor.token.office else None
        assert (actor.role, office) == (ready.role, ready.office)
        found[ready.role, ready.office] = set(actor.scopes)

    assert found == {
        ("secretariat", None): {"review"},
        ("board_member", None): {"read"},
        **{("regional_office", code): {"read", "submit"} for code in (*LARGE, "EECA", "HQ")},
    }


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_fullest_briefings_keep_to_two_sheets_and_nothing_is_cut(language, tmp_path):
    documents = briefings(Publication.objects.get(round__code="2025"), language)

    pdf = {name: print_document(each, "pdf") for name, each in documents.items()}
    word = {name: print_document(each, "docx") for name, each in documents.items()}

    assert {sheets_in(each) for each in pdf.values()} == {2}
    assert {sheets_in(each) for each in converted(tmp_path, "pdf", **word).values()} == {2}
    assert [name for name, each in documents.items() if is_cut(each, word[name])] == []


def briefings(publication, language):
    with reading_in(publication, language) as source:
        return {
            **{code: office(source, code) for code in LARGE},
            **{code: country(source, code) for code in ("ZAF", "PSE")},
        }


def is_cut(document, paper):
    """Whether a text was cut for want of room, beyond what a briefing always cuts."""
    return "".join(map(said, Word(paper).find("//w:p"))).count("…") > plain(document).count("…")


def test_the_history_says_that_it_was_made_for_the_demonstration():
    events = Answer.pgh_event_model.objects.order_by()
    other = events.exclude(pgh_context__reason="Made for the demonstration")
    acted = other.exclude(pgh_context__reason__startswith="Carried over from round 20")

    assert [event.pgh_context["reason"] for event in acted] == [Amendment.objects.get().reason]


def test_progress_is_told_step_by_step(demonstration):
    assert demonstration.said == [
        "Reference data",
        "Engagement, presence and people",
        *(f"Round {code}" for code in [*PUBLISHED, "2026"]),
        "Programme documents",
    ]
