"""One of everything, so that every address of the API has something to answer with."""

from datetime import date

from checklist.actions.notes import add_note
from checklist.models import Answer, BoardDocument, ReportingRound, Submission
from programmes.models import (
    AlignmentRule,
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    FrameworkResult,
    MechanismRole,
    Presence,
    ProgrammeResult,
    WorkPlanItem,
)
from regions.models import Country, OfficeCoverage, RegionalMechanism
from reporting.models import ReportedFigure
from reporting.publishing import publish
from tests.factories import (
    answer_to,
    caller,
    make_actor,
    make_amendment,
    make_checklist,
    make_file,
    make_office,
    make_open_round,
    make_request,
    make_round,
    make_session,
    make_team,
    partial_line,
)


def build():
    """ROAF with Kenya and all its records, a submission, a publication; keys for addresses."""
    office = make_office("ROAF")
    team = make_team("KEN", office)
    kenya = Country.objects.get(iso3="KEN")
    OfficeCoverage.objects.create(country=kenya, office=office, certainty="published")
    checklist = make_checklist()
    framework = CooperationFramework.objects.create(
        team=team,
        kind="cooperation_framework",
        place_in_sequence="running",
        starts_on=date(2022, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    engagement = FrameworkEngagement.objects.create(
        framework=framework, signatory="yes", level="active"
    )
    document = CountryProgrammeDocument.objects.create(
        country=kenya, generation="new", kind="full", framework=framework
    )
    AlignmentRule.objects.create(
        code="A01", condition="It names a framework.", basis="HSP/EB.2025/8", severity="error"
    )
    contribution = AnalysisContribution.objects.create(
        country=kenya, framework=framework, given_on=date(2021, 3, 1), topic="Land"
    )
    presence = Presence.objects.create(country=kenya, kind="physical")
    result = FrameworkResult.objects.create(
        framework=framework, code="1", level="outcome", statement="Homes for all"
    )
    derived = ProgrammeResult.objects.create(
        document=document, code="1", level="outcome", statement="Homes", derived_from=result
    )
    item = WorkPlanItem.objects.create(
        framework=framework,
        country=kenya,
        year=2025,
        code="1.1.1",
        name="Train planners",
        plan="Joint work plan 2025",
        names_un_habitat=True,
        required="1250000.50",
    )
    mechanism = RegionalMechanism.objects.create(
        code="africa-platform", kind="platform", names={"en": "Platform"}, office=office
    )
    role = MechanismRole.objects.create(mechanism=mechanism, role="member")
    published = publish_a_round()
    round_ = make_open_round(checklist=checklist)
    make_round("2027", "planned", checklist)
    figure = ReportedFigure.objects.create(
        round=round_,
        office=office,
        measure="frameworks_signed",
        unit="frameworks",
        qualifier="at_least",
        value=45,
        as_of=date(2025, 1, 27),
        document=BoardDocument.objects.create(
            symbol="HSP/EB.2025/8", session=make_session(), kind="report"
        ),
        paragraph="12",
    )
    make_request()
    submission = submit(office)
    note_on(submission)
    make_amendment(answer_to(round_, "NGT-01", "KEN"))
    event = submission.events.first()
    return {
        "framework": framework.pk,
        "engagement": engagement.pk,
        "contribution": contribution.pk,
        "presence": presence.pk,
        "framework_result": result.pk,
        "programme_result": derived.pk,
        "work_plan_item": item.pk,
        "programme_document": document.pk,
        "role": role.pk,
        "evidence": make_file(office).pk,
        "figure": figure.pk,
        "submission": submission.pk,
        "event": event.pk,
        "publication": f"{published.round.code}/{published.number}",
    }


def note_on(submission):
    line = submission.lines.get(number=1)
    add_note(line, "Which annex?", is_internal=False, by=make_actor())


def publish_a_round():
    round_ = make_open_round("2025")
    Answer.objects.update(kind="not_started", progress="accepted", version=1)
    ReportingRound.objects.update(state="frozen")
    return publish(ReportingRound.objects.get(pk=round_.pk), by=make_actor())


def submit(office):
    client = caller("regional_office", office)
    body = {"round": "2026", "lines": [partial_line()]}
    reply = client.post("/api/v1/submissions/", body, content_type="application/json")
    assert reply.status_code == 201, reply.content
    return Submission.objects.get(pk=reply.json()["number"])
