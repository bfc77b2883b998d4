"""One of everything, so that every address of the API has something to answer with."""

from datetime import date

from django.utils import timezone

from accounts.models import User
from checklist.models import BoardDocument, Submission
from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
)
from regions.models import Country, OfficeCoverage, RegionalMechanism
from reporting.models import Publication, ReportedFigure
from tests.factories import (
    caller,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_round,
    make_session,
    make_team,
    make_user,
    partial_line,
)


def build():
    """Office ROAF with Kenya, its submission 1 line, a publication of round 2025."""
    office = make_office("ROAF")
    team = make_team("KEN", office)
    kenya = Country.objects.get(iso3="KEN")
    OfficeCoverage.objects.create(country=kenya, office=office, certainty="published")
    make_checklist()
    round_ = make_open_round()
    framework = CooperationFramework.objects.create(
        team=team,
        kind="cooperation_framework",
        place_in_sequence="running",
        starts_on=date(2022, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    FrameworkEngagement.objects.create(framework=framework, signatory="yes", level="active")
    document = CountryProgrammeDocument.objects.create(
        country=kenya, generation="new", kind="full", framework=framework
    )
    mechanism = RegionalMechanism.objects.create(
        code="africa-platform", kind="platform", names={"en": "Platform"}, office=office
    )
    role = MechanismRole.objects.create(mechanism=mechanism, role="member")
    evidence = make_evidence(office)
    report = BoardDocument.objects.create(
        symbol="HSP/EB.2025/8", session=make_session(), kind="report"
    )
    ReportedFigure.objects.create(
        round=round_,
        office=office,
        measure="frameworks_signed",
        unit="frameworks",
        qualifier="at_least",
        value=45,
        as_of=date(2025, 1, 27),
        document=report,
        paragraph="12",
    )
    submission = submit(office)
    return {
        "code": {"offices": "ROAF", "countries": "KEN", "teams": "KEN", "rounds": "2026"}
        | {"mechanisms": "africa-platform"},
        "id": {
            "frameworks": framework.pk,
            "programme-documents": document.pk,
            "mechanism-roles": role.pk,
            "evidence": evidence.pk,
            "events": 1,
        },
        "version": {"checklists": "test"},
        "round": {"rounds": "2026", "publications": "2025"},
        "item": {"rounds": "NGT-01"},
        "subject": {"rounds": "KEN"},
        "number": {"submissions": submission.pk, "publications": 1},
        "kind": {"events": "answer"},
    }


def submit(office):
    client = caller("regional_office", office)
    body = {"round": "2026", "lines": [partial_line()]}
    reply = client.post("/api/v1/submissions/", body, content_type="application/json")
    return Submission.objects.get(pk=reply.json()["number"])
