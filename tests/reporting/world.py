"""A small published world: two regions, headquarters, three teams, a few answers of each kind."""

from datetime import UTC, date, datetime
from typing import Any

from checklist.actions.rounds import freeze
from checklist.models import Answer, BoardDocument, ReportingRound
from checklist.models.answers import Progress
from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
)
from regions.models import CountryTeam, OfficeCoverage, RegionalMechanism
from reporting.models import Publication, ReportedFigure
from reporting.publishing import publish
from tests import factories as make

DAY = date(2026, 2, 24)
AT = datetime(2026, 2, 24, 9, tzinfo=UTC)


def make_world() -> None:
    """Places, programmes and a checklist; no round yet."""
    africa, arab = make.make_office("ROAF"), make.make_office("ROAS")
    make.make_office("HQ")
    for team in (make.make_team("KEN", africa), make.make_team("PACIFIC", arab, "FJI", "WSM")):
        for country in team.countries.all():
            make_coverage(country, team.office)
        make_framework(team)
    make_coverage(make.make_country("OMN"), arab)
    make.make_country("USA")
    make_programmes()
    checklist = make.make_checklist(levels=("C",), items=2)
    pillar = checklist.pillars.get()
    make.make_item(checklist, pillar, "NGT-08", ("G", "R"), 8)
    off = make.make_item(checklist, pillar, "NGT-09", ("C",), 9)
    off.is_on, off.why_off = False, "low certainty"
    off.save()


def make_coverage(country, office, **fields: Any) -> OfficeCoverage:
    return OfficeCoverage.objects.create(
        country=country, office=office, certainty="proposed", source="test", **fields
    )


def make_framework(team: CountryTeam, **fields: Any) -> CooperationFramework:
    dates = {"starts_on": date(2023, 1, 1), "ends_on": date(2027, 12, 31)}
    defaults = {"kind": "cooperation_framework", "place_in_sequence": "running", "source": "list"}
    return CooperationFramework.objects.create(team=team, **{**defaults, **dates, **fields})


def make_engagement(framework: CooperationFramework, **fields: Any) -> FrameworkEngagement:
    defaults = {"signatory": "yes", "level": "active", "is_invented": True}
    return FrameworkEngagement.objects.create(framework=framework, **{**defaults, **fields})


def make_programmes() -> None:
    """An extended framework with an early end of its programme document; a mechanism."""
    kenya = CooperationFramework.objects.get(team__code="KEN")
    kenya.original_ends_on = date(2025, 12, 31)
    kenya.save()
    make_engagement(kenya, specific_contribution="Plans with counties.")
    country = make.make_country("KEN")
    CountryProgrammeDocument.objects.create(
        country=country,
        generation="new",
        kind="full",
        starts_on=date(2023, 1, 1),
        ends_on=date(2026, 12, 31),
        framework=kenya,
        source="HSP/EB.2025/8, para 17",
    )
    Presence.objects.create(country=country, kind="physical", as_of=DAY, is_invented=True)
    mechanism = RegionalMechanism.objects.create(
        code="afr-oibc-3",
        kind="coalition",
        names={"en": "Coalition 3"},
        office=make.make_office("ROAF"),
        source="HSP/EB.2025/8, para 8",
    )
    role = MechanismRole.objects.create(mechanism=mechanism, role="co_convener", topic="Youth")
    role.countries.add(country)


def make_figure(round_: ReportingRound, **fields: Any) -> ReportedFigure:
    document, _ = BoardDocument.objects.get_or_create(
        symbol="HSP/EB.2026/5", session=round_.session, kind="report", dated=DAY
    )
    defaults = {
        "office": make.make_office("ROAF"),
        "measure": "frameworks_signed",
        "unit": "frameworks",
        "qualifier": "at_least",
        "value": 3,
        "as_of": DAY,
        "paragraph": "12",
    }
    return ReportedFigure.objects.create(round=round_, document=document, **{**defaults, **fields})


def accept(round_: ReportingRound, item: str, subject: str, kind: str, **fields: Any) -> Answer:
    """An answer as the secretariat accepted it."""
    answer = make.answer_to(round_, item, subject)
    words = {"kind": kind, "progress": Progress.ACCEPTED, "narrative": f"{item} {subject}"}
    for name, value in {**words, **fields}.items():
        setattr(answer, name, value)
    answer.save()
    return answer


def answered_round(code: str = "2026", **fields: Any) -> ReportingRound:
    """A round with accepted answers of several kinds and one draft."""
    round_ = make.make_open_round(code, **fields)
    office = make.make_office("ROAF")
    evidence = make.make_evidence(office, title=f"Minutes of {code}")
    accept(round_, "NGT-01", "KEN", "full", evidence=[evidence.pk])
    accept(round_, "NGT-01", "PACIFIC", "partial", constraints=["core_funding"])
    accept(round_, "NGT-02", "KEN", "not_applicable", not_applicable_reason="No such programme.")
    accept(round_, "NGT-08", "GLOBAL", "full")
    accept(round_, "NGT-08", "ROAF", "not_started", constraints=["staff_capacity"])
    draft = make.answer_to(round_, "NGT-02", "PACIFIC")
    draft.kind, draft.narrative, draft.progress = "full", "SECRET DRAFT", Progress.SUBMITTED
    draft.save()
    return round_


def publish_round(round_: ReportingRound, **fields: Any) -> Publication:
    """Freeze and publish."""
    by = make.make_actor()
    freeze(round_, by=by)
    return publish(round_, **{"statement": "For the Board.", "note": "", "at": AT, **fields}, by=by)


def make_publication(code: str = "2026") -> Publication:
    """The whole small world, published."""
    make_world()
    round_ = answered_round(code)
    make_figure(round_)
    return publish_round(round_)
